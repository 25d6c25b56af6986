/** A dossier: a set of records in one file, the format in which everything comes in and can go out. */
import { z } from 'zod'
import { AnyRecord } from './record.ts'

export const Dossier = z.strictObject({
  dossier: z.literal(1).meta({ description: 'Edition of this format' }),
  title: z.string().max(200).optional(),
  records: z.array(AnyRecord).max(20_000),
})
export type Dossier = z.infer<typeof Dossier>

/** The dossier format as JSON Schema (2020-12), served at /api/schema/dossier.json. */
export function dossierJsonSchema(): object {
  return { $id: 'dossier.json', title: 'Threatline dossier', ...z.toJSONSchema(Dossier, { io: 'input' }) }
}
