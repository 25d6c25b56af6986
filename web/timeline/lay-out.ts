/** Where everything stands: a view and a width become marks, the same on every machine. */
import type { Day } from '../../db/vocabulary/edtf.ts'
import type { Grouping } from '../../db/vocabulary/lists.ts'
import { AXIS, layAxis, layBetween, layDayLines, layGrid } from './axis.ts'
import { layEventRows } from './events.ts'
import { HEAD } from './group-head.ts'
import { groupLanes } from './groups.ts'
import { TITLE_LINE } from './lane-label.ts'
import { layLanes } from './lanes.ts'
import { layLegend } from './legend.ts'
import { layLetterRows } from './letters.ts'
import type { Direction, LanePlace, Layout, Mark, Overview, Section, SectionKind, Tick } from './marks.ts'
import { mirrorItem, mirrorMark, mirrorTick } from './mirror.ts'
import { layOpinionRows } from './opinions.ts'
import { layPressure } from './pressure.ts'
import { placeRows } from './rows.ts'
import { layHeading, MARGIN, type Sheet } from './sheet.ts'
import { dayNumber, dayOfNumber, type Scale } from './time-scale.ts'
import type { TimelineView } from './view.ts'

export { dayAt, xOf } from './time-scale.ts'

export interface LayOutOptions {
  /** The days to show, both included; by default the view's range. Turned around if `until` comes first. */
  range?: { from: Day; until: Day }
  direction?: Direction
  /** BCP 47, for the words of the time axis. */
  locale?: string
  /** The day whose statuses are shown; by default the view's. What came later is faded. */
  asOf?: Day
  /** The day held against the as-of day, with a line of its own; by default the view's, null for none. */
  compare?: Day | null
  /** By default the view's. */
  group?: Grouping
  /** Keys of the groups whose lanes are shown; by default the view's. */
  open?: 'all' | readonly string[]
  /**
   * Width of the label column; by default a share of the width, none under 560. Less than 60, or no room for it, leaves the
   * column out: titles then stand above the bars.
   */
  labelWidth?: number
  /** Height of a lane, at least 44. */
  rowHeight?: number
  /** Only lanes that meet it are laid out; the rest keep their place. */
  window?: { top: number; height: number }
  hide?: readonly SectionKind[]
}

const NARROWEST = 200
/** Room for the as-of flag. */
const NARROWEST_PLOT = 150
/** A narrower column of labels names nothing. */
const NARROWEST_LABELS = 60
const LOWEST_ROW = 44
const GAP = 16
/** A heading and two lines of note beside its rows. */
const HEADING = 48
/** Without a column: room for half a cluster at the plot's start. */
const NARROW_SIDE = 14
/** Between the label column and the plot: room for the figure of the pressure band. */
const GUTTER = 24

/**
 * Lays a view out for a width in CSS pixels. Total: 0, 1 or 100 000 items, any range, any width (less than 200 counts as
 * 200). Pure: the same arguments give the same layout. Views are read as unchanging: what is derived from one is kept.
 */
export function layOut(view: TimelineView, width: number, options: LayOutOptions = {}): Layout {
  const sheet = spread(view, Math.max(NARROWEST, Math.floor(width) || NARROWEST), options)
  const hidden = new Set(options.hide)
  const sections: Section[] = []
  let y = 0
  const add = (kind: SectionKind, lay: (top: number) => number) => {
    if (hidden.has(kind)) return
    const height = lay(y)
    if (height > 0) sections.push({ kind, y, height })
    y += height
  }

  let axis: ReturnType<typeof layAxis> & { y: number } = { ticks: [], words: [], pill: [], y: 0 }
  let lanes: LanePlace[] = []
  let overview: Overview | null = null
  add('pressure', (top) => {
    const laid = layPressure(sheet, top)
    overview = laid.overview
    return laid.height
  })
  add('axis', (top) => {
    axis = { ...layAxis(sheet, top), y: top }
    return AXIS
  })
  add('lanes', (top) => {
    const laid = layLanes(sheet, top)
    lanes = laid.lanes
    return laid.height
  })
  add('letters', (top) => layRows(sheet, top, 'Letters', sayReplies(view), layLetterRows))
  add('opinions', (top) =>
    layRows(sheet, top, 'Opinions and statements', 'by bodies, courts and offices', layOpinionRows),
  )
  add('events', (top) => layRows(sheet, top, 'Events', 'what happened on the ground', layEventRows))
  const bottom = y
  add('legend', (top) => layLegend(sheet, top))

  const top = axis.y + AXIS - 8
  const beneath = [
    ...layBetween(sheet, top, bottom),
    ...layGrid(axis.ticks, top, bottom),
    ...layDayLines(sheet, axis.y, bottom),
  ]
  const marks = [...beneath, ...sheet.marks, ...axis.words, ...axis.pill]
  return finish(
    sheet,
    { marks, sections, lanes, overview, ticks: axis.ticks, bottom, height: y },
    options.direction ?? 'ltr',
  )
}

function spread(view: TimelineView, width: number, options: LayOutOptions): Sheet {
  const room = width - GUTTER - NARROWEST_PLOT - MARGIN
  const labelWidth = Math.min(options.labelWidth ?? usualLabelWidth(width), room)
  const compact = labelWidth < NARROWEST_LABELS
  const labels = { x0: 0, x1: compact ? 0 : labelWidth }
  const x0 = compact ? NARROW_SIDE : labels.x1 + GUTTER
  const asOf = options.asOf ?? view.asOf
  const today = dayNumber(view.today ?? view.asOf) ?? 0
  const sides = { x0, x1: width - MARGIN }
  const range = rangeOf(view, options.range)
  const whole = rangeOf(view, view.extent)
  const rowHeight = Math.max(LOWEST_ROW, Math.round(options.rowHeight ?? 48)) + (compact ? TITLE_LINE : 0)
  const groups = groupLanes(view, options.group ?? view.group, asOf)
  return {
    view,
    width,
    compact,
    labels,
    scale: { ...range, ...sides },
    overview: { from: Math.min(whole.from, range.from), until: Math.max(whole.until, range.until), ...sides },
    asOf,
    knownUntil: (dayNumber(asOf) ?? today) + 1,
    todayEnds: today + 1,
    locale: options.locale ?? 'en',
    rowHeight,
    rows: placeRows(view.lanes.length, groups, options.open ?? view.open, {
      rowHeight,
      headHeight: compact ? HEAD.compact : HEAD.wide,
    }),
    comparedWith: comparedWith(options.compare === undefined ? view.compare : options.compare, asOf),
    window: options.window ?? null,
    marks: [],
    items: [],
  }
}

function usualLabelWidth(width: number): number {
  return width < 560 ? 0 : Math.round(Math.min(280, 110 + width * 0.165))
}

/** Null where there is no other day. */
function comparedWith(day: Day | null, asOf: Day): Sheet['comparedWith'] {
  const number = day === asOf ? null : dayNumber(day)
  return day === null || number === null ? null : { day, ends: number + 1 }
}

/** At least a day; the earlier one first. */
function rangeOf(view: TimelineView, asked: { from: Day; until: Day } = view.range): Pick<Scale, 'from' | 'until'> {
  const today = dayNumber(view.today ?? view.asOf) ?? 0
  const a = dayNumber(asked.from) ?? dayNumber(view.extent.from) ?? today
  const b = dayNumber(asked.until) ?? dayNumber(view.extent.until) ?? today
  return { from: Math.min(a, b), until: Math.max(a, b) + 1 }
}

/** A section of rows with its heading beside or above; nothing where it has no row. */
function layRows(
  sheet: Sheet,
  y: number,
  heading: string,
  note: string,
  lay: (sheet: Sheet, y: number) => number,
): number {
  const before = { marks: sheet.marks, items: sheet.items }
  sheet.marks = []
  sheet.items = []
  const head = layHeading(sheet, y + GAP, heading, note)
  const height = lay(sheet, y + GAP + head)
  const kept = height > 0
  sheet.marks = kept ? [...before.marks, ...sheet.marks] : before.marks
  sheet.items = kept ? [...before.items, ...sheet.items] : before.items
  return kept ? GAP + head + Math.max(height, sheet.compact ? 0 : HEADING) : 0
}

function sayReplies({ counts }: TimelineView): string {
  const { replied, noReply, notKnown } = counts.letters
  return [
    replied > 0 ? `${replied} answered` : '',
    noReply > 0 ? `${noReply} without reply` : '',
    notKnown > 0 ? `${notKnown} not known` : '',
  ]
    .filter(Boolean)
    .join(', ')
}

interface Laid {
  marks: Mark[]
  sections: Section[]
  lanes: LanePlace[]
  overview: Overview | null
  ticks: Tick[]
  bottom: number
  height: number
}

function finish(sheet: Sheet, laid: Laid, direction: Direction): Layout {
  const { width, scale, labels } = sheet
  const isMirrored = direction === 'rtl'
  const side = ({ x0, x1 }: { x0: number; x1: number }) =>
    isMirrored ? { x0: width - x1, x1: width - x0 } : { x0, x1 }
  const laidItems = isMirrored ? sheet.items.map((item) => mirrorItem(item, width)) : sheet.items
  // Made for this layout alone, so that each gets its place without a second copy of all.
  const items = laidItems.map((item, order) => Object.assign(item, { order }))
  return {
    width,
    height: Math.ceil(laid.height),
    direction,
    asOf: sheet.asOf,
    range: { from: dayOfNumber(scale.from), until: dayOfNumber(scale.until - 1) },
    plot: { ...side(scale), y0: 0, y1: laid.bottom },
    labels: side(labels),
    rowHeight: sheet.rowHeight,
    laneCount: sheet.view.lanes.length,
    lanes: laid.lanes,
    overview: laid.overview && { ...laid.overview, ...side(laid.overview) },
    sections: laid.sections,
    ticks: isMirrored ? laid.ticks.map((tick) => mirrorTick(tick, width)) : laid.ticks,
    marks: isMirrored ? laid.marks.map((mark) => mirrorMark(mark, width)) : laid.marks,
    items,
  }
}
