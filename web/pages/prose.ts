/**
 * Texts of docs/ as pages, so that there is one text for readers of the site and of the repository. Nothing in a text is taken
 * as HTML but an empty anchor with a name; links that lead outside the site's own texts are checked by the library.
 */
import MarkdownIt from 'markdown-it'

type Token = ReturnType<MarkdownIt['parse']>[number]

/** Texts that have a page, by file name. */
const PAGES: Readonly<Record<string, string>> = { 'methodology.md': '/methodology', 'glossary.md': '/glossary' }

export interface Prose {
  /** The first heading. */
  title: string
  /** The rest, as HTML. */
  body: string
  /** The second-level headings, for a table of contents. */
  parts: readonly { id: string; heading: string }[]
}

const markdown = new MarkdownIt({ html: true, linkify: false })
const { escapeHtml } = markdown.utils
markdown.renderer.rules.html_inline = (tokens, i) => {
  const text = tokens[i]?.content ?? ''
  return /^<a id="[a-z0-9-]+">$|^<\/a>$/.test(text) ? text : escapeHtml(text)
}
markdown.renderer.rules.html_block = (tokens, i) => escapeHtml(tokens[i]?.content ?? '')
// A table may be wider than a small screen: it then moves in a frame of its own, which the keyboard can reach.
markdown.renderer.rules.table_open = (tokens, i) =>
  `<section class="frame" tabindex="0" aria-label="${escapeHtml(String(tokens[i]?.meta ?? 'Table'))}"><table>`
markdown.renderer.rules.table_close = () => '</table></section>'
markdown.renderer.rules.th_open = () => '<th scope="col">'
markdown.renderer.rules.link_open = (tokens, i, options, _environment, renderer) => {
  const token = tokens[i] as Token
  const href = String(token.attrGet('href') ?? '')
  const [file = '', anchor] = href.split('#')
  if (PAGES[file]) token.attrSet('href', `${PAGES[file]}${anchor ? `#${anchor}` : ''}`)
  return renderer.renderToken(tokens, i, options)
}

/** A heading's name as the usual hosts of repositories make it, so that links within a text hold in both places. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

/** Rows of a table are named by their first cell where that is a word: `S7` is #s7. */
function nameRows(tokens: readonly Token[], taken: Set<string>): void {
  tokens.forEach((token, i) => {
    if (token.type !== 'tr_open' || tokens[i + 1]?.type !== 'td_open') return
    const id = anchorOf(textOf(tokens[i + 2]))
    if (!/^[a-z][a-z0-9-]*$/.test(id) || taken.has(id)) return
    taken.add(id)
    token.attrSet('id', id)
  })
}

const textOf = (token: Token | undefined): string =>
  (token?.children ?? []).map(({ type, content }) => (type === 'html_inline' ? '' : content)).join('')

/** Links to files that are not on this site keep their words and lose the link. */
function dropDeadLinks(tokens: readonly Token[]): void {
  for (const token of tokens) {
    let isDead = false
    token.children =
      token.children?.filter((child) => {
        if (child.type === 'link_open') {
          const [file = ''] = String(child.attrGet('href') ?? '').split('#')
          isDead = file.endsWith('.md') && !PAGES[file]
          return !isDead
        }
        return !(child.type === 'link_close' && isDead)
      }) ?? null
  }
}

export function readProse(text: string): Prose {
  const tokens = markdown.parse(text, {})
  const parts: { id: string; heading: string }[] = []
  const taken = new Set([...text.matchAll(/<a id="([a-z0-9-]+)">/g)].map(([, id]) => id ?? ''))
  let title = ''
  let tables = 0
  const rest = tokens.filter((token, i) => {
    const inline = tokens[token.type === 'heading_open' ? i + 1 : token.type === 'heading_close' ? i - 1 : i]
    if (token.type === 'heading_open') {
      const heading = textOf(inline)
      const id = anchorOf(heading)
      if (token.tag === 'h1') title = heading
      else {
        token.attrSet('id', id)
        taken.add(id)
        if (token.tag === 'h2') parts.push({ id, heading })
      }
    }
    if (token.type === 'table_open') token.meta = `Table ${++tables}: ${parts.at(-1)?.heading ?? title}`
    return !isOfTitle(tokens, i)
  })
  nameRows(rest, taken)
  dropDeadLinks(rest)
  return { title, body: markdown.renderer.render(rest, markdown.options, {}), parts }
}

/** The three tokens of the first heading. */
function isOfTitle(tokens: readonly Token[], i: number): boolean {
  return [i, i - 1, i - 2].some((start) => tokens[start]?.type === 'heading_open' && tokens[start]?.tag === 'h1')
}
