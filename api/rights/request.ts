import { z } from 'zod'
import { JurisdictionChoice, MeasureChoice } from '../choice.ts'
import { MomentRequest } from '../parse.ts'

const { article, status, family, kind } = MeasureChoice

export const MatrixRequest = z.strictObject({
  jurisdiction: JurisdictionChoice.optional(),
  status,
  kind,
  family,
  ...MomentRequest,
})
export type MatrixRequest = z.infer<typeof MatrixRequest>

export const RightRequest = z.strictObject({
  jurisdiction: JurisdictionChoice.optional(),
  article,
  ...MomentRequest,
})
export type RightRequest = z.infer<typeof RightRequest>
