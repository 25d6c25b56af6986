import { z } from 'zod'
import { MomentRequest, wholeNumber } from '../parse.ts'

export const SourceRequest = z.strictObject(MomentRequest)

export const SourceIndexRequest = z.strictObject({
  publisher: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Only of this publisher, as the record names it' }),
  page: wholeNumber(1, 100_000).optional(),
  ...MomentRequest,
})
export type SourceIndexRequest = z.infer<typeof SourceIndexRequest>
