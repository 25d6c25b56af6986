/** A paper as Markdown, with footnotes as most programs read them (`[^1]`). */
import type { Paper, Paragraph, Run } from './paper.ts'

export function toMarkdown({ cover, sections, annexes, notes }: Paper): string {
  let number = 0
  const paragraph = ({ kind, runs }: Paragraph): string => {
    const text = runs.map(sayRun).join('').trim()
    if (kind === 'heading') return `### ${text}`
    if (kind === 'item') return `- ${text}`
    // Escaped, so that a heading or a list between two paragraphs does not begin the count anew.
    return `${++number}\\. ${text}`
  }
  const parts = [
    ...cover.map(({ is, text }) =>
      is === 'title' ? `# ${escaped(text)}` : is === 'organisation' ? `**${escaped(text)}**` : escaped(text),
    ),
    ...sections.flatMap(({ title, paragraphs }) => [`## ${escaped(title)}`, ...paragraphs.map(paragraph)]),
    ...annexes.flatMap(({ title, says, columns, rows }) => [
      `## ${escaped(title)}`,
      ...(says ? [escaped(says)] : []),
      [columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n'),
    ]),
    ...notes.map((note, i) => `[^${i + 1}]: ${escaped(note)}`),
  ]
  return `${parts.join('\n\n')}\n`
}

function sayRun(run: Run): string {
  if ('note' in run) return `[^${run.note}]`
  const { text, strong, emphasis, href } = run
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (!core) return text
  const mark = strong && emphasis ? '***' : strong ? '**' : emphasis ? '*' : ''
  const marked = `${mark}${escaped(core)}${mark}`
  return `${before}${href ? `[${marked}](<${href}>)` : marked}${after}`
}

/** What Markdown would read as a mark of its own. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|]/g, '\\$&').replace(/^(#|\+|-|\d+\.)/, '\\$1')
const cell = (text: string): string => (text === '---' ? text : escaped(text).replace(/\s+/g, ' '))
