import { describe, expect, test } from 'vitest'
import { kyrgyzView } from '../../../web/gallery/timeline.examples.ts'
import { layOut } from '../../../web/timeline/lay-out.ts'
import { type Brush, paint } from '../../../web/timeline/paint.ts'
import { LIGHT } from '../../../web/timeline/palette.ts'

interface Call {
  name: string
  args: unknown[]
  alpha: unknown
}

/** Stands for a canvas: keeps what is called and set. */
function recordingBrush(): { brush: Brush; calls: Call[]; gradients: [number, string][] } {
  const calls: Call[] = []
  const gradients: [number, string][] = []
  const state: Record<string | symbol, unknown> = { globalAlpha: 1 }
  const brush = new Proxy(state, {
    get: (target, key) => {
      if (key in target) return target[key]
      return (...args: unknown[]) => {
        calls.push({ name: String(key), args, alpha: target.globalAlpha })
        return key === 'createLinearGradient'
          ? { addColorStop: (at: number, colour: string) => gradients.push([at, colour]) }
          : undefined
      }
    },
  })
  return { brush: brush as unknown as Brush, calls, gradients }
}

const layout = layOut(kyrgyzView('2021-07-15'), 1340)
const options = { colours: LIGHT, pixelRatio: 2, font: 'sans-serif' }

describe('the plot on a canvas', () => {
  test('writes the words of the plot, drawn no wider than laid out, and leaves the chrome to the document', () => {
    const { brush, calls } = recordingBrush()
    paint(layout, brush, options)
    const written = calls.filter(({ name }) => name === 'fillText').map(({ args }) => [args[0], args[3]])
    const texts = layout.marks.filter((mark) => mark.kind === 'text')
    const expected = texts.filter(({ layer }) => layer === 'plot').map(({ text, maxWidth }) => [text, maxWidth])
    expect(written).toEqual(expected)
    expect(texts.length).toBeGreaterThan(expected.length)
  })

  test('wipes first, in device pixels, and scales by the pixel ratio', () => {
    const { brush, calls } = recordingBrush()
    paint(layout, brush, options)
    expect(calls[0]).toMatchObject({ name: 'setTransform', args: [1, 0, 0, 1, 0, 0] })
    expect(calls[1]).toMatchObject({ name: 'clearRect', args: [0, 0, layout.width * 2, layout.height * 2] })
    expect(calls[2]).toMatchObject({ name: 'setTransform', args: [2, 0, 0, 2, -0, -0] })
  })

  test('gives bars edges on whole device pixels', () => {
    const { brush, calls } = recordingBrush()
    paint(layout, brush, { ...options, pixelRatio: 1.5 })
    const bars = calls.filter(({ name }) => name === 'fillRect')
    expect(bars.length).toBeGreaterThan(10)
    for (const { args } of bars) {
      const [x, y] = args as [number, number]
      expect(x * 1.5).toBeCloseTo(Math.round(x * 1.5), 6)
      expect(y * 1.5).toBeCloseTo(Math.round(y * 1.5), 6)
    }
  })

  test('paints only what meets the view', () => {
    const all = recordingBrush()
    paint(layout, all.brush, options)
    const some = recordingBrush()
    paint(layout, some.brush, { ...options, view: { x: 0, y: 0, width: 1340, height: 120 } })
    expect(some.calls.length).toBeLessThan(all.calls.length / 2)
  })

  test('fades what came after the as-of day', () => {
    const { brush, calls } = recordingBrush()
    paint(layout, brush, options)
    expect(calls.some(({ name, alpha }) => name === 'fillRect' && alpha === 0.32)).toBe(true)
  })

  test('lets soft edges run out into the same colour without opacity', () => {
    const { brush, gradients } = recordingBrush()
    paint(layout, brush, options)
    expect(gradients).toContainEqual([0, `${LIGHT['status-in-force']}00`])
    expect(gradients.every(([at]) => at >= 0 && at <= 1)).toBe(true)
  })

  test('rings the selected item, and nothing else', () => {
    const item = layout.items.find(({ kind }) => kind === 'step')
    const rings = (selected: string | null) => {
      const { brush, calls } = recordingBrush()
      paint(layout, brush, { ...options, selected })
      const box = item?.box ?? { x: 0, y: 0, width: 0, height: 0 }
      const ring = [box.x - 4, box.y - 4, box.width + 8, box.height + 8]
      return calls.filter(({ name, args }) => name === 'rect' && args.every((arg, i) => arg === ring[i])).length
    }
    expect(rings(item?.id ?? '')).toBe(1)
    expect(rings(null)).toBe(0)
    expect(rings('step:nowhere')).toBe(0)
  })
})
