/** The plot's marks on a canvas: the same picture as toSvg, less the chrome, which is text of the document on a screen. */
import type { BarMark, Edge, Layout, Mark, Point, TextMark } from './marks.ts'
import { ARROW } from './marks.ts'
import type { Palette } from './palette.ts'

export type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

export interface PaintOptions {
  /** Resolved colours: a canvas knows no custom properties. */
  colours: Palette
  /** Device pixels per CSS pixel. */
  pixelRatio: number
  /** CSS font families. */
  font: string
  /** The part of the drawing that the canvas shows, in CSS pixels; by default all of it. */
  view?: { x: number; y: number; width: number; height: number }
  /** Id of the item to be ringed. */
  selected?: string | null
}

/** Wipes the canvas and paints on it. Call again freely; only what meets the view is painted. */
export function paint(layout: Layout, brush: Brush, options: PaintOptions): void {
  const { pixelRatio } = options
  const view = options.view ?? { x: 0, y: 0, width: layout.width, height: layout.height }
  brush.setTransform(1, 0, 0, 1, 0, 0)
  brush.clearRect(0, 0, Math.ceil(view.width * pixelRatio), Math.ceil(view.height * pixelRatio))
  brush.setTransform(pixelRatio, 0, 0, pixelRatio, -view.x * pixelRatio, -view.y * pixelRatio)
  brush.direction = layout.direction
  brush.textBaseline = 'alphabetic'
  const hand = new Hand(brush, options)
  for (const mark of layout.marks) {
    if (mark.layer === 'plot' && meets(mark, view.y, view.y + view.height)) hand.draw(mark)
  }
  const selected = layout.items.find(({ id }) => id === options.selected)
  if (selected) hand.ring(selected.box)
}

/** Whether a mark may be seen between two heights; generous rather than exact. */
function meets(mark: Mark, top: number, bottom: number): boolean {
  const reaches = (low: number, high: number) => high >= top - 20 && low <= bottom + 20
  switch (mark.kind) {
    case 'bar':
    case 'rect':
    case 'envelope':
      return reaches(mark.y, mark.y + mark.height)
    case 'line':
      return reaches(Math.min(mark.y1, mark.y2), Math.max(mark.y1, mark.y2))
    case 'curve':
    case 'area': {
      let low = Number.POSITIVE_INFINITY
      let high = Number.NEGATIVE_INFINITY
      for (let i = 0; i < mark.points.length; i++) {
        const y = (mark.points[i] as Point)[1]
        low = Math.min(low, y)
        high = Math.max(high, y)
      }
      return reaches(low, high)
    }
    default:
      return reaches(mark.y, mark.y)
  }
}

class Hand {
  private readonly colours: Palette
  private font = ''

  constructor(
    private readonly brush: Brush,
    private readonly options: PaintOptions,
  ) {
    this.colours = options.colours
  }

  draw(mark: Mark): void {
    this.brush.globalAlpha = mark.opacity ?? 1
    switch (mark.kind) {
      case 'bar':
        this.bar(mark)
        break
      case 'rect':
        this.shape(mark.fill, mark.stroke, 1, false, () => this.rect(mark))
        break
      case 'circle':
        this.shape(mark.fill, mark.stroke, mark.strokeWidth, mark.dashed, () => {
          this.brush.arc(mark.x, mark.y, mark.radius, 0, Math.PI * 2)
        })
        break
      case 'diamond':
        this.shape(mark.fill, mark.stroke, 1, mark.dashed, () => {
          const { x, y, radius: r } = mark
          this.polygon([
            [x, y - r],
            [x + r, y],
            [x, y + r],
            [x - r, y],
          ])
        })
        break
      case 'envelope':
        this.shape(mark.fill, mark.stroke, 1.4, false, () => {
          const { x, y, width, height } = mark
          this.brush.rect(x, y, width, height)
          this.brush.moveTo(x, y)
          this.brush.lineTo(x + width / 2, y + height * 0.6)
          this.brush.lineTo(x + width, y)
        })
        break
      case 'line':
        this.stroke(mark.stroke, mark.strokeWidth, mark.dashed ? [3, 3] : [], () => {
          const isUpright = mark.x1 === mark.x2
          const isLevel = mark.y1 === mark.y2
          this.brush.moveTo(isUpright ? this.centre(mark.x1) : mark.x1, isLevel ? this.centre(mark.y1) : mark.y1)
          this.brush.lineTo(isUpright ? this.centre(mark.x2) : mark.x2, isLevel ? this.centre(mark.y2) : mark.y2)
        })
        break
      case 'curve':
        this.stroke(mark.stroke, mark.strokeWidth, mark.dashed ? [4, 3] : [], () => {
          const [start, a, b, end] = mark.points
          this.brush.moveTo(start[0], start[1])
          this.brush.bezierCurveTo(a[0], a[1], b[0], b[1], end[0], end[1])
        })
        break
      case 'area':
        this.shape(mark.fill, null, 0, false, () => this.polygon(mark.points))
        break
      case 'text':
        this.text(mark)
        break
    }
  }

  /** Around the selected item, clear of it. */
  ring({ x, y, width, height }: { x: number; y: number; width: number; height: number }): void {
    this.brush.globalAlpha = 1
    this.stroke('accent', 2, [], () => this.brush.rect(x - 4, y - 4, width + 8, height + 8))
  }

  private shape(
    fill: keyof Palette | null,
    stroke: keyof Palette | null,
    width: number,
    dashed: boolean,
    trace: () => void,
  ): void {
    const { brush } = this
    brush.beginPath()
    trace()
    if (fill) {
      brush.fillStyle = this.colours[fill]
      brush.fill()
    }
    if (!stroke) return
    brush.strokeStyle = this.colours[stroke]
    brush.lineWidth = width
    brush.setLineDash(dashed ? [2.8, 1.9] : [])
    brush.stroke()
  }

  private stroke(paint: keyof Palette, width: number, dash: number[], trace: () => void): void {
    const { brush } = this
    brush.beginPath()
    trace()
    brush.strokeStyle = this.colours[paint]
    brush.lineWidth = width
    brush.setLineDash(dash)
    brush.stroke()
  }

  private rect({ x, y, width, height, radius, stroke }: Extract<Mark, { kind: 'rect' }>): void {
    const inset = stroke ? 0.5 : 0
    const box = [this.snap(x) + inset, this.snap(y) + inset, width - 2 * inset, height - 2 * inset] as const
    if (radius > 0) this.brush.roundRect(...box, radius)
    else this.brush.rect(...box)
  }

  private polygon(points: readonly (readonly [number, number])[]): void {
    // By place, because taking a point apart costs more than drawing the line to it.
    points.forEach((point, i) => {
      if (i === 0) this.brush.moveTo(point[0], point[1])
      else this.brush.lineTo(point[0], point[1])
    })
    this.brush.closePath()
  }

  private bar(mark: BarMark): void {
    const { brush } = this
    const colour = this.colours[mark.paint]
    const x = this.snap(mark.x)
    const y = this.snap(mark.y)
    const width = Math.max(1 / this.options.pixelRatio, this.snap(mark.x + mark.width) - x)
    const height = this.snap(mark.y + mark.height) - y
    const [low, high] = mark.edges
    if (mark.pattern === 'hatch') this.hatched(x, y, width, height, colour)
    else {
      brush.fillStyle =
        low.kind === 'soft' || low.kind === 'fading' || high.kind === 'soft' || high.kind === 'fading'
          ? this.faded(x, width, low, high, colour)
          : colour
      brush.fillRect(x, y, width, height)
    }
    if (low.kind === 'arrow' || high.kind === 'arrow') {
      const [base, tip] = high.kind === 'arrow' ? [x + width, x + width + height * ARROW] : [x, x - height * ARROW]
      brush.fillStyle = colour
      brush.beginPath()
      this.polygon([
        [base, y - 2],
        [tip, y + height / 2],
        [base, y + height + 2],
      ])
      brush.fill()
    }
    if (mark.pattern === 'stripes') this.lines(x, y, width, height, this.colours.ground, 2, 8.5, 0.55)
    if (mark.pattern === 'dots') this.dots(x, y, width, height)
  }

  private faded(x: number, width: number, low: Edge, high: Edge, colour: string): CanvasGradient {
    const fades = [low, high].map((edge) => (edge.kind === 'soft' || edge.kind === 'fading' ? edge.fade / width : 0))
    const [a = 0, b = 0] = fades
    const shrink = a + b > 1 ? 1 / (a + b) : 1
    const gradient = this.brush.createLinearGradient(x, 0, x + width, 0)
    const clear = withoutAlpha(colour)
    gradient.addColorStop(0, a > 0 ? clear : colour)
    gradient.addColorStop(Math.min(1, a * shrink), colour)
    gradient.addColorStop(Math.max(0, 1 - b * shrink), colour)
    gradient.addColorStop(1, b > 0 ? clear : colour)
    return gradient
  }

  private hatched(x: number, y: number, width: number, height: number, colour: string): void {
    const { brush } = this
    const alpha = brush.globalAlpha
    brush.globalAlpha = alpha * 0.14
    brush.fillStyle = colour
    brush.fillRect(x, y, width, height)
    brush.globalAlpha = alpha
    this.lines(x, y, width, height, colour, 1.6, 7.1, 1)
  }

  /** Slanting lines, `step` pixels apart along the bar, on one raster for all bars. */
  private lines(
    x: number,
    y: number,
    width: number,
    height: number,
    colour: string,
    thick: number,
    step: number,
    alpha: number,
  ): void {
    const { brush } = this
    const before = brush.globalAlpha
    brush.save()
    brush.beginPath()
    brush.rect(x, y, width, height)
    brush.clip()
    brush.beginPath()
    for (let at = Math.floor((x - height) / step) * step; at < x + width; at += step) {
      brush.moveTo(at, y + height)
      brush.lineTo(at + height, y)
    }
    brush.globalAlpha = before * alpha
    brush.strokeStyle = colour
    brush.lineWidth = thick
    brush.setLineDash([])
    brush.stroke()
    brush.restore()
  }

  private dots(x: number, y: number, width: number, height: number): void {
    const { brush } = this
    brush.fillStyle = this.colours.ground
    brush.beginPath()
    for (let cx = Math.ceil((x + 1) / 6) * 6; cx < x + width - 1; cx += 6) {
      for (let cy = y + 3; cy < y + height; cy += 6) {
        brush.moveTo(cx + 1.1, cy)
        brush.arc(cx, cy, 1.1, 0, Math.PI * 2)
      }
    }
    brush.fill()
  }

  private text(mark: TextMark): void {
    const { brush } = this
    const text = brush.direction === 'rtl' ? `\u2068${mark.text}\u2069` : mark.text
    const font = `${mark.bold ? 'bold ' : ''}${mark.size}px ${this.options.font}`
    // A font is looked up anew each time that it is set.
    if (font !== this.font) brush.font = font
    this.font = font
    brush.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor
    if (mark.part === 'label') {
      brush.strokeStyle = this.colours.ground
      brush.lineWidth = 3
      brush.lineJoin = 'round'
      brush.setLineDash([])
      brush.strokeText(text, mark.x, mark.y, mark.maxWidth)
    }
    brush.fillStyle = this.colours[mark.paint]
    brush.fillText(text, mark.x, mark.y, mark.maxWidth)
  }

  /** To whole device pixels, so that edges are sharp. */
  private snap(value: number): number {
    return Math.round(value * this.options.pixelRatio) / this.options.pixelRatio
  }

  /** To the middle of a device pixel, so that a hairline fills one. */
  private centre(value: number): number {
    return (Math.floor(value * this.options.pixelRatio) + 0.5) / this.options.pixelRatio
  }
}

/** Six-digit hex gets alpha 0; of any other colour only its transparent black is known to fade everywhere. */
function withoutAlpha(colour: string): string {
  return /^#[\da-f]{6}$/i.test(colour) ? `${colour}00` : 'transparent'
}
