import { sql } from 'kysely'
import type { Db } from '../tables.ts'
import type { RecordName } from '../vocabulary/record-name.ts'

export interface AuthoredRow extends RecordName {
  /** The newest body. */
  body: object
  isCurrent: boolean
  /** Who had the last word: wrote the newest body, or took the record back. */
  author: string
}

/** Every record that ever was, in its newest form, with who had the last word on it. */
export async function listLastWords(db: Db): Promise<AuthoredRow[]> {
  const { rows } = await sql<AuthoredRow>`
    select distinct on (record.record, record.slug) record.record, record.slug, record.body,
      record.to_version is null as "isCurrent", version.author
    from record join version on version.number = coalesce(record.to_version, record.from_version)
    order by record.record, record.slug, record.from_version desc`.execute(db)
  return rows
}

/** What an author last wrote of each record, and when, by kind and slug. */
export async function listLastSaidBy(db: Db, author: string): Promise<(RecordName & { body: object; at: string })[]> {
  const { rows } = await sql<RecordName & { body: object; at: string }>`
    select distinct on (record.record, record.slug) record.record, record.slug, record.body, version.at
    from record join version on version.number = record.from_version
    where version.author = ${author}
    order by record.record, record.slug, record.from_version desc`.execute(db)
  return rows
}
