/** A paper as one HTML file that prints as it stands: for PDF, and for reading aloud. It asks nothing of any network. */
import type { Annex, Paper, Paragraph, Run } from './paper.ts'

/** Of the page of a printed paper. */
const STYLE = `
@page { size: A4; margin: 2.5cm; @bottom-center { content: counter(page) } }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 11pt/1.4 'Times New Roman', serif }
header { break-after: page }
h2 { break-after: avoid }
section.annex { break-before: page }
.number { display: inline-block; min-width: 3em }
table { border-collapse: collapse; width: 100%; font-size: 9pt }
th, td { border: 1px solid #888; padding: 0.2em 0.5em; text-align: start; vertical-align: top; overflow-wrap: anywhere }
thead { display: table-header-group }
tr { break-inside: avoid }
img { max-width: 100% }
.notes { font-size: 9pt; overflow-wrap: anywhere }
`

export function toHtml({ language, title, cover, sections, annexes, notes }: Paper): string {
  let number = 0
  const paragraph = ({ kind, runs }: Paragraph): string => {
    const words = runs.map(sayRun).join('')
    if (kind === 'heading') return `<h3>${words}</h3>`
    if (kind === 'item') return `<ul><li>${words}</li></ul>`
    return `<p><span class="number">${++number}.</span>${words}</p>`
  }
  const note = (words: string, i: number) =>
    `<li id="note-${i + 1}">${escaped(words)} <a href="#mark-${i + 1}">↩</a></li>`
  return `<!doctype html>
<html lang="${escaped(language)}">
<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body>
<header>${cover.map(({ is, text }) => (is === 'title' ? `<h1>${escaped(text)}</h1>` : is === 'organisation' ? `<p><strong>${escaped(text)}</strong></p>` : `<p>${escaped(text)}</p>`)).join('\n')}</header>
<main>
${sections.map((section) => `<section>\n<h2>${escaped(section.title)}</h2>\n${section.paragraphs.map(paragraph).join('\n').replaceAll('</ul>\n<ul>', '\n')}\n</section>`).join('\n')}
${notes.length > 0 ? `<section class="notes">\n<h2>Notes</h2>\n<ol>\n${notes.map(note).join('\n')}\n</ol>\n</section>` : ''}
${annexes.map(sayAnnex).join('\n')}
</main>
</body>
</html>
`
}

function sayAnnex({ title, says, figure, columns, rows }: Annex): string {
  const cells = (tag: string, row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag.split(' ')[0]}>`).join('')}</tr>`
  return `<section class="annex">
<h2>${escaped(title)}</h2>
${says ? `<p>${escaped(says)}</p>` : ''}
${figure ? `<img src="data:image/png;base64,${figure.png}" alt="${escaped(figure.alt)}">` : ''}
<table>
<thead>${cells('th scope="col"', columns)}</thead>
<tbody>
${rows.map((row) => cells('td', row)).join('\n')}
</tbody>
</table>
</section>`
}

function sayRun(run: Run): string {
  if ('note' in run) return `<sup><a id="mark-${run.note}" href="#note-${run.note}">${run.note}</a></sup>`
  const { text, strong, emphasis, href } = run
  const soft = emphasis ? `<em>${escaped(text)}</em>` : escaped(text)
  const words = strong ? `<strong>${soft}</strong>` : soft
  return href ? `<a href="${escaped(href)}">${words}</a>` : words
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
