import fc from 'fast-check'
import { expect, describe as group, test } from 'vitest'
import { buildMeasure, buildView, letter, relation, SOURCE } from '../../../web/gallery/build-view.ts'
import { kyrgyzView } from '../../../web/gallery/timeline.examples.ts'
import { describe } from '../../../web/timeline/describe.ts'
import { anyView } from './arbitrary-view.ts'

group('any view in words', () => {
  test('names every measure, step, letter, opinion and event, in the record’s order', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const said = describe(view)
        expect(said.measures.map(({ slug }) => slug)).toEqual(view.lanes.map(({ slug }) => slug))
        expect(said.measures.map(({ steps }) => steps.map(({ key }) => key))).toEqual(
          view.lanes.map(({ steps }) => steps.map(({ key }) => key)),
        )
        const letters = view.letters.filter(({ kind }) => kind === 'letter').map(({ slug }) => slug)
        expect(said.letters.map(({ slug }) => slug).sort()).toEqual(letters.sort())
        expect(said.letters.length + said.opinions.length).toBe(view.letters.length)
        expect(said.events.map(({ slug }) => slug).sort()).toEqual(view.events.map(({ slug }) => slug).sort())
        expect(said.measures.every(({ status }) => status.endsWith('.'))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  test('says every vote, date and source of every step', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const said = describe(view)
        view.lanes.forEach((lane, i) => {
          lane.steps.forEach((step, n) => {
            const words = said.measures[i]?.steps[n]
            expect(words?.when).not.toBe('')
            expect(words?.cites).toHaveLength(step.cites.length)
            if (step.vote) expect(words?.vote).toBe(`${step.vote.for} for, ${step.vote.against} against`)
            expect(words?.notes.includes('Planned.')).toBe(step.planned)
            expect(words?.notes.includes('Sources disagree about this.')).toBe(step.disputed)
          })
        })
      }),
      { numRuns: 60 },
    )
  })
})

group('what is said', () => {
  const said = describe(kyrgyzView())
  const measure = (slug: string) => said.measures.find((found) => found.slug === slug)

  test('of a status: since when, with its doubt, by which step and rule', () => {
    expect(measure('foreign-representatives')?.status).toBe('In force at the latest since 9 September 2024.')
    expect(measure('foreign-representatives')?.because).toContain('By the step “Rules take effect”')
    expect(measure('foreign-representatives')?.because).toContain('Rule S7: A source shows')
    expect(measure('gay-propaganda')?.status).toBe('In procedure since 6 May 2014. No step known since 24 May 2016.')
  })

  test('of the past: each status with its first and last day, and the quiet years', () => {
    expect(measure('constitutional-amendments-2016')?.history).toContain('In force from 15 January 2017 to 4 May 2021.')
    expect(measure('gay-propaganda')?.history).toContain('Dormant since 24 May 2017: no step is known.')
  })

  test('of the past: a first day that only is the last of the step’s doubt, as that', () => {
    const steps = [
      ['2013-09', 'drafted'],
      ['2014-03-05', 'introduced'],
    ] as const
    const { lane } = buildMeasure({ slug: 'a', title: 'A', steps, checkedOn: '2014-06-01' })
    expect(describe(buildView({ lanes: [lane] })).measures[0]?.history.slice(0, 2)).toEqual([
      'Proposed at the latest from 30 September 2013 to 4 March 2014.',
      'In procedure since 5 March 2014.',
    ])
  })

  test('of rights: the severity in words, also where it was not assessed', () => {
    expect(measure('foreign-representatives')?.rights.map(({ text }) => text)).toEqual([
      'Expression: serious',
      'Association: severe',
      'Privacy: serious',
      'Non-discrimination: severity not assessed',
    ])
  })

  test('of relations: on both measures', () => {
    expect(measure('foreign-representatives')?.relations).toEqual([
      { text: 'This measure revives “Foreign agents” bill.', other: 'foreign-agents' },
    ])
    expect(measure('foreign-agents')?.relations).toEqual([
      { text: '“Foreign representatives” law revives this measure.', other: 'foreign-representatives' },
    ])
  })

  test('of a relation to a measure that is not in the view, and of one only announced', () => {
    const { lane } = buildMeasure({ slug: 'a', title: 'A', steps: [] })
    const view = buildView({ lanes: [lane], relations: [relation('a', 'replaces', 'elsewhere', true)] })
    expect(describe(view).measures[0]?.relations[0]?.text).toBe('This measure is meant to replace elsewhere.')
  })

  test('of a letter: the deadline, and the silence in days since it', () => {
    const view = buildView({
      letters: [
        letter('a', '2020-07-16', { state: 'none', asOf: '2021-07-15' }, { dueOn: '2020-09-14' }),
        letter('b', '2020-07-16', { state: 'none', asOf: '2021-07-15' }),
        letter('c', '2020-07-16', { state: 'not_known' }),
        letter('d', '2020-07-16', { state: 'received', on: null }),
        letter('e', null, { state: 'received', on: { edtf: '2021-05', earliest: '2021-05-01', latest: '2021-05-31' } }),
        letter('f', '2020-07-16', { state: 'none', asOf: '2020-08-01' }, { dueOn: '2020-09-14' }),
      ],
    })
    const letters = describe(view).letters
    expect(letters.map(({ reply }) => reply)).toEqual([
      'No reply had come by 15 July 2021, 304 days after the deadline.',
      'No reply had come by 15 July 2021; its deadline is not known.',
      'Whether a reply came is not known.',
      'Replied; date not known.',
      'No reply had come by 1 August 2020, 44 days before the deadline.',
      'Replied (May 2021).',
    ])
    expect(letters[0]?.deadline).toBe('Reply due by 14 September 2020.')
    expect(letters[1]?.deadline).toBe('Deadline not known.')
    expect(letters.at(-1)?.when).toBe('date not known')
  })

  test('of a source: publisher and title, or its slug where the view does not hold it', () => {
    const step = measure('foreign-agents')?.steps[0]
    expect(step?.cites[0]).toMatchObject({
      source: SOURCE.slug,
      text: 'Example register: Register of bills',
      certainty: 'stated by the source',
      locator: 'p. 3',
    })
    const bare = { ...kyrgyzView(), sources: {} }
    expect(describe(bare).measures[0]?.steps[0]?.cites[0]?.text).toBe(SOURCE.slug)
  })

  test('of the whole: how many, in which status, as of which day', () => {
    expect(said.summary[0]).toMatch(/^As of 23 November 2026: 10 measures, /)
    expect(said.summary[0]).toContain('5 in force')
    expect(said.summary[1]).toBe('9 letters: 2 answered, 3 without reply, 4 not known.')
    expect(said.pressure[0]).toMatch(/^From \d+ \w+ \d{4}: 1 pending, 0 in force\.$/)
  })
})
