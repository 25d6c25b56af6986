/** The authors' own Markdown as paragraphs. Headings, emphasis, links, lists and quotations are taken over; HTML stays words. */
import MarkdownIt from 'markdown-it'
import type { TextBlock } from './draft.ts'
import type { Paragraph, TextRun } from './paper.ts'

type Token = ReturnType<MarkdownIt['parse']>[number]

const markdown = new MarkdownIt({ html: false, linkify: false }).disable(['table', 'image', 'reference'])
const parsed = new WeakMap<TextBlock, readonly Paragraph[]>()

/** Kept for each block, because a block does not change: a change makes a new one. */
export function paragraphsOf(block: TextBlock): readonly Paragraph[] {
  const known = parsed.get(block)
  if (known) return known
  const paragraphs = parse(block.text)
  parsed.set(block, paragraphs)
  return paragraphs
}

function parse(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let lists = 0
  let isHeading = false
  for (const token of markdown.parse(text, {})) {
    if (/^(bullet|ordered)_list_open$/.test(token.type)) lists++
    if (/^(bullet|ordered)_list_close$/.test(token.type)) lists--
    if (token.type === 'heading_open') isHeading = true
    if (token.type === 'heading_close') isHeading = false
    if (token.type === 'fence' || token.type === 'code_block')
      paragraphs.push({ kind: 'own', runs: [{ text: token.content.trim() }] })
    if (token.type !== 'inline') continue
    const kind = isHeading ? 'heading' : lists > 0 ? 'item' : 'own'
    const runs = runsOf(token.children ?? [])
    if (runs.some(({ text }) => text.trim() !== '')) paragraphs.push({ kind, runs })
  }
  return paragraphs
}

function runsOf(tokens: readonly Token[]): TextRun[] {
  const runs: TextRun[] = []
  let strong = false
  let emphasis = false
  let href: string | null = null
  for (const token of tokens) {
    if (token.type === 'strong_open') strong = true
    else if (token.type === 'strong_close') strong = false
    else if (token.type === 'em_open') emphasis = true
    else if (token.type === 'em_close') emphasis = false
    else if (token.type === 'link_open') href = String(token.attrGet('href') ?? '')
    else if (token.type === 'link_close') href = null
    else {
      const text = token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.content
      if (text)
        runs.push({ text, ...(strong && { strong }), ...(emphasis && { emphasis }), ...(href !== null && { href }) })
    }
  }
  return runs
}
