import { z } from 'zod'
import { MEASURE_KINDS, SEVERITIES } from '../db/vocabulary/lists.ts'
import { RIGHTS } from '../db/vocabulary/rights.ts'
import { STATUSES } from '../db/vocabulary/stages.ts'
import { Day, InstrumentArticle, Word } from './parse.ts'

export const JurisdictionChoice = Word.transform((code) => code.toLowerCase())

/** What measures can be chosen by; the timeline takes the same. */
export const MeasureChoice = {
  jurisdiction: JurisdictionChoice.optional().meta({ description: 'ISO 3166 code of a State or a part of it: KG' }),
  right: z
    .enum(RIGHTS.map((right) => right.slug))
    .optional()
    .meta({ description: 'Touched by an impact that counts; with severity and article, by one that meets all three' }),
  severity: z.enum(SEVERITIES).optional(),
  article: InstrumentArticle.optional().meta({ description: 'An instrument, or an article of it: iccpr:22' }),
  kind: z.enum(MEASURE_KINDS).optional(),
  status: z.enum(STATUSES).optional().meta({ description: 'Status on the day `asOf`' }),
  family: Word.optional().meta({ description: 'Slug of a family' }),
  mandate: Word.optional().meta({ description: 'Slug of a mandate that wrote about the measure' }),
  from: Day.optional().meta({ description: 'A step may have happened on this day or later' }),
  to: Day.optional().meta({ description: 'A step may have happened on this day or earlier' }),
}
