/** A dossier: a set of records in one file, the format in which everything comes in and can go out. */
import { z } from 'zod'
import { AnyRecord, RecordNameShape } from './record.ts'

/** In one file. */
export const MOST_RECORDS = 20_000

export const Dossier = z.strictObject({
  dossier: z.literal(1).meta({ description: 'Edition of this format' }),
  title: z.string().max(200).optional(),
  records: z.array(AnyRecord).max(MOST_RECORDS),
  retract: z
    .array(RecordNameShape)
    .max(MOST_RECORDS)
    .optional()
    .meta({ description: 'Records that are taken back: in no version from the accepting one on' }),
})
export type Dossier = z.infer<typeof Dossier>

/** The dossier format as JSON Schema (2020-12), served at /api/schema/dossier.json. */
export function dossierJsonSchema(): object {
  return { $id: 'dossier.json', title: 'Threatline dossier', ...z.toJSONSchema(Dossier, { io: 'input' }) }
}
