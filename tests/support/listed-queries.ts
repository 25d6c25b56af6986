/** Every list that the API asks of the store, with each filter and order by itself: what tests of SQL and of plans go through. */
import type { Moment } from '../../db/expressions/status.ts'
import { listAnnounced } from '../../db/queries/calendar.ts'
import { listChanges, listChangesOf } from '../../db/queries/change-log.ts'
import { listCiting } from '../../db/queries/citing.ts'
import {
  countMeasures,
  listMeasureSummaries,
  listMeasures,
  listRelatedSlugs,
  MEASURE_SORTS,
  type MeasureFilter,
} from '../../db/queries/measures.ts'
import {
  ABOUT_SORTS,
  type ConversationFilter,
  findCommunication,
  listAbout,
  listBodies,
  listVersions,
} from '../../db/queries/records.ts'
import { findTimelineRecords } from '../../db/queries/timeline.ts'
import type { Db } from '../../db/tables.ts'
import { sketchOf } from '../bench/world/measures.ts'

export interface ListedQuery {
  /** The file under tests/db/sql that keeps it. */
  file: string
  name: string
  ask(db: Db, moment: Moment): Promise<unknown>
}

/** Of the invented world of tests/bench/world.ts. */
const { slug: MEASURE } = sketchOf(1, 1)
const LETTER = `letter-on-${MEASURE}`
const FAMILY = `family-qb-${sketchOf(1, 0).topic}-0`

const MEASURE_FILTERS: Readonly<Record<string, MeasureFilter>> = {
  'no filter': {},
  'a State': { jurisdiction: 'qd' },
  'a part of a State': { jurisdiction: 'qc-n' },
  'a right': { right: 'expression' },
  'a right and a severity': { right: 'expression', severity: 'severe' },
  'an instrument': { article: { instrument: 'iccpr' } },
  'an article': { article: { instrument: 'iccpr', article: '19' } },
  'an article, a right and a severity': {
    right: 'expression',
    severity: 'severe',
    article: { instrument: 'iccpr', article: '19' },
  },
  'a kind': { kind: 'bill' },
  'a status': { status: 'in_force' },
  'a family': { family: FAMILY },
  'a mandate': { mandate: 'invented-mandate-on-privacy' },
  'from a day': { from: '2026-12-01' },
  'to a day': { to: '2003-01-01' },
  'in a period': { from: '2020-01-01', to: '2020-03-01' },
  'some slugs': { slugs: [MEASURE, sketchOf(1, 2).slug] },
  'a State, a kind, a status': { jurisdiction: 'qd', kind: 'bill', status: 'in_procedure' },
}

const ABOUT_FILTERS: Readonly<Record<string, ConversationFilter>> = {
  'no filter': {},
  'a State': { jurisdiction: 'qd' },
  'a right': { right: 'expression' },
  'a family': { family: FAMILY },
  'a measure': { measures: [MEASURE] },
  'in a period': { from: '2020-01-01', to: '2020-03-01' },
  'some slugs': { slugs: [LETTER, `event-at-${MEASURE}`] },
}

const PAGE = { limit: 51 }
const DIRECTIONS = [false, true]

const measurePages = Object.entries(MEASURE_FILTERS).map(
  ([name, filter]): ListedQuery => ({
    file: 'measures',
    name: `by slug, ${name}`,
    ask: (db, moment) => listMeasureSummaries(db, filter, moment, PAGE),
  }),
)

const measureOrders = MEASURE_SORTS.flatMap((sort) =>
  DIRECTIONS.flatMap((descending): ListedQuery[] => {
    const day = sort === 'begun' || sort === 'checked'
    const afterValue = sort === 'slug' ? null : day ? '2015-06-01' : 'invented data act no. 5'
    const order = `by ${sort}${descending ? ', descending' : ''}`
    const ask = (page: object) => (db: Db, moment: Moment) =>
      listMeasureSummaries(db, {}, moment, { ...PAGE, sort, descending, ...page })
    return [
      { file: 'measure-orders', name: order, ask: ask({}) },
      { file: 'measure-orders', name: `${order}, a later page`, ask: ask({ after: 'qm-data-5', afterValue }) },
    ]
  }),
)

const about = (['communication', 'event'] as const).flatMap((table) => {
  const own: Record<string, ConversationFilter> =
    table === 'communication'
      ? {
          'a kind': { kind: 'opinion' },
          'a mandate': { mandate: 'invented-mandate-on-privacy' },
          'a reply': { reply: 'none' },
          'naming an earlier one': { earlier: LETTER },
        }
      : { 'a kind': { kind: 'attack' }, 'of a communication': { communication: LETTER } }
  const filtered = Object.entries({ ...ABOUT_FILTERS, ...own }).map(
    ([name, filter]): ListedQuery => ({
      file: `${table}s`,
      name: `by slug, ${name}`,
      ask: (db, { version }) => listAbout(db, table, filter, version, PAGE),
    }),
  )
  const orders = ABOUT_SORTS.flatMap((sort) =>
    DIRECTIONS.map((descending): ListedQuery => {
      const after = { after: 'letter-on-qm-data-5', afterValue: sort === 'on' ? '2015-06-01' : null }
      return {
        file: `${table}s`,
        name: `by ${sort}${descending ? ', descending' : ''}, a later page`,
        ask: (db, { version }) => listAbout(db, table, {}, version, { ...PAGE, sort, descending, ...after }),
      }
    }),
  )
  return [...filtered, ...orders]
})

const timelines: ListedQuery[] = (
  [
    ['a State', { jurisdiction: 'qb' }, false],
    ['a State and a right', { jurisdiction: 'qb', right: 'expression' }, true],
    ['a family', { family: FAMILY }, true],
  ] as const
).map(([name, filter, narrowed]) => ({
  file: 'timeline',
  name,
  ask: (db, moment) => findTimelineRecords(db, filter, moment, { limit: 2001, narrowed }),
}))

const SOME = [MEASURE, sketchOf(1, 2).slug]

const lookups: ListedQuery[] = [
  {
    file: 'look-ups',
    name: 'a measure with all its parts',
    ask: (db, moment) => listMeasures(db, { slugs: [MEASURE] }, moment),
  },
  {
    file: 'look-ups',
    name: 'how many measures',
    ask: (db, moment) => countMeasures(db, { right: 'expression' }, moment, 2001),
  },
  {
    file: 'look-ups',
    name: 'what a measure is related to',
    ask: (db, { version }) => listRelatedSlugs(db, MEASURE, version),
  },
  {
    file: 'look-ups',
    name: 'a communication',
    ask: (db, { version }) => findCommunication(db, 'IL QB 1/2009', version),
  },
  {
    file: 'look-ups',
    name: 'sources by slug',
    ask: (db, { version }) => listBodies(db, 'source', version, { slugs: SOME }),
  },
  {
    file: 'look-ups',
    name: 'a page of sources',
    ask: (db, { version }) => listBodies(db, 'source', version, { ...PAGE, after: 'qm' }),
  },
  {
    file: 'look-ups',
    name: 'what cites a source',
    ask: (db, { version }) => listCiting(db, `report-on-${MEASURE}`, version),
  },
  {
    file: 'look-ups',
    name: 'what a version changed',
    ask: (db, { version }) => listChangesOf(db, version),
  },
  {
    file: 'look-ups',
    name: 'what was announced',
    ask: (db, { version }) => listAnnounced(db, { measures: SOME, letters: [LETTER] }, version),
  },
]

const logs: ListedQuery[] = [
  { file: 'change-log', name: 'a page of versions', ask: (db) => listVersions(db, { before: 9, limit: 51 }) },
  { file: 'change-log', name: 'the first changes', ask: (db, { version }) => listChanges(db, {}, version, PAGE) },
  {
    file: 'change-log',
    name: 'a later page of changes',
    ask: (db, { version }) =>
      listChanges(db, { after: 2 }, version, { ...PAGE, beyond: { number: 4, record: 'measure', slug: 'qb' } }),
  },
  {
    file: 'change-log',
    name: 'the newest changes of measures',
    ask: (db, { version }) => listChanges(db, { record: 'measure' }, version, { newestFirst: true, limit: 200 }),
  },
  {
    file: 'change-log',
    name: 'changes of some records',
    ask: (db, { version }) =>
      listChanges(db, { record: 'measure', slugs: SOME }, version, { newestFirst: true, limit: 200 }),
  },
  {
    file: 'change-log',
    name: 'what was retracted',
    ask: (db, { version }) => listChanges(db, { change: 'retracted' }, version, PAGE),
  },
]

export const LISTED_QUERIES: readonly ListedQuery[] = [
  ...measurePages,
  ...measureOrders,
  ...about,
  ...timelines,
  ...lookups,
  ...logs,
]
