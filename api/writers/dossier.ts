/** Writes records as a dossier, always in the same way: the same records are the same bytes. */
import { stringify } from 'yaml'
import { RECORD_KINDS } from '../../db/vocabulary/lists.ts'
import { AnyRecord } from '../contract/record.ts'

export type DossierForm = 'json' | 'yaml'

/** By kind, each after what it refers to where kinds allow, then by slug; fields as the format lists them. */
export function writeDossier(records: readonly AnyRecord[], form: DossierForm, title?: string): string {
  const inOrder = records.map(canonicalRecord).sort(byKindAndSlug)
  const dossier = { dossier: 1, ...(title ? { title } : {}), records: inOrder }
  return form === 'yaml'
    ? stringify(dossier, { lineWidth: 0, aliasDuplicateObjects: false })
    : `${JSON.stringify(dossier, null, 1)}\n`
}

/** The schema puts the fields in its own order. What an older format allowed and this one does not goes out as it is. */
function canonicalRecord(record: AnyRecord): AnyRecord {
  const read = AnyRecord.safeParse(record)
  return read.success ? read.data : record
}

const byKindAndSlug = (a: AnyRecord, b: AnyRecord): number =>
  RECORD_KINDS.indexOf(a.record) - RECORD_KINDS.indexOf(b.record) || (a.slug < b.slug ? -1 : 1)
