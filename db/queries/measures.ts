import { sql } from 'kysely'
import { familiesOf, type Moment, quietOf, spansOf, statusOn } from '../expressions/status.ts'
import { isInVersion } from '../expressions/version.ts'
import type { Db } from '../tables.ts'
import type { Day } from '../vocabulary/edtf.ts'
import type { MeasureKind } from '../vocabulary/lists.ts'
import type { Status } from '../vocabulary/stages.ts'

export interface MeasureFilter {
  jurisdiction?: string | undefined
  /** Touched by an impact that counts. */
  right?: string | undefined
  kind?: MeasureKind | undefined
  /** Status on the day asked for. */
  status?: Status | undefined
  family?: string | undefined
  /** At least one step may have happened on this day or later, or on this day or earlier. */
  from?: Day | undefined
  to?: Day | undefined
  slugs?: readonly string[] | undefined
}

export interface Page {
  /** Slug after which the page begins. */
  after?: string | undefined
  limit?: number | undefined
}

/**
 * Measures that pass the filter, by slug: the whole record, its standing on the day, its spans and its families. One
 * statement.
 */
export function listMeasures(db: Db, filter: MeasureFilter, { version, asOf }: Moment, { after, limit }: Page = {}) {
  let query = db
    .selectFrom('measure')
    .innerJoin('record', 'record.id', 'measure.record_id')
    .where((eb) => isInVersion(eb, 'record', version))
    .select(['measure.slug', 'record.body'])
    .select([
      statusOn({ version, asOf }).as('status'),
      spansOf(version).as('spans'),
      quietOf(version).as('quiet'),
      familiesOf(version).as('families'),
    ])
    .orderBy('measure.slug')
  // SQL has no empty list; asking for none of them finds nothing.
  if (filter.slugs) query = query.where('measure.slug', 'in', filter.slugs.length ? [...filter.slugs] : [''])
  if (filter.jurisdiction) query = query.where('measure.jurisdiction', '=', filter.jurisdiction)
  if (filter.kind) query = query.where('measure.kind', '=', filter.kind)
  if (filter.right) {
    const { right } = filter
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('impact')
          .whereRef('impact.record_id', '=', 'measure.record_id')
          .where('impact.right_slug', '=', right)
          .where('impact.counts', '=', true),
      ),
    )
  }
  if (filter.status) {
    const { status } = filter
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('status_span')
          .whereRef('status_span.measure', '=', 'measure.slug')
          .where('status_span.counting', '=', 'certain')
          .where('status_span.status', '=', status)
          .where('status_span.from_on', '<=', asOf)
          .where((on) => on.or([on('status_span.until_on', 'is', null), on('status_span.until_on', '>', asOf)]))
          .where((on) => isInVersion(on, 'status_span', version)),
      ),
    )
  }
  if (filter.family) {
    const { family } = filter
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('family_member')
          .innerJoin('record as owner', 'owner.id', 'family_member.record_id')
          .whereRef('family_member.measure', '=', 'measure.slug')
          .where('family_member.family', '=', family)
          .where('owner.from_version', '<=', version)
          .where((on) => on.or([on('owner.to_version', 'is', null), on('owner.to_version', '>', version)])),
      ),
    )
  }
  if (filter.from || filter.to) {
    const { from = null, to = null } = filter
    query = query.where(
      sql<boolean>`exists (select from step where step.record_id = measure.record_id
        and (${from}::date is null or step.on_latest is null or step.on_latest >= ${from}::date)
        and (${to}::date is null or step.on_earliest is null or step.on_earliest <= ${to}::date))`,
    )
  }
  if (after) query = query.where('measure.slug', '>', after)
  if (limit) query = query.limit(limit)
  return query.execute()
}
export type MeasureRow = Awaited<ReturnType<typeof listMeasures>>[number]

/** Older and newer measures that a measure's relations join it to: the relation stands in the newer one's record. */
export function listRelatedSlugs(db: Db, slug: string, version: number) {
  return db
    .selectFrom('relation')
    .innerJoin('record', 'record.id', 'relation.record_id')
    .where((eb) => isInVersion(eb, 'record', version))
    .where('relation.to_measure', '=', slug)
    .select(['record.slug', 'relation.type'])
    .orderBy('record.slug')
    .execute()
}
