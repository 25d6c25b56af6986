/** The drawing as SVG: for the page without script, print, exports and the share image. */
import type { BarMark, Edge, Item, Layout, Mark, Pattern, TextMark } from './marks.ts'
import { ARROW } from './marks.ts'
import { fitText, wrapText } from './metrics.ts'
import { DARK, LIGHT, PAGE, type Paint, type Palette } from './palette.ts'

export interface SvgOptions {
  /** `page` names the page's custom properties; the others hold the colours themselves. */
  palette: 'page' | 'light' | 'dark'
  /** Drawn on top, and the accessible name. */
  title?: string
  /** Under the title, in up to three lines. */
  subtitle?: string
  /** The accessible description; not drawn. */
  description?: string
  /** Lines at the foot: sources, licence, date. */
  footer?: readonly string[]
  /** Where an item leads; null for none. Links make the drawing a group for screen readers, for an image holds none. */
  linkTo?: (item: Item) => string | null
  /** CSS for a document that stands alone: the font that its text is set in. */
  styles?: string
  /** Least height in pixels; what is left over stays empty at the foot. */
  height?: number
  /** Begins every id inside, so that several drawings fit one document. Letters, digits and hyphens. */
  idPrefix?: string
}

const PALETTES: Readonly<Record<SvgOptions['palette'], Palette>> = { page: PAGE, light: LIGHT, dark: DARK }
const FONT = 'DejaVu Sans, Verdana, Arial, sans-serif'
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'
const TITLE_SIZE = 22
const SUBTITLE_SIZE = 13
export const FOOTER_SIZE = 11
const FOOTER_LINE = 17
/** Of a subtitle, and of each text at the foot. */
const MOST_LINES = 3
/** Between the title and what stands under it. */
const TITLE_GAP = 5
/** Around a drawing that stands alone; on a page the page gives the air. */
const MARGIN = 20

/**
 * A whole SVG document element, well-formed XML, without style attribute or script, without style element (for a strict CSP)
 * unless styles are given, and with nothing to load. Marks of an item stand in a group with `data-item`, titled with the item's name.
 */
export function toSvg(layout: Layout, options: SvgOptions): string {
  const drawing = new Drawing(layout, options)
  return drawing.render()
}

class Drawing {
  private readonly colours: Palette
  private readonly prefix: string
  private readonly items: Map<string, Item>
  private readonly margin: number
  private readonly named = new Set<string>()
  private readonly definitions = new Map<string, string>()

  constructor(
    private readonly layout: Layout,
    private readonly options: SvgOptions,
  ) {
    this.colours = PALETTES[options.palette]
    this.margin = options.palette === 'page' ? 0 : MARGIN
    this.prefix = (options.idPrefix ?? 'timeline').replace(/[^\w-]/g, '-')
    this.items = new Map(
      layout.items.flatMap((item) => [
        [item.id, item],
        ...(item.members ?? []).map((id): [string, Item] => [id, item]),
      ]),
    )
  }

  render(): string {
    const { layout, options, prefix } = this
    const head = this.head()
    const marks = this.marks()
    const foot = this.foot(head.height + layout.height)
    const width = layout.width + 2 * this.margin
    const drawnHeight = Math.ceil(head.height + layout.height + foot.height) + 2 * this.margin
    const height = Math.max(drawnHeight, options.height ?? 0)
    const drawn = element('g', { transform: `translate(0 ${head.height})` }, marks)
    const content = head.svg + (head.height > 0 ? drawn : marks) + foot.svg
    const labelled = [options.title ? `${prefix}-title` : '', options.description ? `${prefix}-description` : '']
    const attributes = {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: options.linkTo ? 'group' : 'img',
      'aria-labelledby': labelled.filter(Boolean).join(' ') || null,
      direction: layout.direction === 'rtl' ? 'rtl' : null,
      'font-family': options.palette === 'page' ? null : FONT,
    }
    return element(
      'svg',
      attributes,
      [
        options.title ? element('title', { id: `${prefix}-title` }, escapeXml(options.title)) : '',
        options.description ? element('desc', { id: `${prefix}-description` }, escapeXml(options.description)) : '',
        options.styles ? element('style', {}, escapeXml(options.styles)) : '',
        this.definitions.size > 0 ? element('defs', {}, [...this.definitions.values()].join('')) : '',
        options.palette === 'page' ? '' : element('rect', { width, height, fill: this.colours.ground }),
        this.margin > 0 ? element('g', { transform: `translate(${this.margin} ${this.margin})` }, content) : content,
      ].join(''),
    )
  }

  private head(): { svg: string; height: number } {
    const { title, subtitle, palette } = this.options
    // On a page the title stands above the drawing, as a heading of the page.
    if (palette === 'page') return { svg: '', height: 0 }
    const lines = [
      ...(title ? [{ text: title, size: TITLE_SIZE, bold: true, paint: 'ink' as const }] : []),
      ...this.wrapped(subtitle ?? '', SUBTITLE_SIZE).map((text) => ({
        text,
        size: SUBTITLE_SIZE,
        bold: false,
        paint: 'muted' as const,
      })),
    ]
    let y = 0
    const svg = lines.map(({ text, size, bold, paint }, i) => {
      y += Math.round(size * 1.35) + (title && i === 1 ? TITLE_GAP : 0)
      return this.line(text, y, size, bold, paint)
    })
    return { svg: svg.join(''), height: lines.length > 0 ? y + 18 : 0 }
  }

  private wrapped(text: string, size: number): string[] {
    return text ? wrapText(text, this.layout.width, size, MOST_LINES) : []
  }

  private foot(top: number): { svg: string; height: number } {
    const lines = (this.options.footer ?? []).flatMap((text) => this.wrapped(text, FOOTER_SIZE))
    const svg = lines.map((text, i) => this.line(text, top + 8 + FOOTER_LINE * (i + 1), FOOTER_SIZE, false, 'muted'))
    return { svg: svg.join(''), height: lines.length > 0 ? 8 + FOOTER_LINE * lines.length + 10 : 0 }
  }

  private line(text: string, y: number, size: number, bold: boolean, paint: Paint): string {
    const { width, direction } = this.layout
    const shown = fitText(text, width, size, bold)
    const x = direction === 'ltr' ? 0 : width
    const weight = bold ? 'bold' : null
    return element(
      'text',
      { x, y, 'font-size': size, 'font-weight': weight, fill: this.colours[paint] },
      this.isolate(escapeXml(shown)),
    )
  }

  /** Neighbouring marks of one item share a group, and a link where it leads somewhere. */
  private marks(): string {
    const runs: { item: string | undefined; svg: string }[] = []
    for (const mark of this.layout.marks) {
      const svg = this.mark(mark)
      const last = runs.at(-1)
      if (last && last.item === mark.item) last.svg += svg
      else runs.push({ item: mark.item, svg })
    }
    return runs.map(({ item, svg }) => (item === undefined ? svg : this.group(item, svg))).join('')
  }

  /** What is drawn of an item after its first part can be clicked, but is neither named nor reached by the keyboard again. */
  private group(id: string, svg: string): string {
    const item = this.items.get(id)
    const isFirst = item !== undefined && !this.named.has(item.id)
    if (isFirst) this.named.add(item.id)
    const title = isFirst ? element('title', {}, escapeXml(item.name)) : ''
    const href = item ? this.options.linkTo?.(item) : null
    const group = element('g', { 'data-item': item?.id ?? id }, title + svg)
    if (!href) return group
    return element('a', isFirst ? { href } : { href, tabindex: -1, 'aria-hidden': 'true' }, group)
  }

  private mark(mark: Mark): string {
    const opacity = mark.opacity ?? null
    switch (mark.kind) {
      case 'bar':
        return this.bar(mark)
      case 'rect': {
        const inset = mark.stroke ? 0.5 : 0
        return element('rect', {
          x: mark.x + inset,
          y: mark.y + inset,
          width: mark.width - 2 * inset,
          height: mark.height - 2 * inset,
          rx: mark.radius || null,
          fill: this.colour(mark.fill),
          stroke: mark.stroke && this.colours[mark.stroke],
          opacity,
        })
      }
      case 'circle':
        return element('circle', {
          cx: mark.x,
          cy: mark.y,
          r: mark.radius,
          fill: this.colour(mark.fill),
          stroke: mark.stroke && this.colours[mark.stroke],
          'stroke-width': mark.strokeWidth,
          'stroke-dasharray': mark.dashed ? '2.8 1.9' : null,
          opacity,
        })
      case 'diamond': {
        const { x, y, radius: r } = mark
        return element('path', {
          d: `M${n(x)} ${n(y - r)}L${n(x + r)} ${n(y)}L${n(x)} ${n(y + r)}L${n(x - r)} ${n(y)}Z`,
          fill: this.colour(mark.fill),
          stroke: mark.stroke && this.colours[mark.stroke],
          'stroke-dasharray': mark.dashed ? '2.8 1.9' : null,
          opacity,
        })
      }
      case 'envelope': {
        const { x, y, width, height } = mark
        const flap = `M${n(x)} ${n(y)}L${n(x + width / 2)} ${n(y + height * 0.6)}L${n(x + width)} ${n(y)}`
        return element('path', {
          d: `M${n(x)} ${n(y)}H${n(x + width)}V${n(y + height)}H${n(x)}Z${flap}`,
          fill: this.colours[mark.fill],
          stroke: this.colours[mark.stroke],
          'stroke-width': 1.4,
          'stroke-linejoin': 'round',
          opacity,
        })
      }
      case 'line':
        return element('line', {
          x1: mark.x1,
          y1: mark.y1,
          x2: mark.x2,
          y2: mark.y2,
          stroke: this.colours[mark.stroke],
          'stroke-width': mark.strokeWidth,
          'stroke-dasharray': mark.dashed ? '3 3' : null,
          opacity,
        })
      case 'curve': {
        const [start, ...rest] = mark.points.map(([x, y]) => `${n(x)} ${n(y)}`)
        return element('path', {
          d: `M${start}C${rest.join(' ')}`,
          fill: 'none',
          stroke: this.colours[mark.stroke],
          'stroke-width': mark.strokeWidth,
          'stroke-dasharray': mark.dashed ? '4 3' : null,
          opacity,
        })
      }
      case 'area':
        return element('path', {
          d: `M${mark.points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`,
          fill: this.colours[mark.fill],
          opacity,
        })
      case 'text':
        return this.text(mark)
    }
  }

  private text(mark: TextMark): string {
    const tail = mark.tail
      ? element(
          'tspan',
          { 'font-weight': mark.tail.bold ? 'bold' : null, fill: this.colours[mark.tail.paint] },
          escapeXml(mark.tail.text),
        )
      : ''
    // Words stand clear of lines and curves behind them.
    const halo = mark.part === 'label' || mark.part === 'lane-title' || mark.part === 'lane-status'
    return element(
      'text',
      {
        x: mark.x,
        y: mark.y,
        'font-size': mark.size,
        'font-weight': mark.bold ? 'bold' : null,
        'text-anchor': mark.anchor === 'start' ? null : mark.anchor,
        fill: this.colours[mark.paint],
        stroke: halo ? this.colours.ground : null,
        'stroke-width': halo ? 3 : null,
        'stroke-linejoin': halo ? 'round' : null,
        'paint-order': halo ? 'stroke' : null,
        opacity: mark.opacity ?? null,
      },
      this.isolate(escapeXml(mark.text) + tail),
    )
  }

  /** The hard middle, the fading ends and the arrow's tip; a pattern lies over all of them. */
  private bar(mark: BarMark): string {
    const { x, y, width, height, edges } = mark
    const [low, high] = edges.map((edge) => Math.min(width, fadeOf(edge))) as [number, number]
    // Two fades that meet share the width.
    const shrink = low + high > width ? width / (low + high) : 1
    const from = x + low * shrink
    const until = x + width - high * shrink
    const box = { y, height }
    const fill = mark.pattern === 'hatch' ? this.hatch(mark.paint) : this.colours[mark.paint]
    const parts = [
      from > x ? element('rect', { ...box, x, width: from - x, fill: this.gradient(mark.paint, 'in') }) : '',
      until > from ? element('rect', { ...box, x: from, width: until - from, fill }) : '',
      until < x + width
        ? element('rect', { ...box, x: until, width: x + width - until, fill: this.gradient(mark.paint, 'out') })
        : '',
      this.arrow(mark),
      mark.pattern === 'none' || mark.pattern === 'hatch' || until <= from
        ? ''
        : element('rect', { ...box, x: from, width: until - from, fill: this.overlay(mark.pattern) }),
    ].join('')
    return mark.opacity === undefined ? parts : element('g', { opacity: mark.opacity }, parts)
  }

  private arrow({ x, y, width, height, edges, paint }: BarMark): string {
    const [low, high] = edges
    if (low.kind !== 'arrow' && high.kind !== 'arrow') return ''
    const [base, tip] = high.kind === 'arrow' ? [x + width, x + width + height * ARROW] : [x, x - height * ARROW]
    const d = `M${n(base)} ${n(y - 2)}L${n(tip)} ${n(y + height / 2)}L${n(base)} ${n(y + height + 2)}Z`
    return element('path', { d, fill: this.colours[paint] })
  }

  /** In a right-to-left drawing a text keeps its own direction: its dots and quotation marks stay on their sides. */
  private isolate(text: string): string {
    return this.layout.direction === 'rtl' ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text
  }

  private colour(paint: Paint | null): string {
    return paint === null ? 'none' : this.colours[paint]
  }

  private define(name: string, make: (id: string) => string): string {
    const id = `${this.prefix}-${name}`
    if (!this.definitions.has(id)) this.definitions.set(id, make(id))
    return `url(#${id})`
  }

  private gradient(paint: Paint, way: 'in' | 'out'): string {
    return this.define(`fade-${way}-${paint}`, (id) => {
      const stop = (offset: number, opacity: number) =>
        element('stop', { offset, 'stop-color': this.colours[paint], 'stop-opacity': opacity })
      return element('linearGradient', { id }, way === 'in' ? stop(0, 0) + stop(1, 1) : stop(0, 1) + stop(1, 0))
    })
  }

  private hatch(paint: Paint): string {
    return this.define(`hatch-${paint}`, (id) =>
      this.tile(
        id,
        5,
        element('rect', { width: 5, height: 5, fill: this.colours[paint], opacity: 0.14 }) +
          element('rect', { width: 1.6, height: 5, fill: this.colours[paint] }),
        45,
      ),
    )
  }

  private overlay(pattern: Exclude<Pattern, 'none' | 'hatch'>): string {
    return this.define(pattern, (id) =>
      pattern === 'stripes'
        ? this.tile(id, 6, element('rect', { width: 2, height: 6, fill: this.colours.ground, opacity: 0.55 }), 45)
        : this.tile(id, 6, element('circle', { cx: 3, cy: 3, r: 1.1, fill: this.colours.ground }), 0),
    )
  }

  private tile(id: string, size: number, content: string, turn: number): string {
    const patternTransform = turn === 0 ? null : `rotate(${turn})`
    return element(
      'pattern',
      { id, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform },
      content,
    )
  }
}

function fadeOf(edge: Edge): number {
  return edge.kind === 'soft' || edge.kind === 'fading' ? edge.fade : 0
}

/** Hundredths of a pixel are enough, and short. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** `content` is markup; attributes are escaped here, and left out where null. */
function element(name: string, attributes: Record<string, string | number | null>, content = ''): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== null)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? n(value) : escapeXml(value)}"`)
    .join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** What XML 1.0 cannot hold at all (control characters, lone surrogates) is left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
