import { z } from 'zod'
import { MEASURE_KINDS } from '../db/vocabulary/lists.ts'
import { RIGHTS } from '../db/vocabulary/rights.ts'
import { STATUSES } from '../db/vocabulary/stages.ts'
import { Day, Word } from './parse.ts'

/** What measures can be chosen by; the timeline takes the same. */
export const MeasureChoice = {
  jurisdiction: Word.transform((code) => code.toLowerCase()).optional(),
  right: z.enum(RIGHTS.map((right) => right.slug)).optional(),
  kind: z.enum(MEASURE_KINDS).optional(),
  status: z.enum(STATUSES).optional(),
  family: Word.optional(),
  from: Day.optional(),
  to: Day.optional(),
}
