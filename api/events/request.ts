import { z } from 'zod'
import { EVENT_KINDS } from '../../db/vocabulary/lists.ts'
import { Day, MomentRequest, PageRequest, Word } from '../parse.ts'

export const EventListRequest = z.strictObject({
  jurisdiction: Word.transform((code) => code.toLowerCase()).optional(),
  kind: z.enum(EVENT_KINDS).optional(),
  measure: Word.optional(),
  from: Day.optional(),
  to: Day.optional(),
  ...MomentRequest,
  ...PageRequest,
})
export const EventRequest = z.strictObject(MomentRequest)
