import { describe, expect, test } from 'vitest'
import { kyrgyzView } from '../../../web/gallery/timeline.examples.ts'
import { itemAt } from '../../../web/timeline/hit-test.ts'
import { layOut } from '../../../web/timeline/lay-out.ts'
import type { Item } from '../../../web/timeline/marks.ts'

const layout = layOut(kyrgyzView(), 1340)
const centre = ({ box }: Item): [number, number] => [box.x + box.width / 2, box.y + box.height / 2]

const item = (id: string, kind: Item['kind'], x: number, width = 9): Item => ({
  id,
  kind,
  box: { x: x - width / 2, y: 95.5, width, height: 9 },
  name: id,
  lane: null,
  slug: id,
  day: null,
  order: 0,
})

describe('what lies under the pointer', () => {
  test('each step, cluster, letter and event is found at its own middle', () => {
    const kinds: Item['kind'][] = ['step', 'cluster', 'letter', 'communication', 'event']
    for (const found of layout.items.filter(({ kind }) => kinds.includes(kind))) {
      expect(itemAt(layout, ...centre(found))?.id).toBe(found.id)
    }
  })

  test('a target is 24 pixels wide at the least', () => {
    const items = [item('a', 'step', 100)]
    expect(itemAt({ items }, 111, 100)?.id).toBe('a')
    expect(itemAt({ items }, 89, 111)?.id).toBe('a')
    expect(itemAt({ items }, 113, 100)).toBeNull()
  })

  test('between two, the nearer is meant', () => {
    const items = [item('a', 'step', 100), item('b', 'step', 116)]
    expect(itemAt({ items }, 107, 100)?.id).toBe('a')
    expect(itemAt({ items }, 109, 100)?.id).toBe('b')
  })

  test('a step is meant before the bar beneath it, and the bar before the lane', () => {
    const items = [item('lane', 'measure', 100, 400), item('bar', 'span', 100, 200), item('step', 'step', 100)]
    expect(itemAt({ items }, 104, 100)?.id).toBe('step')
    expect(itemAt({ items }, 150, 100)?.id).toBe('bar')
    expect(itemAt({ items }, 250, 100)?.id).toBe('lane')
  })

  test('along a long bar every place is as near', () => {
    const items = [item('long', 'span', 300, 600), item('short', 'span', 610, 30)]
    expect(itemAt({ items }, 20, 100)?.id).toBe('long')
  })

  test('where nothing is, nothing is found', () => {
    expect(itemAt(layout, layout.width / 2, -50)).toBeNull()
    expect(itemAt({ items: [] }, 0, 0)).toBeNull()
  })
})
