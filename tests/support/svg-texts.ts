/** The texts of an SVG as a renderer finds them: where each stands, how large, how wide in the shipped font. */
import { XMLParser } from 'fast-xml-parser'
import type { Box } from '../../web/timeline/marks.ts'
import { textWidth } from '../../web/timeline/metrics.ts'

export interface DrawnText {
  text: string
  /** In pixels of the drawing. */
  size: number
  box: Box
}

export interface DrawnSvg {
  width: number
  height: number
  texts: DrawnText[]
}

type Attributes = Readonly<Record<string, string>>
type Node = Readonly<Record<string, Node[] | string>> & { readonly ':@'?: Attributes }

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
})

/** DejaVu's ascent and descent, in parts of its size. */
const ASCENT = 0.928
const DESCENT = 0.236
/** Isolates have no width. */
const UNSEEN = /[\u2066-\u2069]/g

/** Throws where a text is moved by more than a translation, or sized by more than its own attributes. */
export function readSvg(svg: string): DrawnSvg {
  const [root] = (parser.parse(svg) as Node[]).filter((node) => 'svg' in node)
  const attributes = root?.[':@'] ?? {}
  const isFromRight = attributes.direction === 'rtl'
  const texts: DrawnText[] = []
  const walk = (nodes: readonly Node[], x: number, y: number) => {
    for (const node of nodes) {
      const [name = ''] = Object.keys(node).filter((key) => key !== ':@')
      const own = node[':@'] ?? {}
      const children = node[name]
      if (!Array.isArray(children) || name === 'defs') continue
      if (name === 'text') texts.push(readText(children, own, x, y, isFromRight))
      const [, dx = '0', dy = '0'] = /^translate\(([-\d.]+) ([-\d.]+)\)$/.exec(own.transform ?? '') ?? []
      if (own.transform && !own.transform.startsWith('translate')) throw new Error(`Moved by ${own.transform}`)
      if (name !== 'text') walk(children, x + Number(dx), y + Number(dy))
    }
  }
  walk((root?.svg ?? []) as Node[], 0, 0)
  return {
    width: Number(attributes.width),
    height: Number(attributes.height),
    texts: texts.filter(({ text }) => text.trim() !== ''),
  }
}

function readText(
  children: readonly Node[],
  own: Attributes,
  left: number,
  top: number,
  isFromRight: boolean,
): DrawnText {
  const size = Number(own['font-size'])
  const runs = children.map((child) => {
    const inside = 'tspan' in child ? (child.tspan as Node[]) : [child]
    const text = inside.map((part) => String(part['#text'] ?? '')).join('')
    const weight = child[':@']?.['font-weight'] ?? own['font-weight']
    return { text: text.replace(UNSEEN, ''), isBold: weight === 'bold' }
  })
  const width = runs.reduce((sum, { text, isBold }) => sum + textWidth(text, size, isBold), 0)
  const share = { start: 0, middle: 0.5, end: 1 }[own['text-anchor'] ?? 'start'] ?? Number.NaN
  const x = left + Number(own.x) - width * (isFromRight ? 1 - share : share)
  const y = top + Number(own.y) - size * ASCENT
  return { text: runs.map(({ text }) => text).join(''), size, box: { x, y, width, height: size * (ASCENT + DESCENT) } }
}
