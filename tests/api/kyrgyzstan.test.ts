/** What the real record of Kyrgyzstan must answer. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawPicture } from '../../api/picture.ts'
import type { Store } from '../../db/connect.ts'
import { readSeed } from '../../seed/load.ts'
import { get, type RunningApp, startApp, TODAY } from '../support/app.ts'
import { openEmbedded } from '../support/stores.ts'

let app: RunningApp
let store: Store
let drop: () => Promise<void>
beforeAll(async () => {
  const opened = await openEmbedded()
  ;({ drop, store } = opened)
  app = await startApp(opened.store, await readSeed(resolve('seed')))
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

const statusOn = async (slug: string, asOf: string) =>
  (await get(`${app.url}/api/measures/${slug}?asOf=${asOf}`)).body.status

test('the record holds at least the nineteen measures of the first collection', async () => {
  const { body } = await get(`${app.url}/api/measures?jurisdiction=KG&limit=100`)
  expect(body.items.length).toBeGreaterThanOrEqual(19)
})

test.each([
  ['foreign-representatives-law-2022-2024', '2024-03-20', { is: 'adopted', since: '2024-03-14', rule: 'S3' }],
  [
    'foreign-representatives-law-2022-2024',
    TODAY,
    { is: 'in_force', since: '2024-09-09', rule: 'S7', atTheLatest: true },
  ],
  ['manipulating-information-2020-2021', '2020-10-01', { is: 'returned', since: '2020-08-03', rule: 'S4' }],
  ['manipulating-information-2020-2021', '2021-07-15', { is: 'in_procedure', since: '2021-05-31', rule: 'S2' }],
  ['manipulating-information-2020-2021', '2021-08-01', { is: 'adopted', since: '2021-07-28', rule: 'S3' }],
  ['gay-propaganda-bill-2014', TODAY, { is: 'in_procedure', dormant: true, rule: 'S2' }],
  ['foreign-agents-bill-2013-2016', '2016-05-12', { is: 'defeated', since: '2016-05-12', rule: 'S12' }],
  ['constitution-2021', '2020-12-20', { is: 'proposed', rule: 'S1' }],
  ['constitution-2021', '2021-03-20', { is: 'in_procedure', rule: 'S2' }],
  ['constitution-2021', '2021-04-20', { is: 'adopted', since: '2021-04-11', rule: 'S3' }],
  ['constitution-2021', '2021-05-05', { is: 'in_force', since: '2021-05-05', rule: 'S6' }],
  ['constitutional-amendments-2016', '2017-01-14', { is: 'adopted' }],
  ['constitutional-amendments-2016', '2017-01-15', { is: 'in_force', since: '2017-01-15', asAnnounced: true }],
  ['constitutional-amendments-2016', '2021-05-04', { is: 'in_force' }],
  ['constitutional-amendments-2016', '2021-05-05', { is: 'ended', since: '2021-05-05', rule: 'S11' }],
  ['child-harmful-information-draft-2019', '2021-07-15', { is: 'in_procedure', rule: 'S13', asReported: true }],
  ['child-protection-information-amendments-2023', TODAY, { is: 'adopted', entryIntoForceNotEstablished: true }],
  ['bishkek-assembly-bans-2022-2026', '2022-04-05', { is: 'in_force' }],
  ['bishkek-assembly-bans-2022-2026', '2022-10-01', { is: 'in_force' }],
  ['bishkek-assembly-bans-2022-2026', '2022-12-10', { is: 'ended', rule: 'S9' }],
  ['bishkek-assembly-bans-2022-2026', '2023-06-01', { is: 'in_force' }],
  ['bishkek-assembly-bans-2022-2026', '2024-02-01', { is: 'in_force' }],
  ['bishkek-assembly-bans-2022-2026', '2024-08-01', { is: 'in_force' }],
  ['bishkek-assembly-bans-2022-2026', '2025-05-01', { is: 'in_force' }],
  ['bishkek-assembly-bans-2022-2026', '2025-08-01', { is: 'in_force' }],
  ['bishkek-assembly-bans-2022-2026', '2025-12-01', { is: 'in_force' }],
  ['bishkek-assembly-bans-2022-2026', '2026-03-31', { is: 'in_force' }],
  ['bishkek-assembly-bans-2022-2026', '2026-04-01', { is: 'ended', since: '2026-04-01', rule: 'S9' }],
])('%s on %s', async (slug, day, status) => {
  expect(await statusOn(slug, day)).toMatchObject(status)
})

test('every status names its rule, and the step it rests on is a step of the measure named', async () => {
  const { body } = await get(`${app.url}/api/measures?limit=100`)
  for (const { slug, status } of body.items) {
    expect(status.rule, slug).toMatch(/^S\d+$/)
    const { body: basis } = await get(`${app.url}/api/measures/${status.basis.measure}`)
    expect(
      basis.steps.map((step: { key: string }) => step.key),
      slug,
    ).toContain(status.basis.step)
  }
})

test('letter AL KGZ 2/2021: deadline, mandates, measures, questions, and the five letters before it', async () => {
  const { body } = await get(`${app.url}/api/communications/AL-KGZ-2-2021`)
  expect(body.deadline).toEqual({ days: 60, on: '2021-09-13', basis: 'stated_in_letter' })
  expect(body.reply.state).toBe('not_known')
  expect(body.from.map((from: { resolution: string }) => from.resolution).sort()).toEqual([
    '41/12',
    '41/18',
    '43/16',
    '43/4',
  ])
  expect(body.measures).toHaveLength(7)
  expect(body.questions.map((question: { number: number }) => question.number)).toEqual([1, 2, 3, 4, 5, 6])
  type Earlier = { citedAs: string; resolved: { reply: { state: string; asOf?: string } } }
  expect(
    body.earlier
      .map((letter: Earlier) => [letter.citedAs, letter.resolved.reply.state, letter.resolved.reply.asOf])
      .sort(),
  ).toEqual([
    ['KGZ 1/2014', 'received', undefined],
    ['KGZ 1/2020', 'none', '2021-07-15'],
    ['KGZ 2/2013', 'received', undefined],
    ['KGZ 2/2015', 'none', '2021-07-15'],
    ['KGZ 5/2014', 'none', '2021-07-15'],
  ])
})

test('the letter of January 2022 keeps both claims about its day and the reference that does not resolve', async () => {
  const { body } = await get(`${app.url}/api/communications/joint-letter-ngo-law-2022`)
  expect(body.reference).toBeNull()
  const [disagreement] = body.disagreements
  expect(disagreement.field).toBe('on')
  expect(
    disagreement.claims.map((claim: { value: string; preferred: boolean }) => [claim.value, claim.preferred]),
  ).toEqual(
    expect.arrayContaining([
      ['2022-01', true],
      ['2021-01-06', false],
    ]),
  )
  expect(disagreement.claims).toHaveLength(2)
  expect(body.citedAs).toMatchObject([{ citedAs: 'KGZ 1/2020', resolvedTo: null }])
  const page = await get(`${app.url}/communications/joint-letter-ngo-law-2022`, { headers: { accept: 'text/html' } })
  expect(page.text).toContain('6 January 2021')
  expect(page.text).toContain('January 2022')
  expect(page.text).toContain('KGZ 1/2020')
})

test('a reference finds the letter that it was published for', async () => {
  expect((await get(`${app.url}/api/communications/KGZ-1-2020`)).body).toMatchObject({
    slug: 'kgz-1-2020',
    on: { edtf: '2020-03-09' },
  })
})

test('on 15 July 2021 the timeline counts what was so that day', async () => {
  const { body } = await get(`${app.url}/api/timeline?jurisdiction=kg&asOf=2021-07-15`)
  expect(body.counts.letters).toEqual({ replied: 2, noReply: 3, notKnown: 1 })
  expect(body.counts.byStatus.returned).toBeUndefined()
  const lane = body.lanes.find((found: { slug: string }) => found.slug === 'foreign-representatives-law-2022-2024')
  expect(lane.status.is).toBeNull()
})

test('on a day before a reply, timeline, ledger, card, lists and counts say alike that none had come', async () => {
  const day = '2015-03-01'
  const read = async (path: string) => (await get(`${app.url}${path}${path.includes('?') ? '&' : '?'}asOf=${day}`)).body
  const named = (items: { slug: string }[]) => items.find(({ slug }) => slug === 'kgz-1-2014')
  const [timeline, ledger, letter, measure, state] = await Promise.all([
    read('/api/timeline?jurisdiction=kg'),
    read('/api/ledger?jurisdiction=kg'),
    read('/api/communications/kgz-1-2014'),
    read('/api/measures/gay-propaganda-bill-2014'),
    read('/api/jurisdictions/KG'),
  ])
  expect(named(timeline.letters)).toMatchObject({
    reply: { state: 'none', asOf: day },
    laterReply: { edtf: '2015-04-21' },
  })
  expect(named(ledger.items)).toMatchObject({ replyOnDay: 'none', silence: { until: day } })
  for (const one of [letter, named(measure.communications), named(state.letters)])
    expect(one).toMatchObject({ replyOnDay: 'none', reply: { state: 'received' } })
  const counted = ({ past, ahead, unknown }: Record<string, number>) => (past ?? 0) + (ahead ?? 0) + (unknown ?? 0)
  expect(timeline.counts.letters).toEqual({
    replied: counted(ledger.counts.received),
    noReply: counted(ledger.counts.none),
    notKnown: counted(ledger.counts.not_known),
  })
  expect(state.counts.letters).toEqual({
    received: timeline.counts.letters.replied,
    none: timeline.counts.letters.noReply,
    not_known: timeline.counts.letters.notKnown,
  })
  for (const path of ['/communications/kgz-1-2014', '/?jurisdiction=KG']) {
    const { text } = await get(`${app.url}${path}${path.includes('?') ? '&' : '?'}asOf=${day}`, {
      headers: { accept: 'text/html' },
    })
    expect(text).toContain('No reply had come by 1 March 2015')
    expect(text).toContain('One came later, on 21 April 2015.')
  }
})

test('what begins, was sent or happened after the day is in no count but that of what came later', async () => {
  const { body } = await get(`${app.url}/api/timeline?jurisdiction=kg&asOf=2021-07-15`)
  const { body: today } = await get(`${app.url}/api/timeline?jurisdiction=kg`)
  const begun = body.lanes.filter(({ steps }: { steps: { on: { earliest: string | null } }[] }) => {
    const first = steps[0]?.on.earliest
    return !first || first <= '2021-07-15'
  })
  expect(body.counts.measures).toBe(begun.length)
  expect(body.counts.later.measures).toBe(body.lanes.length - begun.length)
  expect(body.counts.later.measures).toBeGreaterThan(0)
  expect(body.counts.events + body.counts.later.events).toBe(body.events.length)
  expect(today.counts.later).toEqual({ measures: 0, letters: 0, events: 0 })
  const { text } = await get(`${app.url}/?jurisdiction=KG&asOf=2021-07-15`, { headers: { accept: 'text/html' } })
  expect(text).toContain(`${begun.length} measures · `)
  expect(text).toMatch(new RegExp(`as of 15 July 2021 \\(${body.counts.later.measures} more measures.* came later\\)`))
  const state = await get(`${app.url}/api/jurisdictions/KG?asOf=2021-07-15`)
  expect(state.body.counts.measures).toBe(begun.length)
  expect(state.body.counts.later.measures).toBe(body.counts.later.measures)
})

test('pages of a State and of an idea tell what began after the day last, and count it apart', async () => {
  const html = async (path: string) => (await get(`${app.url}${path}`, { headers: { accept: 'text/html' } })).text
  const state = await html('/jurisdictions/KG?asOf=2021-07-15')
  const [before = '', after = ''] = state.split('Begun after 15 July 2021')
  expect(before).not.toContain('Mass media law, 2025')
  expect(after).toContain('Mass media law, 2025')
  expect(after).toContain('first step not before')
  const { planned } = (await get(`${app.url}/api/jurisdictions/KG?asOf=2021-07-15`)).body
  expect(planned.map(({ measure }: { measure: { slug: string } }) => measure.slug)).not.toContain(
    'cabinet-resolution-518-2024',
  )
  const idea = await html('/families/ngo-control?asOf=2021-07-15')
  expect(idea).toMatch(/as of 15 July 2021 \(\d+ more measures came later\)/)
  const [, last = ''] = idea.split('<p class="later-heading">')
  expect(last).toContain('“Foreign representatives” law')
  expect(await html('/families/ngo-control')).not.toContain('later-heading')
})

test('the covenant was acceded to on 7 October 1994', async () => {
  const { body } = await get(`${app.url}/api/instruments/iccpr`)
  expect(body.parties).toMatchObject([{ jurisdiction: 'kg', action: 'accession', on: { edtf: '1994-10-07' } }])
})

test('the picture in the README is the one that the project draws (npm run picture draws it anew)', async () => {
  expect(await readFile('docs/timeline.svg', 'utf8')).toBe(await drawPicture(store.db))
})
