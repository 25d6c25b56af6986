/** What of a layout is text of the document, and what is painted. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Layout, Section, TextMark } from '../timeline/marks.ts'
import { place } from './threat-line-place.ts'

/** From the top of a line of text to its baseline, in sizes, where the line is as high as the font's own ascent and descent. */
const ASCENT = 0.93

export interface SplitLayout {
  /** For the canvas: the plot, and the chrome's signs (squares of rights, swatches), which are no text. */
  painted: Layout
  /** Labels, headings, legend. */
  words: TextMark[]
  /** The axis and its words, which stay in sight while the lanes scroll. Null where it is not laid out. */
  axis: { section: Section; words: TextMark[] } | null
}

export function splitLayout(layout: Layout): SplitLayout {
  const section = layout.sections.find(({ kind }) => kind === 'axis')
  const isOfAxis = (y: number) => section !== undefined && y >= section.y && y < section.y + section.height
  const chrome = layout.marks.filter((mark) => mark.layer === 'chrome')
  const words = chrome.filter((mark) => mark.kind === 'text')
  const signs = chrome.filter((mark) => mark.kind !== 'text' && !(mark.kind === 'rect' && isOfAxis(mark.y)))
  const plot = layout.marks.filter((mark) => mark.layer === 'plot')
  return {
    painted: { ...layout, marks: [...plot, ...signs.map((sign) => ({ ...sign, layer: 'plot' as const }))] },
    words: words.filter(({ y }) => !isOfAxis(y)),
    axis: section ? { section, words: words.filter(({ y }) => isOfAxis(y)) } : null,
  }
}

/** A word at its place; `href` makes it a link, which the keyboard reaches through the item it belongs to. */
export function word(mark: TextMark, layout: Layout, top = 0, href: string | typeof nothing = nothing): TemplateResult {
  const { part, bold, paint, full, text, tail } = mark
  const classes = `word ${part} ${paint} ${mark.anchor === 'middle' ? 'middle' : ''} ${bold ? 'bold' : ''}`
  const said = html`${href !== nothing ? html`<a href=${href} tabindex="-1">${text}</a>` : text}${
    tail ? html`<span class="${tail.paint} ${tail.bold ? 'bold' : ''}">${tail.text}</span>` : nothing
  }`
  return html`<span class=${classes} title=${full ?? nothing} ${place(placeOf(mark, layout, top))}>${said}</span>`
}

function placeOf({ x, y, size, anchor, maxWidth }: TextMark, { width, direction }: Layout, top: number) {
  const fromLeft = anchor === 'middle' || (anchor === 'start') === (direction === 'ltr')
  return {
    ...(fromLeft ? { left: x } : { right: width - x }),
    top: y - size * ASCENT - top,
    maxWidth,
    fontSize: size,
  }
}
