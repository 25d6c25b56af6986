/**
 * The display list between layOut and its hands (paint, toSvg): a few primitives with the names of their paints, in
 * drawing order. Lengths are CSS pixels from the top left of the drawing, whatever the reading direction. Everything
 * here is plain data, so that a layout can be kept, compared and sent between workers.
 */
import type { Day } from '../../db/vocabulary/edtf.ts'
import type { Status } from '../../db/vocabulary/stages.ts'
import type { Paint } from './palette.ts'

export type Direction = 'ltr' | 'rtl'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/**
 * `plot` is painted on the canvas. `chrome` (axis, lane labels, headings, as-of flag, legend) is text of the document
 * on the screen, so that it is crisp, selectable and translatable. toSvg draws both.
 */
export type Layer = 'plot' | 'chrome'

export type Pattern = 'none' | 'stripes' | 'hatch' | 'dots'

/**
 * hard: known to the day. soft: fades over `fade` pixels, the width of the doubt. fading: open, fades over `fade` pixels.
 * arrow: goes on beyond today; the tip stands outside the bar by ARROW of its height.
 */
export type Edge = { kind: 'hard' } | { kind: 'soft' | 'fading'; fade: number } | { kind: 'arrow' }

/** How far an arrow's tip stands out, in heights of its bar. */
export const ARROW = 0.75

interface MarkBase {
  layer: Layer
  /** The selectable item this mark belongs to. */
  item?: string
  /** 1 where absent. */
  opacity?: number
}

/** A stretch of time. The fades lie inside x and width; an arrow's tip lies outside. */
export interface BarMark extends MarkBase, Box {
  kind: 'bar'
  paint: Paint
  pattern: Pattern
  /** The edge at x, and the one at x + width. */
  edges: readonly [Edge, Edge]
}

/** A plain rectangle: square of a right, square of an opinion, cap of an ended bar, swatch, pill of a flag. */
export interface RectMark extends MarkBase, Box {
  kind: 'rect'
  fill: Paint | null
  stroke: Paint | null
  radius: number
}

export interface CircleMark extends MarkBase {
  kind: 'circle'
  x: number
  y: number
  radius: number
  fill: Paint | null
  stroke: Paint | null
  strokeWidth: number
  dashed: boolean
}

export interface DiamondMark extends MarkBase {
  kind: 'diamond'
  x: number
  y: number
  /** From the centre to a corner. */
  radius: number
  fill: Paint | null
  stroke: Paint | null
  dashed: boolean
}

export interface EnvelopeMark extends MarkBase, Box {
  kind: 'envelope'
  fill: Paint
  stroke: Paint
}

export interface LineMark extends MarkBase {
  kind: 'line'
  x1: number
  y1: number
  x2: number
  y2: number
  stroke: Paint
  strokeWidth: number
  dashed: boolean
}

/** A cubic curve: start, two control points, end. */
export interface CurveMark extends MarkBase {
  kind: 'curve'
  points: readonly [Point, Point, Point, Point]
  stroke: Paint
  strokeWidth: number
  dashed: boolean
}

/** A filled outline, as of the pressure band. */
export interface AreaMark extends MarkBase {
  kind: 'area'
  points: readonly Point[]
  fill: Paint
}

export type Point = readonly [x: number, y: number]

export type Anchor = 'start' | 'middle' | 'end'

/** What a text is for: the page may style and place text of the chrome by it. */
export type TextPart =
  | 'heading'
  | 'note'
  | 'tick'
  | 'today'
  | 'flag'
  | 'group-title'
  | 'lane-title'
  | 'lane-status'
  | 'label'
  | 'count'
  | 'legend'

/** One line of text. `start` is where reading begins: at the left of a text in ltr, at its right in rtl. */
export interface TextMark extends MarkBase {
  kind: 'text'
  part: TextPart
  x: number
  /** Of the baseline. */
  y: number
  /** As drawn: already cut to fit, with an ellipsis. */
  text: string
  /** The whole text where it was cut. */
  full?: string
  /** Said on in another weight and paint, in the same line: the status after the kind. */
  tail?: { text: string; bold: boolean; paint: Paint }
  size: number
  bold: boolean
  anchor: Anchor
  /** With its tail. To be drawn no wider, whichever font the machine has. */
  maxWidth: number
  paint: Paint
}

export type Mark =
  | BarMark
  | RectMark
  | CircleMark
  | DiamondMark
  | EnvelopeMark
  | LineMark
  | CurveMark
  | AreaMark
  | TextMark

export type ItemKind =
  | 'group'
  | 'measure'
  | 'span'
  | 'step'
  | 'cluster'
  | 'letter'
  | 'communication'
  | 'event'
  | 'relation'

/** What can be pointed at, focused and opened. */
export interface Item {
  /** `group:key`, `measure:slug`, `span:slug/day`, `step:slug/key`, `letter:slug`, `communication:slug`, `event:slug`, `relation:type/from/to`, `cluster:` and the id of its first member. */
  id: string
  kind: ItemKind
  box: Box
  /** What a listener hears: title, date, label. Worked out when it is asked for, because few of the items ever are. */
  readonly name: string
  /** Slug of the lane it lies on; null of a group and below the lanes. */
  lane: string | null
  /** The record it belongs to: a measure's, communication's or event's slug; of a group its key; of a cluster below the lanes, the first member's. */
  slug: string
  /** Where it begins or is certain to have happened; null for measures and relations. */
  day: Day | null
  /** Of a span: the status. */
  status?: Status
  /** Of a group: whether its lanes are shown. */
  open?: boolean
  /** Of a cluster: ids of what it holds, in time order. */
  members?: readonly string[]
  /** Place in the order of the keyboard, from 0: from the top, then along time. */
  order: number
}

export type SectionKind = 'pressure' | 'axis' | 'lanes' | 'letters' | 'opinions' | 'events' | 'legend'

export interface Section {
  kind: SectionKind
  y: number
  height: number
}

/** Where all of time stands, in pixels: the band above the axis, from its first to its last day. */
export interface Overview {
  from: Day
  until: Day
  x0: number
  x1: number
  y0: number
  y1: number
}

/** A lane that was laid out. */
export interface LanePlace {
  slug: string
  /** Its place among all lanes of the view, from 0. */
  index: number
  y: number
  height: number
}

export interface Tick {
  day: Day
  x: number
  /** Empty where the label had no room. */
  label: string
  /** A year among months, a month among days. */
  major: boolean
}

export interface Layout {
  width: number
  height: number
  direction: Direction
  asOf: Day
  /** First and last day drawn, both included. */
  range: { from: Day; until: Day }
  /** Where time is drawn: from x0 to x1 (x0 < x1 in both directions), y0 at the top of the pressure band, y1 under the events. */
  plot: { x0: number; x1: number; y0: number; y1: number }
  /** The column of labels, at the start side. */
  labels: { x0: number; x1: number }
  rowHeight: number
  /** How many lanes the view has; `lanes` holds those that meet the window. */
  laneCount: number
  lanes: LanePlace[]
  /** Null where the band is hidden. */
  overview: Overview | null
  sections: Section[]
  ticks: Tick[]
  marks: Mark[]
  items: Item[]
}
