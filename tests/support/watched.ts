/** A database handle that remembers what it was asked. */
import type { CompiledQuery, KyselyPlugin, QueryId } from 'kysely'
import type { Db } from '../../db/tables.ts'

export interface Watched {
  db: Db
  /** Every statement, in order; empty it to begin anew. */
  asked: CompiledQuery[]
}

export function watch(db: Db): Watched {
  const asked: CompiledQuery[] = []
  /** Parts of a statement are transformed too, but only what was executed has a result. */
  const told = new WeakMap<QueryId, CompiledQuery>()
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      told.set(queryId, db.getExecutor().compileQuery(node, queryId))
      return node
    },
    transformResult: async ({ result, queryId }) => {
      const query = told.get(queryId)
      if (query) asked.push(query)
      return result
    },
  }
  return { db: db.withPlugin(plugin), asked }
}
