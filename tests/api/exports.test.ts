/** Exports for other programs, on dates with every kind of doubt. TimelineJS itself draws one in tests/e2e. */
import { parse as parseCsv } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Slide, TimelineJs } from '../../api/timeline/timelinejs.ts'
import type { Store } from '../../db/connect.ts'
import { get, type RunningApp, startApp } from '../support/app.ts'
import { buildEvent, buildLetter, buildMeasure, buildSource, buildStep, cites, ground } from '../support/build.ts'
import { openEmbedded } from '../support/stores.ts'

let store: Store
let app: RunningApp
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ store, drop } = await openEmbedded())
  const step = (on: string, key: string, more = {}) => buildStep('introduced', on, { key, ...more })
  app = await startApp(store, [
    ...ground(),
    buildSource({ slug: 'withheld', address: null, address_withheld: true, title: 'A withheld page' }),
    buildMeasure({
      short_title: { en: 'Bill <b> & “more”' },
      steps: [
        step('2019', 'year'),
        step('2019-02', 'month'),
        step('2019-04-05', 'day', { label: { en: '=1+1' }, vote: { for: 79, against: 7 } }),
        step('[2019-05-06..2019-05-20]', 'between', { cites: cites('withheld') }),
        step('2019-07~', 'about'),
        step('[..2020-02-03]', 'open'),
      ],
    }),
    buildLetter({ on: null }),
    buildEvent(),
  ])
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

describe('steps as a table', () => {
  test('a row a step, with its measure, its date as stated and its bounds, votes, page and sources', async () => {
    const { text, headers } = await get(`${app.url}/api/measures.steps.csv?jurisdiction=XX`)
    expect(headers.get('content-type')).toContain('text/csv')
    const rows: Record<string, string>[] = parseCsv(text, { columns: true })
    expect(rows.map(({ key, on, earliest, latest }) => [key, on, earliest, latest])).toEqual([
      ['year', '2019', '2019-01-01', '2019-12-31'],
      ['month', '2019-02', '2019-02-01', '2019-02-28'],
      ['day', '2019-04-05', '2019-04-05', '2019-04-05'],
      ['between', '[2019-05-06..2019-05-20]', '2019-05-06', '2019-05-20'],
      ['about', '2019-07~', '2019-07-01', '2019-07-31'],
      ['open', '[..2020-02-03]', '', '2020-02-03'],
    ])
    expect(rows[2]).toMatchObject({
      measure_title: 'Bill <b> & “more”',
      label: "'=1+1",
      votes_for: '79',
      votes_against: '7',
      page: 'https://threatline.example/measures/example-bill#step-day',
      sources: 'https://gazette.example/1',
    })
    expect(rows[3]?.sources).toBe('[address withheld]')
  })

  test('lists without steps have no such table', async () => {
    expect((await get(`${app.url}/api/events.steps.csv`)).status).toBe(404)
  })
})

describe('the timeline for TimelineJS', () => {
  const read = async (): Promise<TimelineJs> =>
    (await get(`${app.url}/api/timeline.timelinejs.json?jurisdiction=XX`)).body
  const slide = ({ events }: TimelineJs, id: string): Slide => {
    const found = events.find(({ unique_id }) => unique_id === id)
    if (!found) throw new Error(`No slide ${id}`)
    return found
  }

  test('rounds no date: a month is a month, between two days is a stretch, and words say the doubt', async () => {
    const timeline = await read()
    const dates = (key: string) => {
      const { start_date, end_date, display_date } = slide(timeline, `example-bill-${key}`)
      return [start_date, end_date, display_date]
    }
    expect(dates('year')).toEqual([{ year: 2019 }, undefined, '2019'])
    expect(dates('month')).toEqual([{ year: 2019, month: 2 }, undefined, 'February 2019'])
    expect(dates('day')).toEqual([{ year: 2019, month: 4, day: 5 }, undefined, '5 April 2019'])
    expect(dates('between')).toEqual([
      { year: 2019, month: 5, day: 6 },
      { year: 2019, month: 5, day: 20 },
      'between 6 and 20 May 2019',
    ])
    expect(dates('about')[2]).toBe('about July 2019')
    expect(dates('open')[2]).toBe('on or before 3 February 2020')
  })

  test('what has no date is left out and counted; what the record says is never markup', async () => {
    const timeline = await read()
    expect(timeline.title.text.text).toContain('1 without a date left out.')
    const all = JSON.stringify(timeline)
    expect(all).not.toContain('<b>')
    expect(slide(timeline, 'example-bill-day').group).toBe('Bill &lt;b&gt; &amp; “more”')
    expect(slide(timeline, 'example-bill-day').text.text).toContain('<a href="https://gazette.example/1">')
    expect(slide(timeline, 'example-bill-between').text.text).toContain('Example Gazette: A withheld page (reported)')
  })
})
