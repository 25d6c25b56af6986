/**
 * The SQL of every list, kept as text beside this file so that a review shows what changes. After a change that is meant:
 * `npx vitest run --project db tests/db/sql.test.ts -u`.
 */
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { expect, test } from 'vitest'
import type { Tables } from '../../db/tables.ts'
import { LISTED_QUERIES } from '../support/listed-queries.ts'
import { watch } from '../support/watched.ts'

/** A database that answers nothing. */
const nowhere = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** One clause a line. */
const laidOut = (sql: string): string =>
  sql
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=(from|where|and|inner join|left join|join|order by|limit|union|window|having) )/g, '\n  ')
    .trim()

const files = [...new Set(LISTED_QUERIES.map(({ file }) => file))]

test.each(files)('the SQL of %s is the one that was reviewed', async (file) => {
  const texts: string[] = []
  for (const { name, ask } of LISTED_QUERIES.filter((query) => query.file === file)) {
    const { db, asked } = watch(nowhere)
    // Nothing comes back, which some callers do not expect; what was asked is all that counts.
    await ask(db, { version: 7, asOf: '2026-11-24' }).catch(() => {})
    expect(asked, `${name}: one statement`).toHaveLength(1)
    for (const { sql, parameters } of asked)
      texts.push(`-- ${name}\n${laidOut(sql)};\n-- ${JSON.stringify(parameters)}\n`)
  }
  await expect(texts.join('\n')).toMatchFileSnapshot(`sql/${file}.sql`)
})
