import { z } from 'zod'
import { MomentRequest } from '../parse.ts'

export const JurisdictionRequest = z.strictObject(MomentRequest)
