/**
 * The plans of every list in a world of 10 000 measures, on a PostgreSQL server: pages and look-ups go by index, whatever they
 * are filtered and sorted by. A sequential scan is a fault that only big stores feel.
 */
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDataset } from '../../api/dataset.ts'
import { findMatrix } from '../../api/rights/matrix.ts'
import { createService, resolveMoment } from '../../api/service.ts'
import { findTimeline } from '../../api/timeline/view.ts'
import type { Store } from '../../db/connect.ts'
import { INDEX_TABLES } from '../../db/index-version.ts'
import { analyse, newestVersion } from '../../db/versions.ts'
import { acceptWorld, SAMPLE_SIZE } from '../bench/world.ts'
import { LISTED_QUERIES } from '../support/listed-queries.ts'
import { openServer } from '../support/stores.ts'
import { type Watched, watch } from '../support/watched.ts'

let store: Store
let watched: Watched
let version: number
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ store, drop } = await openServer())
  await acceptWorld(store, { measures: 10_000 })
  await analyse(store.db)
  version = await newestVersion(store.db)
  watched = watch(store.db)
}, 300_000)
afterAll(() => drop?.())

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  Plans?: Plan[]
}

/** Tables that grow with the dataset. The log of versions is short, and read whole. */
const BIG: readonly string[] = ['record', ...INDEX_TABLES]

const scansOf = (plan: Plan): string[] => [
  ...(plan['Node Type'] === 'Seq Scan' && BIG.includes(plan['Relation Name'] ?? '')
    ? [plan['Relation Name'] ?? '']
    : []),
  ...(plan.Plans ?? []).flatMap(scansOf),
]

async function plansOf(ask: (typeof LISTED_QUERIES)[number]['ask']): Promise<Plan[]> {
  watched.asked.length = 0
  await ask(watched.db, { version, asOf: '2026-11-24' })
  const plans: Plan[] = []
  for (const { sql, parameters } of watched.asked) {
    const query = CompiledQuery.raw(`explain (format json) ${sql}`, [...parameters])
    const { rows } = await store.db.executeQuery<{ 'QUERY PLAN': { Plan: Plan }[] }>(query)
    plans.push(...rows.flatMap((row) => row['QUERY PLAN'].map(({ Plan: plan }) => plan)))
  }
  return plans
}

test.each(LISTED_QUERIES.map(({ file, name, ask }) => [file, name, ask] as const))(
  '%s, %s',
  async (_file, _name, ask) => {
    const plans = await plansOf(ask)
    expect(plans).toHaveLength(1)
    expect(plans.flatMap(scansOf)).toEqual([])
  },
)

test('a sequential scan would be seen', async () => {
  const scan = (db: Watched['db']) => db.selectFrom('step').select('label').where('label', 'like', '%x%').execute()
  expect((await plansOf(scan)).flatMap(scansOf)).toEqual(['step'])
})

test('what would open every measure of the world is refused before it opens any; one State is answered', async () => {
  const now = () => new Date('2026-11-24T12:00:00Z')
  const service = createService(watched.db, createDataset(now, version), {
    now,
    build: 'test',
    address: 'https://x.example',
  })
  const moment = await resolveMoment(service, {})
  for (const find of [findTimeline, findMatrix]) {
    watched.asked.length = 0
    await expect(find(service, {}, moment)).rejects.toMatchObject({
      status: 400,
      errors: [{ field: 'jurisdiction', remedy: expect.stringContaining('Choose a State') }],
    })
    expect(watched.asked).toHaveLength(1)
  }
  expect((await findMatrix(service, { jurisdiction: 'qb' }, moment)).rows.length).toBe(SAMPLE_SIZE)
  expect((await findTimeline(service, { jurisdiction: 'qb' }, moment)).lanes.length).toBe(SAMPLE_SIZE)
})
