import { z } from 'zod'
import { MeasureChoice } from '../choice.ts'
import { MomentRequest, Slugs } from '../parse.ts'

export const MeasureFilters = {
  ...MeasureChoice,
  slug: Slugs.optional().meta({ description: 'Only these, up to 200' }),
}
export const MeasureRequest = z.strictObject(MomentRequest)
