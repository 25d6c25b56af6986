import { z } from 'zod'
import { COMMUNICATION_KINDS, REPLY_STATES } from '../../db/vocabulary/lists.ts'
import { JurisdictionChoice, MeasureChoice } from '../choice.ts'
import { Day, MomentRequest, Slugs, Word } from '../parse.ts'

export const CommunicationFilters = {
  slug: Slugs.optional().meta({ description: 'Only these, up to 200' }),
  jurisdiction: JurisdictionChoice.optional(),
  kind: z.enum(COMMUNICATION_KINDS).optional(),
  reply: z.enum(REPLY_STATES).optional().meta({ description: 'Letters only: what is known of a reply' }),
  mandate: Word.optional().meta({ description: 'Slug of a mandate that sent it' }),
  measure: Word.optional().meta({ description: 'Slug of a measure that it is about' }),
  right: MeasureChoice.right,
  family: MeasureChoice.family,
  from: Day.optional(),
  to: Day.optional(),
}
export const CommunicationRequest = z.strictObject(MomentRequest)
