import { z } from 'zod'
import { MeasureRequest } from '../measures/request.ts'
import { Word, wholeNumber } from '../parse.ts'
import { TimelineRequest } from '../timeline/request.ts'

/** `auto`: as its reader's system is. */
const theme = z.enum(['auto', 'light', 'dark']).optional()

export const TimelineEmbedRequest = TimelineRequest.extend({ theme })
export const MeasureEmbedRequest = MeasureRequest.extend({ theme })

/** What the page takes that makes embeds; `height` in CSS pixels. With a version the embed is frozen, on the day asked for or today. */
export const EmbedsRequest = TimelineEmbedRequest.extend({
  measure: Word.optional(),
  height: wholeNumber(120, 4000).optional(),
})
