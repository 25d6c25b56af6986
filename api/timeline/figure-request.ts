import { z } from 'zod'
import { wholeNumber } from '../parse.ts'
import { TimelineRequest } from './request.ts'

const FIGURE_THEMES = ['light', 'dark'] as const
/** print: twice the pixels; social: a card of 1200 × 630 for link previews; newsletter: 600 wide, for mail. */
export const FIGURE_SIZES = ['print', 'social', 'newsletter'] as const
export type FigureSize = (typeof FIGURE_SIZES)[number]

const theme = z.enum(FIGURE_THEMES).optional()

export const SvgRequest = z.strictObject({
  ...TimelineRequest.shape,
  theme,
  width: wholeNumber(320, 2400).optional().meta({ description: 'In pixels of 1/96 inch; 1180 without it' }),
})
export const PngRequest = z.strictObject({
  ...TimelineRequest.shape,
  theme,
  size: z.enum(FIGURE_SIZES).optional().meta({
    description: 'print (2360 pixels wide), social (1200 × 630), newsletter (600 wide); print without it',
  }),
})
