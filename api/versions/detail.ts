/** One version with what it changed, record by record and field by field. */
import { listChangesOf } from '../../db/queries/change-log.ts'
import { listVersions } from '../../db/queries/records.ts'
import { type Difference, diffRecords } from '../../db/vocabulary/record-diff.ts'
import type { VersionDetail } from '../contract/overview-views.ts'
import { notFound } from '../problem.ts'
import { envelope, type ResolvedMoment, type Service } from '../service.ts'
import { presentVersion } from './list.ts'

/** Throws a 404 if there is no such version. */
export async function findVersionDetail({ db }: Service, text: string, moment: ResolvedMoment): Promise<VersionDetail> {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0
  const [row] = await listVersions(db, { before: number + 1, limit: 1 })
  if (row?.number !== number) throw notFound('version', text)
  const changes = await listChangesOf(db, number)
  return {
    ...presentVersion(row),
    newest: moment.version,
    changes: changes.map(({ change, record, slug, title, before, after }) => ({
      change,
      record,
      slug,
      title,
      differences: before && after ? diffRecords(before, after).map(presentDifference) : [],
    })),
    ...envelope(moment),
  }
}

const presentDifference = ({ path, is, before, after }: Difference) => ({
  path,
  is,
  before: textOf(before),
  after: textOf(after),
})

/** A value as a reader can read it: text and numbers as they are, the rest as JSON. */
function textOf(value: unknown): string | null {
  if (value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
