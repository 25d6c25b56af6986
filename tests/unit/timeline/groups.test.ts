import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GROUPINGS } from '../../../db/vocabulary/lists.ts'
import { buildMeasure, buildView } from '../../../web/gallery/build-view.ts'
import { closedGroupsView, manyLanesView, statesView } from '../../../web/gallery/timeline.examples.ts'
import { groupLanes } from '../../../web/timeline/groups.ts'
import { layOut } from '../../../web/timeline/lay-out.ts'
import { anySetting, anyView, optionsOf } from './arbitrary-view.ts'

const titles = (group: (typeof GROUPINGS)[number], view = statesView) =>
  groupLanes(view, group)?.map(({ title }) => title)

describe('lanes put together', () => {
  test('stand each in exactly one group, in the view’s order', () => {
    fc.assert(
      fc.property(anyView, fc.constantFrom(...GROUPINGS), (view, by) => {
        const groups = groupLanes(view, by)
        if (by === 'measure') {
          expect(groups).toBeNull()
          return
        }
        const lanes = groups?.flatMap((group) => group.lanes) ?? []
        expect(lanes.toSorted((a, b) => a - b)).toEqual(view.lanes.map((_, i) => i))
        for (const group of groups ?? []) expect(group.lanes).toEqual(group.lanes.toSorted((a, b) => a - b))
        expect(new Set(groups?.map(({ key }) => key)).size).toBe(groups?.length)
      }),
      { numRuns: 200 },
    )
  })

  test('by State and family stand as their stories begin, what is in none at the end', () => {
    expect(titles('state')).toEqual(['Georgia', 'Hungary', 'Kyrgyzstan', 'Russia'])
    expect(titles('family')).toEqual(['Foreign agents', '“Propaganda”', 'In no family'])
  })

  test('by status stand what binds first; by right, each under the one it touches most severely', () => {
    expect(titles('status')).toEqual(['In force', 'Defeated'])
    expect(titles('right')).toEqual(['Expression', 'Association'])
  })

  test('a part of a State stands with the State', () => {
    const lane = (slug: string, jurisdiction: string) =>
      buildMeasure({ slug, title: slug, jurisdiction, steps: [] }).lane
    const view = buildView({ lanes: [lane('a', 'ba-srp'), lane('b', 'ba')], states: [{ slug: 'ba', name: 'Bosnia' }] })
    expect(titles('state', view)).toEqual(['Bosnia'])
  })

  test('a heading counts its measures and says where they stand', () => {
    expect(groupLanes(statesView, 'state')?.[0]?.says).toBe('5 measures: 3 in force, 2 defeated')
  })

  test('by status follow the day that the reader drags to', () => {
    const before = groupLanes(statesView, 'status', '2001-01-01')
    expect(before?.map(({ title, lanes }) => [title, lanes.length])).toEqual([['No status yet', 20]])
  })
})

describe('the drawing of groups', () => {
  test('of closed ones shows the headings alone, each an item that can be opened', () => {
    const { items, lanes } = layOut(closedGroupsView, 1200)
    expect(lanes).toEqual([])
    expect(items.filter(({ kind }) => kind === 'group').map(({ name, open }) => [name.split(',', 1)[0], open])).toEqual(
      [
        ['Georgia', false],
        ['Hungary', false],
        ['Kyrgyzstan', false],
        ['Russia', false],
      ],
    )
  })

  test('of an open one shows its lanes beneath its heading, in the order of the keyboard', () => {
    const { items } = layOut(closedGroupsView, 1200, { open: ['hu'] })
    const order = items.filter(({ kind }) => kind === 'group' || kind === 'measure').map(({ id }) => id)
    const own = ['hu-0', 'hu-1', 'hu-2', 'hu-3', 'hu-4'].map((slug) => `measure:${slug}`)
    expect(order).toEqual(['group:ge', 'group:hu', ...own, 'group:kg', 'group:ru'])
  })

  test('lays out in a window what would stand there without it', () => {
    fc.assert(
      fc.property(anyView, anySetting, fc.nat(900), fc.integer({ min: 50, max: 600 }), (view, setting, top, height) => {
        const options = optionsOf(setting)
        const whole = layOut(view, setting.width, options)
        const part = layOut(view, setting.width, { ...options, window: { top, height } })
        const met = whole.lanes.filter((lane) => lane.y + lane.height > top && lane.y < top + height)
        const got = new Map(part.lanes.map((lane) => [lane.slug, lane.y]))
        for (const { slug, y } of met) expect(got.get(slug)).toBe(y)
        expect(part.height).toBe(whole.height)
      }),
      { numRuns: 100 },
    )
  })

  test('of ten thousand measures lays out what is in sight', () => {
    const layout = layOut(manyLanesView(), 1200, { group: 'state', open: ['kg'], window: { top: 2000, height: 800 } })
    expect(layout.lanes.length).toBeGreaterThan(10)
    expect(layout.lanes.length).toBeLessThan(25)
  })
})
