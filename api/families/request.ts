import { z } from 'zod'
import { MomentRequest } from '../parse.ts'

export const FamilyRequest = z.strictObject(MomentRequest)
