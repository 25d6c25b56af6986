/** Records with all that they refer to, and what that refers to, so that a dossier of them can be read into an empty store. */
import { listBodies } from '../../db/queries/records.ts'
import type { Db } from '../../db/tables.ts'
import type { RecordKind } from '../../db/vocabulary/lists.ts'
import { keyOf, type RecordName } from '../../db/vocabulary/record-name.ts'
import { references } from '../contract/read-dossier.ts'
import type { AnyRecord, Family } from '../contract/record.ts'

/**
 * One statement for each kind, at each step away from the first. Families come along where all their members do: a family cut
 * short would lose the others wherever it is read in.
 */
export async function gather(db: Db, version: number, first: readonly RecordName[]): Promise<AnyRecord[]> {
  const named = new Set<string>()
  const found: AnyRecord[] = []
  let next = first
  while (next.length > 0) {
    const wanted = new Map<RecordKind, string[]>()
    for (const { record, slug } of next) {
      const key = keyOf({ record, slug })
      if (named.has(key)) continue
      named.add(key)
      const slugs = wanted.get(record)
      if (slugs) slugs.push(slug)
      else wanted.set(record, [slug])
    }
    const met: AnyRecord[] = []
    for (const [record, slugs] of wanted)
      met.push(...((await listBodies(db, record, version, { slugs })) as AnyRecord[]))
    found.push(...met)
    next = met.flatMap((record) => references(record).map(({ kind, slug }) => ({ record: kind, slug })))
  }
  const measures = new Set(found.flatMap(({ record, slug }) => (record === 'measure' ? [slug] : [])))
  const families = (await listBodies(db, 'family', version)) as Family[]
  const whole = families.filter(({ members }) => members.every((slug) => measures.has(slug)))
  return [...found, ...whole]
}
