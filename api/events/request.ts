import { z } from 'zod'
import { EVENT_KINDS } from '../../db/vocabulary/lists.ts'
import { JurisdictionChoice, MeasureChoice } from '../choice.ts'
import { Day, MomentRequest, Slugs, Word } from '../parse.ts'

export const EventFilters = {
  slug: Slugs.optional().meta({ description: 'Only these, up to 200' }),
  jurisdiction: JurisdictionChoice.optional(),
  kind: z.enum(EVENT_KINDS).optional(),
  measure: Word.optional().meta({ description: 'Slug of a measure that it belongs to' }),
  right: MeasureChoice.right.meta({ description: 'Touched by a measure that the event belongs to' }),
  family: MeasureChoice.family,
  from: Day.optional(),
  to: Day.optional(),
}
export const EventRequest = z.strictObject(MomentRequest)
