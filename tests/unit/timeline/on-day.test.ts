import { describe, expect, test } from 'vitest'
import { sayCounts } from '../../../web/elements/threat-line-counts.ts'
import { buildMeasure, buildView, date, event, letter } from '../../../web/gallery/build-view.ts'
import { compareDays } from '../../../web/timeline/compare.ts'
import { describe as inWords } from '../../../web/timeline/describe.ts'
import { groupLanes } from '../../../web/timeline/groups.ts'
import { layOut, xOf } from '../../../web/timeline/lay-out.ts'
import { replyOnDay } from '../../../web/timeline/on-day.ts'
import { replyWord } from '../../../web/timeline/words.ts'

const SENT = date('2020-01-10')
const received = (on: string) => ({ state: 'received', on: date(on) }) as const

describe('a reply on a day', () => {
  test('that came later had not come: its own date vouches for that, up to the day', () => {
    expect(replyOnDay(received('2020-06-01'), SENT, '2020-03-01')).toEqual({
      reply: { state: 'none', asOf: '2020-03-01' },
      later: date('2020-06-01'),
    })
  })

  test('is there on its day and after it', () => {
    for (const day of ['2020-06-01', '2024-01-01'])
      expect(replyOnDay(received('2020-06-01'), SENT, day)).toEqual({ reply: received('2020-06-01'), later: null })
  })

  test('whose date can mean before and after the day is not known, neither silence nor reply', () => {
    expect(replyOnDay(received('2020-06'), SENT, '2020-06-10').reply).toEqual({ state: 'not_known' })
    expect(replyOnDay(received('2020-06'), SENT, '2020-05-31').reply).toEqual({ state: 'none', asOf: '2020-05-31' })
    expect(replyOnDay(received('2020-06'), SENT, '2020-06-30').reply.state).toBe('received')
  })

  test('silence goes no further than the day, nor than the source', () => {
    const silence = (day: string) => replyOnDay({ state: 'none', asOf: '2021-01-01' }, SENT, day).reply
    expect(silence('2020-05-01')).toEqual({ state: 'none', asOf: '2020-05-01' })
    expect(silence('2023-05-01')).toEqual({ state: 'none', asOf: '2021-01-01' })
  })

  test('to a letter that was not yet sent is no silence', () => {
    expect(replyOnDay(received('2020-06-01'), SENT, '2019-12-31').reply.state).toBe('received')
  })

  test('is told with the one that came after it', () => {
    const [told] = inWords(view()).letters
    expect(told?.reply).toBe(
      'No reply had come by 1 March 2020, 10 days before the deadline. One came later, on 1 June 2020.',
    )
    expect(replyWord({ reply: { state: 'not_known' }, laterReply: date('2020-06'), dueOn: null })).toBe(
      'Whether a reply came is not known. One is dated June 2020.',
    )
  })

  test('that came later stands pale in the drawing, after the silence', () => {
    const layout = layOut(view(), 1200)
    const dot = layout.marks.find((mark) => mark.kind === 'circle' && mark.layer === 'plot' && mark.item === 'letter:a')
    expect(dot?.kind === 'circle' && dot.opacity).toBeLessThan(0.5)
    expect(dot?.kind === 'circle' && dot.x).toBeCloseTo((xOf(layout, '2020-06-01') + xOf(layout, '2020-06-02')) / 2)
    expect(layout.items.find(({ id }) => id === 'letter:a')?.name).toContain('No reply had come by 1 March 2020')
  })

  test('is still told where the day is held against a later one', () => {
    expect(compareDays(view(), '2021-01-01')?.letters).toContain('1 June 2020: reply to Letter a')
  })
})

const lane = (slug: string, on: string) =>
  buildMeasure({
    slug,
    title: slug,
    steps: [
      [on, 'introduced', 'Introduced'],
      ['2023-01-01', 'in_force', 'In force'],
    ],
  }).lane

/** On 1 March 2020: one measure begun, one later; a letter whose reply came later, one sent later; an event before and one after. */
function view(asOf = '2020-03-01') {
  return buildView({
    asOf,
    lanes: [lane('early', '2019-05-01'), lane('late', '2021-05-01')],
    letters: [
      letter('a', '2020-01-10', received('2020-06-01'), { dueOn: '2020-03-11' }),
      letter('b', '2022-01-10', { state: 'none', asOf: '2022-09-01' }),
    ],
    events: [event('x', '2019-06-01', 'X'), event('y', '2022-06-01', 'Y')],
  })
}

describe('counts on a day', () => {
  test('are of what was there, and what came later is counted apart', () => {
    expect(view().counts).toMatchObject({
      measures: 1,
      letters: { replied: 0, noReply: 1, notKnown: 0 },
      events: 1,
      later: { measures: 1, letters: 1, events: 1 },
    })
    expect(view('2024-01-01').counts).toMatchObject({
      measures: 2,
      letters: { replied: 1, noReply: 1, notKnown: 0 },
      events: 2,
      later: { measures: 0, letters: 0, events: 0 },
    })
  })

  test('what may have begun by the day was there', () => {
    const lanes = [lane('doubtful', '2020'), lane('open', '[..2020-12-31]')]
    expect(buildView({ asOf: '2020-03-01', lanes }).counts).toMatchObject({ measures: 2, later: { measures: 0 } })
  })

  test('are said so: in the summary, in headings, and while the day is dragged', () => {
    const said = inWords(view())
    expect(said.summary[0]).toMatch(/^As of 1 March 2020: 1 measure, 1 /)
    expect(said.summary.at(-1)).toBe('1 more measure, 1 letter and 1 event came later.')
    expect(said.measures.map(({ slug, later }) => [slug, later])).toEqual([
      ['early', false],
      ['late', true],
    ])
    expect(said.measures[1]?.status).toBe('Begins later: 1 May 2021.')
    expect(groupLanes(view(), 'kind')?.[0]?.says).toMatch(/^1 measure: 1 .+; 1 more begins later$/)
    expect(sayCounts(view(), '2018-01-01')).toBe('2 begin later')
    expect(sayCounts(view(), '2024-01-01')).toBe('2 in force')
  })
})
