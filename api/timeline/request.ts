import { z } from 'zod'
import { GROUPINGS } from '../../db/vocabulary/lists.ts'
import { MeasureChoice } from '../choice.ts'
import { Day, MomentRequest, Words } from '../parse.ts'

/** The same choice as the list of measures; from and to are the visible range, not a filter. */
export const TimelineRequest = z.strictObject({
  ...MeasureChoice,
  group: z.enum(GROUPINGS).optional().meta({
    description: 'What measures stand together by; without it, State where there are several, else each by itself',
  }),
  open: Words.optional().meta({
    description: 'Groups whose measures are shown, joined by commas; `all`, or `none`. Without it, all if they are few',
  }),
  compare: Day.optional().meta({ description: 'Another day, held against `asOf`' }),
  ...MomentRequest,
})

/** Of the data alone: who draws it may do without what nobody has asked for yet. */
export const TimelineDataRequest = TimelineRequest.extend({
  without: z.enum(['sources']).optional().meta({
    description: 'Leaves `sources` empty, about half of the answer; `/api/sources?slug=…` gives them by their slugs',
  }),
})

export type TimelineRequest = z.infer<typeof TimelineRequest>
