import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GROUPINGS } from '../../../db/vocabulary/lists.ts'
import { buildMeasure, buildView, event, letter, relation, TODAY } from '../../../web/gallery/build-view.ts'
import {
  emptyView,
  fortyStepsView,
  kyrgyzView,
  oneDayView,
  openEndedView,
  overlappingView,
} from '../../../web/gallery/timeline.examples.ts'
import { layOut } from '../../../web/timeline/lay-out.ts'
import type { BarMark, Box, Layout, Mark, TextMark } from '../../../web/timeline/marks.ts'
import { ARROW } from '../../../web/timeline/marks.ts'
import { boxOfText } from '../../../web/timeline/sheet.ts'
import { dayAt, xOf } from '../../../web/timeline/time-scale.ts'
import { anySetting, anyView, optionsOf } from './arbitrary-view.ts'

const textsOf = ({ marks }: Layout) => marks.filter((mark): mark is TextMark => mark.kind === 'text')
const barsOf = ({ marks }: Layout) => marks.filter((mark): mark is BarMark => mark.kind === 'bar')

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height })

function boxesOf(mark: Mark, direction: 'ltr' | 'rtl'): Box[] {
  switch (mark.kind) {
    case 'bar': {
      const tips = mark.edges.map(({ kind }) => (kind === 'arrow' ? mark.height * ARROW : 0)) as [number, number]
      return [{ ...boxOf(mark), x: mark.x - tips[0], width: mark.width + tips[0] + tips[1] }]
    }
    case 'rect':
    case 'envelope':
      return [boxOf(mark)]
    case 'circle':
    case 'diamond':
      return [{ x: mark.x - mark.radius, y: mark.y - mark.radius, width: 2 * mark.radius, height: 2 * mark.radius }]
    case 'line': {
      const { x1, y1, x2, y2 } = mark
      return [{ x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) }]
    }
    case 'curve':
      return [mark.points[0], mark.points[3]].map(([x, y]) => ({ x, y, width: 0, height: 0 }))
    case 'area':
      return mark.points.map(([x, y]) => ({ x, y, width: 0, height: 0 }))
    case 'text':
      return [boxOfText(mark, direction)]
  }
}

function overlap(a: Box, b: Box): boolean {
  const air = 0.01
  return (
    a.x + a.width > b.x + air && b.x + b.width > a.x + air && a.y + a.height > b.y + air && b.y + b.height > a.y + air
  )
}

function overlappingTexts(layout: Layout): [string, string][] {
  const texts = textsOf(layout).map((mark) => ({ mark, box: boxOfText(mark, layout.direction) }))
  return texts.flatMap((one, i) =>
    texts
      .slice(i + 1)
      .flatMap((other): [string, string][] => (overlap(one.box, other.box) ? [[one.mark.text, other.mark.text]] : [])),
  )
}

describe('any view, in any width and range', () => {
  test('words never stand on one another', () => {
    fc.assert(
      fc.property(anyView, anySetting, fc.constantFrom('ltr' as const, 'rtl' as const), (view, setting, direction) => {
        const layout = layOut(view, setting.width, { ...optionsOf(setting), direction })
        expect(overlappingTexts(layout)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('nor on a telephone, whichever way time runs, however lanes stand together', () => {
    const anyWidth = fc.constantFrom(320, 360, 768, 1440)
    const directions = fc.constantFrom('ltr' as const, 'rtl' as const)
    fc.assert(
      fc.property(anyView, anyWidth, directions, fc.constantFrom(...GROUPINGS), (view, width, direction, group) => {
        expect(overlappingTexts(layOut(view, width, { direction, group, open: 'all' }))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('nothing is drawn outside the drawing', () => {
    fc.assert(
      fc.property(anyView, anySetting, (view, setting) => {
        const { marks, width, height, direction } = layOut(view, setting.width, optionsOf(setting))
        for (const box of marks.flatMap((mark) => boxesOf(mark, direction))) {
          expect(Object.values(box).every(Number.isFinite)).toBe(true)
          expect(box.width).toBeGreaterThanOrEqual(0)
          expect(box.x).toBeGreaterThanOrEqual(-0.01)
          expect(box.x + box.width).toBeLessThanOrEqual(width + 0.01)
          expect(box.y).toBeGreaterThanOrEqual(-0.01)
          expect(box.y + box.height).toBeLessThanOrEqual(height + 0.01)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('every step that has a date is an item or in a cluster', () => {
    fc.assert(
      fc.property(anyView, fc.integer({ min: 200, max: 1800 }), (view, width) => {
        const { items } = layOut(view, width, { range: view.extent, open: 'all' })
        const shown = new Set(items.flatMap(({ id, members }) => [id, ...(members ?? [])]))
        const dated = view.lanes.flatMap(({ slug, steps }) => steps.map(({ key }) => `step:${slug}/${key}`))
        expect(dated.filter((id) => !shown.has(id))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('every letter, opinion and event that has a date is an item or in a cluster', () => {
    fc.assert(
      fc.property(anyView, fc.integer({ min: 200, max: 1800 }), (view, width) => {
        const { items } = layOut(view, width, { range: view.extent })
        const shown = new Set(items.flatMap(({ id, members }) => [id, ...(members ?? [])]))
        const dated = [
          ...view.letters
            .filter(({ on }) => on !== null)
            .map(({ slug, kind }) => (kind === 'letter' ? `letter:${slug}` : `communication:${slug}`)),
          ...view.events.map(({ slug }) => `event:${slug}`),
        ]
        expect(dated.filter((id) => !shown.has(id))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('the same view gives the same marks, also as a copy that was never laid out', () => {
    fc.assert(
      fc.property(anyView, anySetting, (view, setting) => {
        const first = layOut(view, setting.width, optionsOf(setting))
        expect(layOut(view, setting.width, optionsOf(setting))).toEqual(first)
        expect(layOut(structuredClone(view), setting.width, optionsOf(setting))).toEqual(first)
      }),
      { numRuns: 60 },
    )
  })

  test('a layout is plain data', () => {
    fc.assert(
      fc.property(anyView, anySetting, (view, setting) => {
        const layout = layOut(view, setting.width, optionsOf(setting))
        expect(JSON.parse(JSON.stringify(layout))).toEqual(layout)
      }),
      { numRuns: 60 },
    )
  })

  test('lanes and sections follow one another without gap or overlap, and the keyboard follows the items', () => {
    fc.assert(
      fc.property(anyView, anySetting, (view, setting) => {
        const { lanes, sections, items, height } = layOut(view, setting.width, optionsOf(setting))
        const heads = items.filter(({ kind }) => kind === 'group').map(({ box }) => box)
        const rows = [...lanes, ...heads].sort((a, b) => a.y - b.y)
        rows.slice(1).forEach((row, i) => {
          const before = rows[i]
          expect(row.y).toBeCloseTo((before?.y ?? 0) + (before?.height ?? 0))
        })
        sections.slice(1).forEach((section, i) => {
          const before = sections[i]
          expect(section.y).toBeCloseTo((before?.y ?? 0) + (before?.height ?? 0))
        })
        const last = sections.at(-1)
        expect(height).toBe(Math.ceil((last?.y ?? 0) + (last?.height ?? 0)))
        expect(items.map(({ order }) => order)).toEqual(items.map((_, i) => i))
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
      }),
      { numRuns: 100 },
    )
  })

  test('right to left is the same drawing turned over, with words anchored at their own start', () => {
    fc.assert(
      fc.property(anyView, anySetting, (view, setting) => {
        const ltr = layOut(view, setting.width, optionsOf(setting))
        const rtl = layOut(view, setting.width, { ...optionsOf(setting), direction: 'rtl' })
        expect(rtl.marks.length).toBe(ltr.marks.length)
        rtl.marks.forEach((mark, i) => {
          const before = ltr.marks[i] as Mark
          const over = boxesOf(before, 'ltr').map((box) => ltr.width - box.x - box.width)
          boxesOf(mark, 'rtl').forEach((box, n) => {
            expect(box.x).toBeCloseTo(over[n] as number, 5)
          })
        })
        expect(rtl.items.map(({ id }) => id)).toEqual(ltr.items.map(({ id }) => id))
        expect(rtl.labels.x1).toBe(rtl.width - ltr.labels.x0)
        expect(xOf(rtl, TODAY)).toBeCloseTo(rtl.width - xOf(ltr, TODAY), 5)
      }),
      { numRuns: 100 },
    )
  })
})

describe('situations', () => {
  test('an empty view says so and has no item', () => {
    const layout = layOut(emptyView, 900)
    expect(textsOf(layout).map(({ text }) => text)).toContain('No measures in this view.')
    expect(layout.items).toEqual([])
    expect(layout.sections.map(({ kind }) => kind)).toEqual(['pressure', 'axis', 'lanes'])
  })

  test('one day fills the plot, its step in the middle of it', () => {
    const layout = layOut(oneDayView, 900)
    const step = layout.items.find(({ kind }) => kind === 'step')
    const middle = (layout.plot.x0 + layout.plot.x1) / 2
    expect((step?.box.x ?? 0) + (step?.box.width ?? 0) / 2).toBeCloseTo(middle)
    expect(layout.ticks.map(({ label }) => label)).toEqual(['23 Nov 2026'])
  })

  test('forty steps in four years become clusters that hold all forty', () => {
    const { items } = layOut(fortyStepsView, 900)
    const clusters = items.filter(({ kind }) => kind === 'cluster')
    const single = items.filter(({ kind }) => kind === 'step')
    expect(clusters.length).toBeGreaterThan(0)
    expect(clusters.reduce((sum, { members }) => sum + (members?.length ?? 0), single.length)).toBe(40)
  })

  test('zooming in takes clusters apart', () => {
    const { items } = layOut(fortyStepsView, 1200, { range: { from: '2015-01-01', until: '2015-12-31' } })
    expect(items.filter(({ kind }) => kind === 'step')).toHaveLength(12)
    expect(items.filter(({ kind }) => kind === 'cluster')).toHaveLength(0)
  })

  test('thirty letters of one day fill rows, and the rest is one cluster', () => {
    const { items } = layOut(overlappingView, 1000)
    const letters = items.filter(({ kind }) => kind === 'letter')
    const cluster = items.find(({ id }) => id.startsWith('cluster:letter:'))
    expect(letters.length + (cluster?.members?.length ?? 0)).toBe(30)
  })

  test('a range that is the wrong way round is turned', () => {
    const range = { from: '2022-01-01', until: '2020-01-01' }
    expect(layOut(kyrgyzView(), 900, { range }).range).toEqual({ from: '2020-01-01', until: '2022-01-01' })
  })

  test('sections that are hidden leave no room behind', () => {
    const layout = layOut(kyrgyzView(), 900, { hide: ['pressure', 'legend', 'opinions'] })
    expect(layout.sections.map(({ kind }) => kind)).toEqual(['axis', 'lanes', 'letters', 'events'])
    expect(layout.sections[0]?.y).toBe(0)
  })

  test('under 560 pixels titles stand above the bars and the plot takes the width', () => {
    const layout = layOut(kyrgyzView(), 360)
    expect(layout.labels.x1).toBe(layout.labels.x0)
    const title = textsOf(layout).find(({ part }) => part === 'lane-title')
    const bar = barsOf(layout).find(({ item }) => item?.startsWith('span:'))
    expect((title?.y ?? 0) < (bar?.y ?? 0)).toBe(true)
  })

  test('a votes’ label names the step and the two numbers', () => {
    const words = textsOf(layOut(kyrgyzView(), 1340)).map(({ text }) => text)
    expect(words).toContain('1st reading 79–7')
    expect(words).toContain('3rd reading 46–65')
  })
})

describe('lanes in a window', () => {
  const lanes = Array.from(
    { length: 1000 },
    (_, i) =>
      buildMeasure({ slug: `m${i}`, title: `Measure ${i}`, steps: [['2020-01-01', 'introduced', 'Introduced']] }).lane,
  )
  const view = buildView({ lanes, relations: [relation('m999', 'revives', 'm0')] })

  test('only lanes that meet the window are laid out, where they would stand without it', () => {
    const all = layOut(view, 900)
    const some = layOut(view, 900, { window: { top: 10_000, height: 600 } })
    expect(some.height).toBe(all.height)
    expect(some.laneCount).toBe(1000)
    expect(some.lanes.length).toBeLessThan(16)
    for (const lane of some.lanes) expect(all.lanes[lane.index]).toEqual(lane)
    expect(some.lanes[0]?.y).toBeLessThanOrEqual(10_000)
    expect((some.lanes.at(-1)?.y ?? 0) + some.rowHeight).toBeGreaterThanOrEqual(10_600)
  })

  test('a curve between two lanes outside the window is drawn where it passes through', () => {
    const some = layOut(view, 900, { window: { top: 10_000, height: 600 } })
    expect(some.marks.filter(({ kind }) => kind === 'curve')).toHaveLength(1)
  })
})

describe('a hundred thousand items', () => {
  const steps = Array.from({ length: 100_000 }, (_, i) => {
    const year = 1950 + Math.floor(i / 1400)
    return [`${year}-${String((i % 12) + 1).padStart(2, '0')}-15`, 'committee', 'Sitting'] as const
  })
  const view = buildView({ lanes: [buildMeasure({ slug: 'long', title: 'Long', steps }).lane] })

  test('in one lane become marks that can be told apart, and none is lost', () => {
    const { marks, items } = layOut(view, 1200)
    expect(marks.length).toBeLessThan(1500)
    const members = items.flatMap(({ members }) => members ?? [])
    const single = items.filter(({ kind }) => kind === 'step').length
    expect(new Set(members).size + single).toBe(100_000)
  })

  test('as letters and as events become one row of clusters', () => {
    const many = buildView({
      letters: Array.from({ length: 50_000 }, (_, i) =>
        letter(`l${i}`, `${1990 + (i % 30)}-06-15`, { state: 'not_known' }),
      ),
      events: Array.from({ length: 50_000 }, (_, i) => event(`e${i}`, `${1990 + (i % 30)}-06-15`, 'Event')),
    })
    const layout = layOut(many, 1200)
    expect(layout.marks.length).toBeLessThan(800)
    expect(layout.items.reduce((sum, { members }) => sum + (members?.length ?? 1), 0)).toBe(100_000)
  })
})

describe('dates and their doubt', () => {
  const viewOf = (on: string, stage: 'introduced' | 'in_force' = 'introduced') =>
    buildView({
      lanes: [buildMeasure({ slug: 'm', title: 'M', steps: [[on, stage, 'Step']] }).lane],
      range: { from: '2019-01-01', until: TODAY },
    })
  const doubtsOf = (layout: Layout) => barsOf(layout).filter(({ paint }) => paint === 'doubt')
  const spanOf = (layout: Layout) => barsOf(layout).find(({ item }) => item?.startsWith('span:')) as BarMark

  test('a day has a hard edge and no doubt around it', () => {
    const layout = layOut(viewOf('2020-05-05'), 1000)
    expect(doubtsOf(layout)).toEqual([])
    expect(spanOf(layout).edges[0]).toEqual({ kind: 'hard' })
    expect(spanOf(layout).x).toBeCloseTo(xOf(layout, '2020-05-05'))
  })

  test('a year is as wide as the doubt and soft, and the circle stands where it is certain', () => {
    const layout = layOut(viewOf('2020'), 1000)
    const [doubt] = doubtsOf(layout)
    expect(doubt?.x).toBeCloseTo(xOf(layout, '2020-01-01'))
    expect((doubt?.x ?? 0) + (doubt?.width ?? 0)).toBeCloseTo(xOf(layout, '2021-01-01'))
    expect(doubt?.edges.map(({ kind }) => kind)).toEqual(['soft', 'soft'])
    const circle = layout.marks.find((mark) => mark.kind === 'circle' && mark.item === 'step:m/s0')
    expect(circle?.kind === 'circle' && circle.x).toBeCloseTo(
      (xOf(layout, '2020-12-31') + xOf(layout, '2021-01-01')) / 2,
    )
  })

  test('a status that began some time in a year fades in over that year', () => {
    const layout = layOut(viewOf('2020'), 1000)
    const span = spanOf(layout)
    expect(span.x).toBeCloseTo(xOf(layout, '2020-01-01'))
    expect(span.edges[0]).toEqual({ kind: 'soft', fade: expect.closeTo(xOf(layout, '2020-12-31') - span.x, 3) })
  })

  test('an approximate date is hatched and never a point without width', () => {
    const [doubt] = doubtsOf(layOut(viewOf('2020-05-05~'), 1000))
    expect(doubt?.pattern).toBe('hatch')
    expect(doubt?.width).toBeGreaterThanOrEqual(10)
  })

  test('an open start fades out before the last day it can mean', () => {
    const layout = layOut(viewOf('[..2020-05-05]'), 1000)
    const [doubt] = doubtsOf(layout)
    expect(doubt?.edges[0].kind).toBe('fading')
    expect(doubt?.x).toBeLessThan(xOf(layout, '2020-05-05'))
    expect(spanOf(layout).edges[0].kind).toBe('fading')
  })

  test('what is only known to be later than a day has a dashed circle and fades towards later', () => {
    const layout = layOut(viewOf('[2020-05-05..]'), 1000)
    expect(doubtsOf(layout)[0]?.edges[1].kind).toBe('fading')
    const circle = layout.marks.find((mark) => mark.kind === 'circle' && mark.item === 'step:m/s0')
    expect(circle?.kind === 'circle' && circle.dashed).toBe(true)
  })

  test('a circle never stands after a step that certainly followed', () => {
    const view = buildView({
      lanes: [
        buildMeasure({
          slug: 'm',
          title: 'M',
          steps: [
            ['2020', 'introduced', 'A'],
            ['2020-03-01', 'first_reading', 'B'],
          ],
        }).lane,
      ],
    })
    const { items } = layOut(view, 1000, { range: { from: '2020-01-01', until: '2020-12-31' } })
    const shown = items.flatMap(({ id, members }) => members ?? [id]).filter((id) => id.startsWith('step:'))
    expect(shown).toEqual(['step:m/s0', 'step:m/s1'])
  })

  test('a measure in force goes on past today with an arrow; one that is pending ends there', () => {
    const inForce = layOut(viewOf('2020-05-05', 'in_force'), 1000)
    expect(spanOf(inForce).edges[1]).toEqual({ kind: 'arrow' })
    const pending = barsOf(layOut(viewOf('2020-05-05'), 1000)).filter(({ item }) => item?.startsWith('span:'))
    expect(pending.at(-1)?.edges[1]).toEqual({ kind: 'hard' })
  })

  test('years without a step are faded and dotted', () => {
    const pieces = barsOf(layOut(viewOf('2020-05-05'), 1000)).filter(({ item }) => item?.startsWith('span:'))
    expect(pieces.map(({ pattern, opacity }) => [pattern, opacity ?? 1])).toEqual([
      ['none', 1],
      ['dots', 0.5],
    ])
  })

  test('an event of two years fades in and out over them; one that goes on runs past today', () => {
    const view = buildView({
      events: [event('a', '2019/2020', 'A'), event('b', '2019-05-05/..', 'B')],
      range: { from: '2018-01-01', until: TODAY },
    })
    const edgesOf = (item: string) =>
      barsOf(layOut(view, 1000))
        .find((bar) => bar.item === item)
        ?.edges.map(({ kind }) => kind)
    expect(edgesOf('event:a')).toEqual(['soft', 'soft'])
    expect(edgesOf('event:b')).toEqual(['hard', 'arrow'])
  })

  test('open ends are drawn in every section', () => {
    const layout = layOut(openEndedView, 1000)
    expect(barsOf(layout).some(({ edges }) => edges.some(({ kind }) => kind === 'fading'))).toBe(true)
    expect(layout.items.some(({ id }) => id === 'letter:undated')).toBe(false)
  })
})

describe('how a measure ended', () => {
  const wordOf = (steps: Parameters<typeof buildMeasure>[0]['steps']) => {
    const view = buildView({ lanes: [buildMeasure({ slug: 'm', title: 'M', steps }).lane] })
    return textsOf(layOut(view, 1200)).map(({ text }) => text)
  }

  test('a cap and the stage’s word', () => {
    const words = wordOf([
      ['2020-01-01', 'introduced', 'A'],
      ['2021-01-01', 'withdrawn', 'B'],
    ])
    expect(words).toContain('withdrawn')
  })

  test('a term that ran out says so', () => {
    expect(wordOf([['2020-01-01', 'in_force', 'A', { until: '2020-12-31' }]])).toContain('term ran out')
  })

  test('a break between two terms is a thread, not a bar', () => {
    const view = buildView({
      lanes: [
        buildMeasure({
          slug: 'm',
          title: 'M',
          steps: [
            ['2020-01-01', 'in_force', 'A', { until: '2020-12-31' }],
            ['2022-01-01', 'extended', 'B', { until: '2022-12-31' }],
          ],
        }).lane,
      ],
    })
    const thread = barsOf(layOut(view, 1200)).find(({ item, height }) => item === 'span:m/2021-01-01' && height < 6)
    expect(thread?.paint).toBe('status-ended')
  })
})

describe('letters', () => {
  const range = { from: '2019-01-01', until: TODAY }
  const layoutOf = (more: Parameters<typeof letter>) => layOut(buildView({ letters: [letter(...more)], range }), 1200)
  const runOf = (layout: Layout) => barsOf(layout).find(({ pattern, layer }) => pattern === 'hatch' && layer === 'plot')

  test('silence runs from the day after the deadline to the day a source vouches for', () => {
    const layout = layoutOf(['a', '2020-01-10', { state: 'none', asOf: '2021-07-15' }, { dueOn: '2020-03-10' }])
    const run = runOf(layout)
    expect(run?.paint).toBe('silence')
    expect(run?.x).toBeCloseTo(xOf(layout, '2020-03-11'))
    expect((run?.x ?? 0) + (run?.width ?? 0)).toBeCloseTo(xOf(layout, '2021-07-16'))
  })

  test('without a known deadline it runs, paler, from the day sent', () => {
    const layout = layoutOf(['a', '2020-01-10', { state: 'none', asOf: '2021-07-15' }])
    expect(runOf(layout)?.paint).toBe('silence-pale')
    expect(runOf(layout)?.x).toBeCloseTo(xOf(layout, '2020-01-11'))
  })

  test('before the deadline there is no silence yet', () => {
    const layout = layoutOf(['a', '2020-01-10', { state: 'none', asOf: '2020-02-01' }, { dueOn: '2020-03-10' }])
    expect(runOf(layout)).toBeUndefined()
  })

  test('where nobody knows, the line ends hollow and nothing is hatched', () => {
    const layout = layoutOf(['a', '2020-01-10', { state: 'not_known' }, { dueOn: '2020-03-10' }])
    const end = layout.marks.find((mark) => mark.kind === 'circle' && mark.layer === 'plot')
    expect(end?.kind === 'circle' && end.fill).toBe('ground')
    expect(runOf(layout)).toBeUndefined()
  })

  test('a reply is a full dot on its day', () => {
    const on = { edtf: '2020-06-01', earliest: '2020-06-01', latest: '2020-06-01' }
    const layout = layoutOf(['a', '2020-01-10', { state: 'received', on }])
    const end = layout.marks.find((mark) => mark.kind === 'circle' && mark.layer === 'plot')
    expect(end?.kind === 'circle' && end.fill).toBe('accent')
    expect(end?.kind === 'circle' && end.x).toBeCloseTo((xOf(layout, '2020-06-01') + xOf(layout, '2020-06-02')) / 2)
  })
})

describe('as of another day', () => {
  const layout = layOut(kyrgyzView('2021-07-15'), 1340)

  test('what came later is faded, what was known is not', () => {
    const border = xOf(layout, '2021-07-16')
    for (const bar of barsOf(layout).filter(({ item, layer }) => layer === 'plot' && item?.startsWith('span:'))) {
      expect((bar.opacity ?? 1) < 0.4).toBe(bar.x >= border - 0.01)
    }
  })

  test('a flag names the day and a dashed line stands where it ends', () => {
    expect(textsOf(layout).find(({ part }) => part === 'flag')?.text).toBe('as of 15 July 2021')
    const line = layout.marks.find(
      (mark) => mark.kind === 'line' && mark.stroke === 'accent' && mark.dashed && mark.x1 === mark.x2,
    )
    expect(line?.kind === 'line' && line.x1).toBeCloseTo(xOf(layout, '2021-07-16'))
  })

  test('today needs no flag', () => {
    expect(textsOf(layOut(kyrgyzView(), 1340)).some(({ part }) => part === 'flag')).toBe(false)
  })

  test('while the as-of line is dragged, the words follow the spans', () => {
    const dragged = layOut(kyrgyzView(), 1340, { asOf: '2021-07-15' })
    const status = (slug: string) =>
      textsOf(dragged).find(({ part, item }) => part === 'lane-status' && item === `measure:${slug}`)?.tail?.text
    expect(status('manipulating-information')).toBe('In procedure')
    expect(status('constitution-2021')).toBe('In force')
    expect(status('foreign-representatives')).toBe('Begins later')
  })
})

describe('families', () => {
  test('a dashed curve leaves the measure that ended and arrives where the new one starts, with the relation in words', () => {
    const layout = layOut(kyrgyzView(), 1340)
    const curve = layout.marks.find((mark) => mark.kind === 'curve' && mark.item?.includes('revives'))
    const [start, , , end] = curve?.kind === 'curve' ? curve.points : []
    expect(start?.[0]).toBeCloseTo(xOf(layout, '2016-05-12'))
    expect(end?.[0]).toBeCloseTo(xOf(layout, '2022-11-30') - 2)
    expect(textsOf(layout).map(({ text }) => text)).toContain('revives “Foreign agents” bill')
  })

  test('of a curve that leaves the range, the part within is where it was', () => {
    const whole = layOut(kyrgyzView(), 1340)
    const part = layOut(kyrgyzView(), 1340, { range: { from: '2018-01-01', until: TODAY } })
    const yAt = (layout: Layout, day: string) => {
      const curve = layout.marks.find((mark) => mark.kind === 'curve' && mark.item?.includes('revives'))
      if (curve?.kind !== 'curve') throw new Error('no curve')
      const x = xOf(layout, day)
      const at = (t: number, axis: 0 | 1) => {
        const [a, b, c, d] = curve.points.map((point) => point[axis]) as [number, number, number, number]
        return (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t * t * c + t ** 3 * d
      }
      let [low, high] = [0, 1]
      for (let i = 0; i < 40; i++) {
        const middle = (low + high) / 2
        if (at(middle, 0) < x) low = middle
        else high = middle
      }
      return at(low, 1)
    }
    expect(part.marks.find((mark) => mark.kind === 'curve')).toBeDefined()
    // The scale differs, so the bend does by a little; a curve held at the edge would differ by a hundred pixels.
    expect(Math.abs(yAt(part, '2019-06-01') - yAt(whole, '2019-06-01'))).toBeLessThan(12)
  })
})

describe('the axis', () => {
  test.each([
    [{ from: '2013-01-01', until: '2026-11-23' }, ['2013', '2014', '2015']],
    [{ from: '2021-01-01', until: '2021-12-31' }, ['2021', 'Feb', 'Mar']],
    [{ from: '2021-06-14', until: '2021-06-20' }, ['14 Jun 2021', '15 Jun', '16 Jun']],
  ])('names years, months or days, whichever fit %o', (range, labels) => {
    const { ticks } = layOut(kyrgyzView(), 1340, { range })
    expect(ticks.slice(0, 3).map(({ label }) => label)).toEqual(labels)
    expect(ticks.every(({ day }) => day >= range.from && day <= range.until)).toBe(true)
  })

  test('a range of days says its year once', () => {
    const { ticks } = layOut(kyrgyzView(), 1340, { range: { from: '2021-06-10', until: '2021-06-20' } })
    expect(ticks.filter(({ label }) => label.includes('2021'))).toHaveLength(1)
  })

  test('speaks the language asked for', () => {
    const range = { from: '2021-01-01', until: '2021-12-31' }
    const labels = layOut(kyrgyzView(), 1340, { range, locale: 'ru' }).ticks.map(({ label }) => label)
    expect(labels.some((label) => label.startsWith('апр'))).toBe(true)
  })

  test('days and pixels turn into one another', () => {
    const layout = layOut(kyrgyzView(), 1340)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (n) => {
        const day = new Date(Date.UTC(2013, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)
        expect(dayAt(layout, xOf(layout, day))).toBe(day)
      }),
    )
    expect(dayAt(layout, -100)).toBe(layout.range.from)
    expect(dayAt(layout, 10_000)).toBe(layout.range.until)
  })
})

describe('relations between measures', () => {
  const older = buildMeasure({
    slug: 'older',
    title: 'Older',
    steps: [
      ['2012-07-01', 'in_force', 'In force'],
      ['2022-12-01', 'repealed', 'Repealed'],
    ],
  }).lane
  const newer = buildMeasure({
    slug: 'newer',
    title: 'Newer',
    steps: [['2015-01-01', 'introduced', 'Introduced']],
  }).lane
  const dayOf = (type: 'inspired_by' | 'amends' | 'replaces') =>
    layOut(buildView({ lanes: [older, newer], relations: [relation('newer', type, 'older')] }), 1200).items.find(
      ({ kind }) => kind === 'relation',
    )?.day

  test('that end nothing lead to the start of the newer one, though the older one ended long after', () => {
    expect(dayOf('inspired_by')).toBe('2015-01-01')
    expect(dayOf('amends')).toBe('2015-01-01')
  })

  test('by which the older one ends lead to the day of its end', () => {
    expect(dayOf('replaces')).toBe('2022-12-01')
  })
})
