import { z } from 'zod'
import { MeasureChoice } from '../choice.ts'
import { MomentRequest, PageRequest } from '../parse.ts'

export const MeasureListRequest = z.strictObject({ ...MeasureChoice, ...MomentRequest, ...PageRequest })
export const MeasureRequest = z.strictObject(MomentRequest)
