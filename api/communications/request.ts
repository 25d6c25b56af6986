import { z } from 'zod'
import { COMMUNICATION_KINDS, REPLY_STATES } from '../../db/vocabulary/lists.ts'
import { JurisdictionChoice, MeasureChoice } from '../choice.ts'
import { DUE_STATES } from '../contract/overview-views.ts'
import { Day, MomentRequest, Slugs, Word, wholeNumber } from '../parse.ts'

export const CommunicationFilters = {
  slug: Slugs.optional().meta({ description: 'Only these, up to 200' }),
  jurisdiction: JurisdictionChoice.optional(),
  kind: z.enum(COMMUNICATION_KINDS).optional(),
  reply: z.enum(REPLY_STATES).optional().meta({
    description: 'Letters only: what is on record of a reply, whatever the day; /api/ledger takes it by the day',
  }),
  mandate: Word.optional().meta({ description: 'Slug of a mandate that sent it' }),
  measure: Word.optional().meta({ description: 'Slug of a measure that it is about' }),
  right: MeasureChoice.right,
  family: MeasureChoice.family,
  from: Day.optional(),
  to: Day.optional(),
}
export const CommunicationRequest = z.strictObject(MomentRequest)

/** Questions are put to one State. */
export const OpenQuestionsRequest = z.strictObject({ jurisdiction: JurisdictionChoice, ...MomentRequest })

/** Their page asks which State, where none is chosen yet. */
export const QuestionsPageRequest = OpenQuestionsRequest.partial({ jurisdiction: true })

export const LEDGER_SORTS = ['on', '-on', 'deadline', '-deadline', 'silence', '-silence', 'state', '-state'] as const
export type LedgerSort = (typeof LEDGER_SORTS)[number]

const { slug: _, ...LedgerFilters } = CommunicationFilters

export const LedgerRequest = z.strictObject({
  ...LedgerFilters,
  reply: z.enum(REPLY_STATES).optional().meta({ description: 'Letters only: what was known of a reply on the day' }),
  due: z.enum(DUE_STATES).optional().meta({ description: 'Letters only: whether the deadline had passed by the day' }),
  sort: z.enum(LEDGER_SORTS).optional(),
  page: wholeNumber(1, 100_000).optional(),
  ...MomentRequest,
})
export type LedgerRequest = z.infer<typeof LedgerRequest>
