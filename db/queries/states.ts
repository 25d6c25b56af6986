/** How the measures of a choice are spread over States. */
import { sql } from 'kysely'
import type { Moment } from '../expressions/status.ts'
import type { Db } from '../tables.ts'
import { type MeasureFilter, measuresWhere } from './measures.ts'

/** By the slug of the State, parts of it included: how many had begun by the day, and how many begin later. One statement. */
export function countByState(db: Db, filter: MeasureFilter, moment: Moment) {
  const { asOf } = moment
  return measuresWhere(db, filter, moment)
    .select([
      sql<string>`split_part(measure.jurisdiction, '-', 1)`.as('state'),
      sql<number>`(count(*) filter (where measure.begun_on is null or measure.begun_on <= ${asOf}::date))::int`.as(
        'measures',
      ),
      sql<number>`(count(*) filter (where measure.begun_on > ${asOf}::date))::int`.as('later'),
    ])
    .groupBy('state')
    .execute()
}
