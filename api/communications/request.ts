import { z } from 'zod'
import { COMMUNICATION_KINDS } from '../../db/vocabulary/lists.ts'
import { RIGHTS } from '../../db/vocabulary/rights.ts'
import { Day, MomentRequest, PageRequest, Word } from '../parse.ts'

export const CommunicationListRequest = z.strictObject({
  jurisdiction: Word.transform((code) => code.toLowerCase()).optional(),
  kind: z.enum(COMMUNICATION_KINDS).optional(),
  measure: Word.optional(),
  right: z.enum(RIGHTS.map((right) => right.slug)).optional(),
  family: Word.optional(),
  from: Day.optional(),
  to: Day.optional(),
  ...MomentRequest,
  ...PageRequest,
})
export const CommunicationRequest = z.strictObject(MomentRequest)
