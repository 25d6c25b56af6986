import type { ExpressionBuilder, ExpressionWrapper, ReferenceExpression, SqlBool } from 'kysely'
import type { Tables } from '../tables.ts'

type Versioned = 'record' | 'status_span' | 'quiet_span'

/** Whether a row that is valid from one version until another (excluded) belongs to the version. */
export function isInVersion<DB extends Tables, TB extends keyof DB>(
  eb: ExpressionBuilder<DB, TB>,
  table: Versioned | string,
  version: number,
): ExpressionWrapper<DB, TB, SqlBool> {
  const from = `${table}.from_version` as ReferenceExpression<DB, TB>
  const to = `${table}.to_version` as ReferenceExpression<DB, TB>
  return eb.and([eb(from, '<=', version as never), eb.or([eb(to, 'is', null as never), eb(to, '>', version as never)])])
}
