/** A group's heading: a sign that it opens, its name and counts, and how many of its measures pressed on rights when. */
import type { Item, Mark } from './marks.ts'
import { layBand } from './pressure.ts'
import type { GroupRows } from './rows.ts'
import { layText, type Sheet, SMALL, TITLE } from './sheet.ts'

/** With a column of labels beside the band, and with the words above it. */
export const HEAD = { wide: 52, compact: 72 }
const BAND = 30
const SIGN = 8

export interface GroupHead {
  marks: Mark[]
  item: Omit<Item, 'order'>
}

/** `y` of the top; `most` is the highest count of any group, so that bands can be compared. */
export function layGroupHead(sheet: Sheet, { group, open, y: from }: GroupRows, top: number, most: number): GroupHead {
  const { compact, scale, labels } = sheet
  const y = top + from
  const height = compact ? HEAD.compact : HEAD.wide
  const x0 = compact ? scale.x0 : labels.x0
  const x1 = compact ? scale.x1 : labels.x1
  const id = `group:${group.key}`
  const middle = y + (compact ? 20 : height / 2 - 6)
  const words = { layer: 'chrome', x: x0 + SIGN + 8, anchor: 'start', item: id } as const
  const title = layText(group.title, x1 - words.x, {
    ...words,
    part: 'group-title',
    y: middle + 4,
    size: TITLE + 1,
    bold: true,
    paint: 'ink',
  })
  const from_ = compact ? words.x + (title?.maxWidth ?? 0) + 10 : words.x
  const counts = layText(group.short, x1 - from_, {
    ...words,
    x: from_,
    part: 'note',
    y: compact ? middle + 4 : middle + 20,
    size: SMALL,
    bold: false,
    paint: 'muted',
  })
  const base = y + height - 8
  const line = { x1: x0, y1: y, x2: scale.x1, y2: y, stroke: 'rule', strokeWidth: 1, dashed: false } as const
  const name = `${group.title}, ${group.says}`
  return {
    marks: [
      { kind: 'line', layer: 'plot', ...line },
      laySign(x0, middle, open, id),
      ...layBand(sheet, sheet.scale, group.pressure, most, base, BAND, id),
      ...[title, counts].filter((mark) => mark !== null),
    ],
    item: {
      id,
      kind: 'group',
      box: { x: x0, y, width: scale.x1 - x0, height },
      name,
      lane: null,
      slug: group.key,
      day: null,
      open,
    },
  }
}

/** A triangle that points onwards where the group is closed, and down where it is open. */
function laySign(x: number, y: number, open: boolean, item: string): Mark {
  const half = SIGN / 2
  const points = open
    ? ([
        [x, y - half / 2],
        [x + SIGN, y - half / 2],
        [x + half, y + half],
      ] as const)
    : ([
        [x + 1, y - half],
        [x + SIGN - 1, y],
        [x + 1, y + half],
      ] as const)
  return { kind: 'area', layer: 'plot', points, fill: 'ink', item }
}
