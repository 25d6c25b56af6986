import { z } from 'zod'
import { MeasureChoice } from '../choice.ts'
import { MomentRequest } from '../parse.ts'

/** The same choice as the list of measures; from and to are the visible range, not a filter. */
export const TimelineRequest = z.strictObject({ ...MeasureChoice, ...MomentRequest })
export type TimelineRequest = z.infer<typeof TimelineRequest>
