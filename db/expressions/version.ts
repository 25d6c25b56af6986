import {
  type ExpressionBuilder,
  type ExpressionWrapper,
  type RawBuilder,
  type ReferenceExpression,
  type SqlBool,
  sql,
} from 'kysely'
import type { Tables } from '../tables.ts'

type Versioned = 'record' | 'standing' | 'status_span'

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

/** The same for a table or alias inside written SQL. */
export const inVersion = (table: string, version: number): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${table}.from_version`)} <= ${version} and (${sql.ref(`${table}.to_version`)} is null or ${sql.ref(`${table}.to_version`)} > ${version})`
