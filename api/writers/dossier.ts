/** Writes records as a dossier, always in the same way: the same records are the same bytes. */
import { setImmediate } from 'node:timers/promises'
import { stringify } from 'yaml'
import { RECORD_KINDS } from '../../db/vocabulary/lists.ts'
import { AnyRecord } from '../contract/record.ts'

export type DossierForm = 'json' | 'yaml'

/** By kind, each after what it refers to where kinds allow, then by slug; fields as the format lists them. */
export function writeDossier(records: readonly AnyRecord[], form: DossierForm, title?: string): string {
  if (form === 'yaml') return [...yamlParts(records, title)].join('')
  const dossier = { dossier: 1, ...(title ? { title } : {}), records: inOrder(records).map(canonicalRecord) }
  return `${JSON.stringify(dossier, null, 1)}\n`
}

/** The same in YAML, a thousand records of which take seconds: others are served in between. */
export async function writeDossierInTurns(records: readonly AnyRecord[], title: string): Promise<string> {
  const parts: string[] = []
  let begun = performance.now()
  for (const part of yamlParts(records, title)) {
    parts.push(part)
    if (performance.now() - begun < LONGEST_MS) continue
    await setImmediate()
    begun = performance.now()
  }
  return parts.join('')
}

/** So long at most others wait, but for the writing of one record. */
const LONGEST_MS = 20

/** What stands before the records, then one record after the other. */
function* yamlParts(records: readonly AnyRecord[], title: string | undefined): Generator<string> {
  yield stringify({ dossier: 1, ...(title ? { title } : {}) })
  yield records.length > 0 ? 'records:\n' : 'records: []\n'
  for (const record of inOrder(records)) {
    const text = stringify([canonicalRecord(record)], { lineWidth: 0, aliasDuplicateObjects: false })
    // After a line feed alone: JavaScript's own idea of a line knows separators that may stand within a text.
    yield text.replace(/(^|\n)(?=[^\n])/g, '$1  ')
  }
}

/** The schema puts the fields in its own order. What an older format allowed and this one does not goes out as it is. */
function canonicalRecord(record: AnyRecord): AnyRecord {
  const read = AnyRecord.safeParse(record)
  return read.success ? read.data : record
}

const inOrder = (records: readonly AnyRecord[]): AnyRecord[] =>
  records.toSorted(
    (a, b) => RECORD_KINDS.indexOf(a.record) - RECORD_KINDS.indexOf(b.record) || (a.slug < b.slug ? -1 : 1),
  )
