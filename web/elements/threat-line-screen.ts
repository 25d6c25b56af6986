/** What the drawing is made for: its size, the screen's pixel ratio, and the colours of the page. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { cssName, DARK, FORCED, LIGHT, PAINTS, type Paint, type Palette } from '../timeline/palette.ts'

const COLOUR_QUERIES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']

/** How much of the window's height a drawing that scrolls takes at most; threat-line.css says the same. */
const MOST_OF_WINDOW = 0.85

/** Watches while the host is in a page, and asks the host for an update when something changes. */
export class Screen implements ReactiveController {
  /** CSS pixels; 0 while the drawing is not shown. */
  width = 0
  private height = 0
  pixelRatio = 1
  palette: Palette = LIGHT
  /** As its theme says, else as the page is that it stands in. */
  isDark = false
  private drawing: HTMLElement | null = null
  private stops: (() => void)[] = []
  private forgetRatio = () => {}

  constructor(private readonly host: ReactiveControllerHost & HTMLElement & { theme: string | null }) {
    host.addController(this)
  }

  hostConnected(): void {
    // As wide as the drawing will be, so that the first picture need not wait for a page laid out without it.
    this.width = this.host.clientWidth
    this.readPixelRatio()
    this.readPalette()
    // A page's own switch between light and dark is an attribute of its root.
    const theme = new MutationObserver(() => this.readPalette())
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['class', 'data-theme', 'style'] })
    this.stops.push(() => theme.disconnect(), ...COLOUR_QUERIES.map((query) => listen(query, () => this.readPalette())))
    if (this.drawing) this.observe(this.drawing)
  }

  hostDisconnected(): void {
    this.forgetRatio()
    for (const stop of this.stops) stop()
    this.stops = []
  }

  /** CSS pixels: of a drawing that scrolls, no less than what is in sight. */
  get sight(): number {
    return Math.max(this.height, Math.ceil(window.innerHeight * MOST_OF_WINDOW))
  }

  /** Follows the size of the drawing, which is there after the host's first update. */
  observe(drawing: HTMLElement): void {
    this.drawing = drawing
    const size = new ResizeObserver(([entry]) => entry && this.readSize(entry.contentRect))
    size.observe(drawing)
    this.stops.push(() => size.disconnect())
  }

  /** As the observer tells it: asking the drawing would lay out the page before its time. */
  private readSize({ width, height }: DOMRectReadOnly): void {
    const before = { width: this.width, sight: this.sight }
    this.width = Math.floor(width)
    this.height = height
    if (this.width !== before.width || this.sight !== before.sight) this.host.requestUpdate()
  }

  /** A query names one ratio only, so that it is asked anew after each change. */
  private readPixelRatio(): void {
    this.pixelRatio = window.devicePixelRatio
    this.host.requestUpdate()
    this.forgetRatio()
    this.forgetRatio = listen(`(resolution: ${this.pixelRatio}dppx)`, () => this.readPixelRatio())
  }

  readPalette(): void {
    const { theme } = this.host
    this.isDark = theme === 'dark' || (theme !== 'light' && isDarkAround(this.host))
    this.palette = resolve(this.host, this.isDark ? DARK : LIGHT, matchMedia('(forced-colors: active)').matches)
    this.host.requestUpdate()
  }
}

/** A page that knows dark says so: most do not, whatever their readers prefer. */
function isDarkAround(host: HTMLElement): boolean {
  const { colorScheme } = getComputedStyle(host)
  return /dark/.test(colorScheme) && (!/light/.test(colorScheme) || matchMedia('(prefers-color-scheme: dark)').matches)
}

const HEX = /^#[\da-f]{6}$/i

/**
 * A canvas knows no custom properties, and its gradients take system colours for those of a light page; the colour of an
 * element that uses one is what it stands for. Most stand as they are: an element asked for each is a page styled for each.
 */
function resolve(host: HTMLElement, palette: Palette, isForced: boolean): Palette {
  const stated = getComputedStyle(host)
  const probe = document.createElement('span')
  probe.hidden = true
  host.shadowRoot?.append(probe)
  const computed = getComputedStyle(probe)
  const colours = PAINTS.map((paint): [Paint, string] => {
    const colour = stated.getPropertyValue(cssName(paint)).trim() || palette[paint]
    if (!isForced && HEX.test(colour)) return [paint, colour]
    probe.style.setProperty('color', isForced ? FORCED[paint] : `var(${cssName(paint)}, ${palette[paint]})`)
    return [paint, toHex(computed.color)]
  })
  probe.remove()
  return Object.fromEntries(colours) as Record<Paint, string>
}

/** As the painter can fade it: a computed colour without alpha is written `rgb(1, 2, 3)`. Any other stays as it is. */
function toHex(colour: string): string {
  const [, ...parts] = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour) ?? []
  return parts.length > 0 ? `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}` : colour
}

function listen(query: string, onChange: () => void): () => void {
  const list = matchMedia(query)
  list.addEventListener('change', onChange)
  return () => list.removeEventListener('change', onChange)
}
