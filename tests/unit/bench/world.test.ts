import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { crossFaults, type Filed, readDossier, sayFault } from '../../../api/contract/read-dossier.ts'
import type { Measure } from '../../../api/contract/record.ts'
import { STAGES } from '../../../db/vocabulary/stages.ts'
import { SAMPLE_SIZE, STATES, type WorldOptions, worldOf } from '../../bench/world.ts'

const SIZE = 1000
const batches = [...worldOf({ measures: SIZE, batch: 250 })]

test('the invented world is taken as dossiers are: no fault in a record, none between records of this batch and those before', () => {
  const known = new Set<string>()
  for (const { message, records } of batches) {
    const { faults } = readDossier(message, JSON.stringify({ dossier: 1, records }))
    expect(faults.map(sayFault)).toEqual([])
    const filed = records.map((record): Filed => ({ file: message, record }))
    expect(crossFaults(filed, known).map(sayFault)).toEqual([])
    for (const { record, slug } of records) known.add(`${record} ${slug}`)
  }
})

test('the same seed makes the same world, another seed another', () => {
  const digest = (options: WorldOptions) =>
    createHash('sha256')
      .update(JSON.stringify([...worldOf(options)]))
      .digest('hex')
  expect(digest({ measures: 120 })).toBe(digest({ measures: 120 }))
  expect(digest({ measures: 120 })).not.toBe(digest({ measures: 120, seed: 2 }))
})

test('a bigger world has the same sample State', () => {
  const sample = (measures: number) =>
    [...worldOf({ measures })]
      .flatMap(({ records }) => records)
      .filter((record) => record.record === 'measure' && record.jurisdiction === STATES[0]?.code)
      .map(({ slug }) => slug)
  expect(new Set(sample(200))).toEqual(new Set(sample(400)))
  expect(new Set(sample(200)).size).toBe(SAMPLE_SIZE)
})

test('the world holds what makes records hard: many States and stages, doubt, plans, terms, relations, scripts', () => {
  const records = batches.flatMap((batch) => batch.records)
  const measures = records.filter((record): record is Measure => record.record === 'measure')
  const steps = measures.flatMap((measure) => measure.steps)
  expect(STATES).toHaveLength(190)
  expect(new Set(measures.map(({ jurisdiction }) => jurisdiction)).size).toBeGreaterThan(150)
  expect(new Set(steps.map(({ stage }) => stage)).size).toBeGreaterThan(STAGES.length - 4)
  expect(steps.filter(({ on }) => !/^\d{4}-\d\d-\d\d$/.test(on)).length).toBeGreaterThan(steps.length / 10)
  for (const has of [
    steps.some(({ planned }) => planned),
    steps.some(({ until }) => until),
    steps.some(({ disagreements }) => disagreements),
    measures.some(({ relations }) => relations?.some(({ type }) => type === 'replaces')),
    records.some(({ record }) => record === 'family'),
    records.some((record) => record.record === 'communication' && record.reply?.state === 'none'),
  ])
    expect(has).toBe(true)
  const titles = measures.map(({ title }) => Object.values(title).join(' ')).join(' ')
  for (const script of [/\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u, /\p{Script=Georgian}/u, /\p{Script=Han}/u])
    expect(titles).toMatch(script)
})
