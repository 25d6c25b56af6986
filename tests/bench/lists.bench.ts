/**
 * Lists and timelines against the least that they could cost: fetching the JSON of the same records by primary key. On
 * PostgreSQL, in worlds of 1 000, 10 000 and 50 000 measures, all measured in turn in one run.
 */
import { sql } from 'kysely'
import { createDataset } from '../../api/dataset.ts'
import { measureList } from '../../api/measures/list.ts'
import { createService, type ResolvedMoment, resolveMoment, type Service } from '../../api/service.ts'
import { findTimeline } from '../../api/timeline/view.ts'
import { openStore, type Store } from '../../db/connect.ts'
import { analyse, newestVersion } from '../../db/versions.ts'
import type { RecordKind } from '../../db/vocabulary/lists.ts'
import { createDatabase, startPostgres } from '../support/postgres.ts'
import { type Figure, interleaved, median } from './figures.ts'
import { acceptWorld, STATES } from './world.ts'

/** `BENCH_MEASURES=1000,10000` measures smaller worlds only. */
const SIZES = (process.env.BENCH_MEASURES ?? '1000,10000,50000').split(',').map(Number)
const RUNS = 101
const WARM_UP = 15
const MOST = 2.5
const LIMIT = 50
const TODAY = '2026-11-24'
const SAMPLE = STATES[0]?.code ?? ''

interface World {
  size: number
  store: Store
  service: Service
  moment: ResolvedMoment
}

/** What is asked, and by name the records that the answer was made from. */
interface Case {
  name: string
  ask(world: World): Promise<object>
  records(answer: object): Partial<Record<RecordKind, string[]>>
}

const lists: Readonly<Record<string, object>> = {
  'no filter': {},
  'no filter, from the middle': { after: 'w' },
  'no filter, newest first': { sort: '-begun' },
  'one State': { jurisdiction: 'qd' },
  'one right': { right: 'expression' },
  'one right, severe': { right: 'expression', severity: 'severe' },
  'an article': { article: { instrument: 'iccpr', article: '19' } },
  'one kind': { kind: 'bill' },
  'one status': { status: 'in_force' },
  'one mandate': { mandate: 'invented-mandate-on-privacy' },
  'two months': { from: '2020-01-01', to: '2020-03-01' },
  'still to come': { from: '2026-12-01' },
}

const listCase = ([name, asked]: [string, object]): Case => {
  const { sort, after, ...filter } = asked as { sort?: string; after?: string }
  const page = { sort, limit: LIMIT, ...(after ? { after: { slug: after, value: null } } : {}) }
  return {
    name: `list, ${name}`,
    ask: async ({ service, moment }) =>
      (await measureList.find(service, filter as never, moment, page, new Set())).map(({ item }) => item),
    records: (items) => ({ measure: (items as { slug: string }[]).map(({ slug }) => slug) }),
  }
}

const timelineCase = (name: string, choice: object): Case => ({
  name: `timeline, ${name}`,
  ask: ({ service, moment }) => findTimeline(service, choice as never, moment),
  records: (answer) => {
    const { lanes, letters, events, sources } = answer as Awaited<ReturnType<typeof findTimeline>>
    return {
      measure: lanes.map(({ slug }) => slug),
      communication: letters.map(({ slug }) => slug),
      event: events.map(({ slug }) => slug),
      source: Object.keys(sources),
    }
  },
})

const CASES: readonly Case[] = [
  ...Object.entries(lists).map(listCase),
  timelineCase('one State', { jurisdiction: SAMPLE }),
  timelineCase('one State, one kind', { jurisdiction: SAMPLE, kind: 'bill' }),
]

const millisecondsOf = async (work: () => Promise<object>): Promise<number> => {
  const begun = performance.now()
  JSON.stringify(await work())
  return performance.now() - begun
}

const percentile95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN

async function idsOf({ store, moment }: World, records: Partial<Record<RecordKind, string[]>>): Promise<number[]> {
  const found: number[] = []
  for (const [record, slugs] of Object.entries(records)) {
    const { rows } = await sql<{ id: number }>`select id from record where record = ${record}
      and slug = any(${slugs}::text[]) and from_version <= ${moment.version}
      and (to_version is null or to_version > ${moment.version})`.execute(store.db)
    found.push(...rows.map(({ id }) => id))
  }
  return found
}

/** The floor: the same records, by primary key, in one statement. */
const fetchAll = async ({ store }: World, ids: readonly number[]): Promise<object> =>
  (await sql<{ body: object }>`select body from record where id = any(${ids}::bigint[])`.execute(store.db)).rows

async function figuresOf(one: Case, worlds: readonly World[]): Promise<Figure[]> {
  const measures: Record<string, () => Promise<number>> = {}
  const counts = new Map<number, number>()
  for (const world of worlds) {
    const ids = await idsOf(world, one.records(await one.ask(world)))
    counts.set(world.size, ids.length)
    measures[`ours ${world.size}`] = () => millisecondsOf(() => one.ask(world))
    measures[`floor ${world.size}`] = () => millisecondsOf(() => fetchAll(world, ids))
  }
  await interleaved(WARM_UP, measures)
  const values = await interleaved(RUNS, measures)
  const figures = worlds.map(({ size }): Figure => {
    const ours = values[`ours ${size}`] ?? []
    const floor = values[`floor ${size}`] ?? []
    const ratio = percentile95(ours) / percentile95(floor)
    return {
      what: `${one.name}, ${size} measures, ${counts.get(size)} records`,
      unit: 'ms',
      ours,
      against: { what: 'by primary key', values: floor },
      target: { words: `95th percentile ${ratio.toFixed(2)}x, at most ${MOST}x`, isMet: ratio <= MOST },
    }
  })
  const [small, big] = [SIZES[0], SIZES.at(-1)]
  const [least, most] = [values[`ours ${small}`] ?? [], values[`ours ${big}`] ?? []]
  // Where the small world has fewer rows to return, less is no sign of growth.
  const perRow = (size: number | undefined) => Math.max(1, counts.get(size ?? 0) ?? 1)
  const growth = median(most) / perRow(big) / (median(least) / perRow(small))
  return [
    ...figures,
    {
      what: `${one.name}, growth`,
      unit: 'ms',
      ours: most,
      against: { what: `${small} measures`, values: least },
      target: { words: `by row returned ${growth.toFixed(2)}x`, isMet: growth <= 2 },
    },
  ]
}

async function openWorld(url: string, size: number, say: (text: string) => void): Promise<World> {
  const begun = performance.now()
  const store = await openStore({ databaseUrl: (await createDatabase(url)).url })
  let records = 0
  await acceptWorld(store, { measures: size }, (_, count) => {
    records += count
  })
  await analyse(store.db)
  const seconds = (performance.now() - begun) / 1000
  const memory = Math.round(process.memoryUsage().rss / 1e6)
  say(`A world of ${size} measures, ${records} records, was taken in ${seconds.toFixed(0)} s; ${memory} MB in use.`)
  const now = () => new Date(`${TODAY}T12:00:00Z`)
  const version = await newestVersion(store.db)
  const dataset = createDataset(now, version)
  const service = createService(store.db, dataset, { now, build: 'bench', address: 'https://x.example' })
  const moment = await resolveMoment(service, {})
  return { size, store, service, moment }
}

export async function bench(say: (text: string) => void = console.log): Promise<Figure[]> {
  const server = await startPostgres()
  const worlds: World[] = []
  try {
    for (const size of SIZES) worlds.push(await openWorld(server.url, size, say))
    const figures: Figure[] = []
    for (const one of CASES) figures.push(...(await figuresOf(one, worlds)))
    return figures
  } finally {
    for (const { store } of worlds) await store.close()
    await server.stop()
  }
}
