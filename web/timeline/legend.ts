/** The legend: only what the view shows, in lines that wrap. */
import { SEVERITIES } from '../../db/vocabulary/lists.ts'
import { STATUSES, type Status } from '../../db/vocabulary/stages.ts'
import { layRightSquare } from './lane-label.ts'
import { ENVELOPE } from './letters.ts'
import type { Edge, Mark } from './marks.ts'
import { textWidth } from './metrics.ts'
import { oncePer } from './once.ts'
import { STATUS_PAINT } from './palette.ts'
import { layText, type Sheet, SMALL } from './sheet.ts'
import type { MeasureLane, TimelineLetter } from './view.ts'
import { severityWord, statusWord } from './words.ts'

const LINE = 22
const SWATCH = 22
const GAP = 20
/** Between a sign and its word. */
const SIGN_GAP = 6
const TOP = 14

interface Entry {
  word: string
  /** Width of the sign. */
  width: number
  /** The sign at x, its middle at y. */
  sign: (x: number, y: number) => Mark[]
}

/** Lays the legend from y on; returns its height, 0 for a view with nothing to explain. */
export function layLegend(sheet: Sheet, y: number): number {
  const x0 = sheet.compact ? sheet.scale.x0 : sheet.labels.x0
  let x = x0
  let middle = y + TOP + LINE / 2
  const entries = entriesOf(sheet)
  for (const { word, width, sign } of entries) {
    const start = width > 0 ? width + SIGN_GAP : 0
    const taken = start + Math.ceil(textWidth(word, SMALL))
    if (x > x0 && x + taken > sheet.scale.x1) {
      x = x0
      middle += LINE
    }
    const text = layText(word, sheet.scale.x1 - x - start, {
      layer: 'chrome',
      part: 'legend',
      x: x + start,
      y: middle + 4,
      size: SMALL,
      bold: false,
      anchor: 'start',
      paint: 'muted',
    })
    sheet.marks.push(...sign(x, middle), ...(text ? [text] : []))
    x += taken + GAP
  }
  return entries.length === 0 ? 0 : middle + LINE / 2 - y
}

interface Shown {
  statuses: ReadonlySet<Status>
  isQuiet: boolean
  hasSteps: boolean
}

const shownIn = oncePer((lanes: readonly MeasureLane[]): Shown => {
  const statuses = new Set<Status>()
  let isQuiet = false
  let before: Status | undefined
  for (const { spans } of lanes)
    spans.forEach(({ status, quiet }) => {
      if (status !== before) statuses.add(status)
      before = status
      if (quiet.length > 0) isQuiet ||= quiet.some(({ kind }) => kind === 'dormant')
    })
  return { statuses, isQuiet, hasSteps: lanes.some(({ steps }) => steps.length > 0) }
})

const repliesIn = oncePer((letters: readonly TimelineLetter[]) => {
  const states = new Set<TimelineLetter['reply']['state']>()
  for (const { kind, reply, laterReply } of letters) {
    if (kind !== 'letter') continue
    states.add(reply.state)
    if (laterReply) states.add('received')
  }
  return states
})

function entriesOf({ view, compact }: Sheet): Entry[] {
  const { statuses, isQuiet, hasSteps } = shownIn(view.lanes)
  const replies = repliesIn(view.letters)
  return [
    ...STATUSES.filter((status) => statuses.has(status)).map(
      (status): Entry => ({
        word: statusWord(status),
        width: SWATCH,
        sign: swatch(STATUS_PAINT[status], status === 'returned' || status === 'suspended' ? 'stripes' : 'none'),
      }),
    ),
    ...(isQuiet
      ? [{ word: 'No step for a year or more', width: SWATCH, sign: swatch('status-in-procedure', 'dots', 0.5) }]
      : []),
    ...(hasSteps ? [STEP] : []),
    ...(replies.size > 0 ? [LETTER] : []),
    ...(replies.has('received') ? [dot('Reply', 'accent')] : []),
    ...(replies.has('none')
      ? [{ word: 'No reply, by a source', width: SWATCH, sign: swatch('silence', 'hatch') }]
      : []),
    ...(replies.has('not_known') ? [dot('Reply not known', 'ground')] : []),
    ...(compact ? [] : severities(view.rights.map(({ short }) => short))),
  ]
}

const HARD: Edge = { kind: 'hard' }

function swatch(
  paint: (typeof STATUS_PAINT)[keyof typeof STATUS_PAINT] | 'silence',
  pattern: 'none' | 'stripes' | 'dots' | 'hatch',
  opacity = 1,
): Entry['sign'] {
  return (x, y) => {
    const box = { x, y: y - 5, width: SWATCH, height: 10 }
    return [
      {
        kind: 'bar',
        layer: 'chrome',
        ...box,
        paint,
        pattern,
        edges: [HARD, HARD],
        ...(opacity < 1 ? { opacity } : {}),
      },
    ]
  }
}

const CIRCLE = { kind: 'circle', layer: 'chrome', radius: 4.5, dashed: false } as const

const STEP: Entry = {
  word: 'Step; with a number: several',
  width: 10,
  sign: (x, y) => [{ ...CIRCLE, x: x + 5, y, fill: 'ground', stroke: 'ink', strokeWidth: 1.75 }],
}

const LETTER: Entry = {
  word: 'Letter',
  width: ENVELOPE.width,
  sign: (x, y) => {
    const box = { x, y: y - ENVELOPE.height / 2, ...ENVELOPE }
    return [{ kind: 'envelope', layer: 'chrome', ...box, fill: 'ground', stroke: 'accent' }]
  },
}

function dot(word: string, fill: 'accent' | 'ground'): Entry {
  return { word, width: 10, sign: (x, y) => [{ ...CIRCLE, x: x + 5, y, fill, stroke: 'accent', strokeWidth: 1.5 }] }
}

/** The squares' fill, and which right each stands for. */
function severities(rights: readonly string[]): Entry[] {
  if (rights.length === 0) return []
  const words = rights.map((right) => right.toLowerCase()).join(', ')
  return [
    ...SEVERITIES.map(
      (severity): Entry => ({
        word: severityWord(severity),
        width: 10,
        sign: (x, y) => layRightSquare(x, y - 5, severity),
      }),
    ),
    { word: 'touched, not assessed', width: 10, sign: (x, y) => layRightSquare(x, y - 5, null) },
    { word: `Squares: ${words}`, width: 0, sign: () => [] },
  ]
}
