/** Figures to be printed, shared and cited: the timeline with title, day, source, licence and legend drawn in. */
import { renderAsync } from '@resvg/resvg-js'
import { describe } from '../../web/timeline/describe.ts'
import { groupLanes, type LaneGroup } from '../../web/timeline/groups.ts'
import { layOut } from '../../web/timeline/lay-out.ts'
import { textWidth } from '../../web/timeline/metrics.ts'
import { FOOTER_SIZE, type SvgOptions, toSvg } from '../../web/timeline/to-svg.ts'
import type { TimelineView } from '../../web/timeline/view.ts'
import { sayDay } from '../../web/timeline/words.ts'
import { badRequest } from '../problem.ts'
import type { FigureSize } from './figure-request.ts'
import { FONT_FILES, fontsFor } from './fonts.ts'

export interface FigureOptions {
  theme: 'light' | 'dark'
  /** Where it is found again, with version and day; drawn in. Null where that is not known. */
  permalink: string | null
}

/** Around the drawing, on both sides together. */
const MARGINS = 40
export const PRINT_WIDTH = 1180
const NEWSLETTER_WIDTH = 600
const CARD = { width: 1200, height: 630 }
/** Of a PNG, in pixels: more than a printed page holds, and 75 MB as it is painted. */
const TALLEST = 8000
/** So many lanes are 20 000 pixels high, and laid out in a third of a second, during which nobody else is served. */
const MOST_LANES = 400

/** An SVG document whose text is text, in a font that it brings along. `width` in pixels. Throws as drawPng does. */
export async function drawSvg(view: TimelineView, width: number, options: FigureOptions): Promise<string> {
  refuseTooMany(view)
  const parts = partsOf(view, options, width)
  const layout = layOut(view, width - MARGINS)
  const plain = toSvg(layout, parts)
  return toSvg(layout, { ...parts, styles: await fontsFor(lettersOf(plain)) })
}

/** Throws a 400 where so many measures stand open that no picture should hold them. */
export async function drawPng(view: TimelineView, size: FigureSize, options: FigureOptions): Promise<Buffer> {
  const { svg, scale } = drawForPng(view, size, options)
  return paint(svg, scale)
}

/** What a PNG is painted from, and how many pixels it has for each of the drawing's. */
export function drawForPng(
  view: TimelineView,
  size: FigureSize,
  options: FigureOptions,
): { svg: string; scale: number } {
  if (size === 'social') return { svg: drawCard(view, options), scale: 1 }
  refuseTooMany(view)
  const [width, scale] = size === 'print' ? [PRINT_WIDTH, 2] : [NEWSLETTER_WIDTH, 1]
  // In a column of mail titles stand above the bars, where there is room for them.
  const layout = layOut(view, width - MARGINS, size === 'newsletter' ? { labelWidth: 0 } : {})
  if (layout.height * scale > TALLEST) throw tooMuchOpen('take the SVG')
  return { svg: toSvg(layout, partsOf(view, options, width)), scale }
}

/** Before anything is laid out. */
function refuseTooMany(view: TimelineView): void {
  const groups = groupLanes(view, view.group)
  const isOpen = ({ key }: LaneGroup) => view.open === 'all' || view.open.includes(key)
  const drawn = groups ? groups.filter(isOpen).flatMap(({ lanes }) => lanes).length : view.lanes.length
  if (drawn > MOST_LANES) throw tooMuchOpen('ask for size=social')
}

const tooMuchOpen = (otherwise: string) =>
  badRequest([
    {
      field: 'open',
      message: 'leaves too many measures open for one picture.',
      remedy: `Choose a State, a right or a family, close groups with group=state and open=none, or ${otherwise}.`,
    },
  ])

/** What stands above and under the drawing. */
function partsOf(
  view: TimelineView,
  { theme, permalink }: FigureOptions,
  width: number,
): SvgOptions & { footer: string[] } {
  const { title, asOf, version } = view
  return {
    palette: theme,
    title,
    subtitle: describe(view).summary.join(' '),
    description: `A timeline of measures as of ${sayDay(asOf)}.${permalink ? ` The same facts stand as text at ${permalink}` : ''}`,
    footer: [
      `Source: Threatline, version ${version} of the record, as of ${sayDay(asOf)}. CC BY 4.0. Each fact has its source there${permalink ? ':' : '.'}`,
      ...(permalink ? linesOfAddress(permalink, width - MARGINS) : []),
    ],
  }
}

/** An address of more lines than these is cut; one so long is of a choice made by a program. */
const MOST_ADDRESS_LINES = 6

/** Broken anywhere, an address can be put together again; with an ellipsis it leads nowhere. `width` in pixels. */
function linesOfAddress(address: string, width: number): string[] {
  const lines = ['']
  for (const letter of address) {
    const longer = lines.at(-1) + letter
    if (textWidth(longer, FOOTER_SIZE) <= width || lines.length === MOST_ADDRESS_LINES) lines[lines.length - 1] = longer
    else lines.push(letter)
  }
  return lines
}

/**
 * 1200 × 630. Measures alone, or the headings of their groups; where not all fit, those whose story began last, or the largest
 * groups, and the card says so.
 */
function drawCard(view: TimelineView, options: FigureOptions): string {
  const parts = partsOf(view, options, CARD.width)
  const groups = groupLanes(view, view.group)
  const most = groups ? groups.length : view.lanes.length
  const draw = (count: number) => {
    const shown = groups ? lanesOfLargest(groups, count) : view.lanes.map((_, i) => i).slice(view.lanes.length - count)
    const lanes = shown.flatMap((i) => view.lanes[i] ?? [])
    const slugs = new Set(lanes.map(({ slug }) => slug))
    const relations = view.relations.filter(({ from, to }) => slugs.has(from) && slugs.has(to ?? ''))
    // Letters and events have no room, and what is not drawn is not explained either.
    const layout = layOut({ ...view, lanes, relations, letters: [], events: [] }, CARD.width - MARGINS, {
      hide: groups ? ['legend'] : [],
      open: groups ? [] : 'all',
    })
    const cut = groups ? `Shown: the ${count} largest of ${most}.` : `Shown: the ${count} that began last.`
    const subtitle = [parts.subtitle, count < most ? cut : ''].filter(Boolean).join(' ')
    return toSvg(layout, { ...parts, subtitle, height: CARD.height })
  }
  let count = Math.min(most, MOST_ROWS)
  let card = draw(count)
  while (heightOf(card) > CARD.height && count > 0) card = draw(--count)
  return card
}

/** More rows than these never fit a card. */
const MOST_ROWS = 12

/** Places in the view, in its order. */
function lanesOfLargest(groups: readonly LaneGroup[], count: number): number[] {
  const largest = groups.toSorted((a, b) => b.lanes.length - a.lanes.length).slice(0, count)
  return largest.flatMap(({ lanes }) => lanes).sort((a, b) => a - b)
}

const heightOf = (svg: string): number => Number(/^<svg[^>]* height="(\d+)"/.exec(svg)?.[1])

/** Every letter that is drawn. */
const lettersOf = (svg: string): string =>
  svg.replaceAll(/<[^>]*>/g, '').replaceAll(/&(amp|lt|gt|quot|#39);/g, '&<>"\'')

async function paint(svg: string, scale: number): Promise<Buffer> {
  const font = { fontFiles: [...FONT_FILES], loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' }
  return (await renderAsync(svg, { fitTo: { mode: 'zoom', value: scale }, font })).asPng()
}
