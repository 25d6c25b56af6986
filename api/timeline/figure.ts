/** Figures to be printed, shared and cited: the timeline with title, day, source, licence and legend drawn in. */
import { renderAsync } from '@resvg/resvg-js'
import { describe } from '../../web/timeline/describe.ts'
import { groupLanes, type LaneGroup } from '../../web/timeline/groups.ts'
import { layOut } from '../../web/timeline/lay-out.ts'
import { type SvgOptions, toSvg } from '../../web/timeline/to-svg.ts'
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

/** An SVG document whose text is text, in a font that it brings along. `width` in pixels. */
export async function drawSvg(view: TimelineView, width: number, options: FigureOptions): Promise<string> {
  const parts = partsOf(view, options)
  const layout = layOut(view, width - MARGINS)
  const plain = toSvg(layout, parts)
  return toSvg(layout, { ...parts, styles: await fontsFor(lettersOf(plain)) })
}

/** Throws a 400 if so many lanes stand open that no picture should hold them. */
export async function drawPng(view: TimelineView, size: FigureSize, options: FigureOptions): Promise<Buffer> {
  if (size === 'social') return paint(drawCard(view, options), 1)
  const [width, scale] = size === 'print' ? [PRINT_WIDTH, 2] : [NEWSLETTER_WIDTH, 1]
  // In a column of mail titles stand above the bars, where there is room for them.
  const layout = layOut(view, width - MARGINS, size === 'newsletter' ? { labelWidth: 0 } : {})
  if (layout.height * scale > TALLEST)
    throw badRequest([
      {
        field: 'open',
        message: 'leaves too many measures open for one picture.',
        remedy: 'Choose a State, a right or a family, close groups with open=none, or take the SVG.',
      },
    ])
  return paint(toSvg(layout, partsOf(view, options)), scale)
}

/** What stands above and under the drawing. */
function partsOf(view: TimelineView, { theme, permalink }: FigureOptions): SvgOptions & { footer: string[] } {
  const { title, asOf, version } = view
  return {
    palette: theme,
    title,
    subtitle: describe(view).summary.join(' '),
    description: `A timeline of measures as of ${sayDay(asOf)}.${permalink ? ` The same facts stand as text at ${permalink}` : ''}`,
    footer: [
      `Source: Threatline, version ${version} of the record, as of ${sayDay(asOf)}. CC BY 4.0. Each fact has its source there${permalink ? ':' : '.'}`,
      ...(permalink ? [permalink] : []),
    ],
  }
}

/**
 * 1200 × 630. Measures alone, or the headings of their groups; where not all fit, those whose story began last, or the largest
 * groups, and the card says so.
 */
function drawCard(view: TimelineView, options: FigureOptions): string {
  const parts = partsOf(view, options)
  const groups = groupLanes(view, view.group)
  const most = groups ? groups.length : view.lanes.length
  const draw = (count: number) => {
    const shown = groups ? lanesOfLargest(groups, count) : view.lanes.map((_, i) => i).slice(view.lanes.length - count)
    const lanes = shown.flatMap((i) => view.lanes[i] ?? [])
    const slugs = new Set(lanes.map(({ slug }) => slug))
    const relations = view.relations.filter(({ from, to }) => slugs.has(from) && slugs.has(to ?? ''))
    const layout = layOut({ ...view, lanes, relations }, CARD.width - MARGINS, {
      hide: groups ? ['letters', 'opinions', 'events', 'legend'] : ['letters', 'opinions', 'events'],
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
