/** Reads a Word file by itself, without the library that writes them: what a reader would find in it. */
import { strFromU8, unzipSync } from 'fflate'

export interface ReadDocx {
  /** Every part, by its name in the package. */
  files: Record<string, string>
  /** Footnotes in order, without those that draw the line above them. */
  notes: string[]
  /** Numbers of the notes that the text refers to, in order. */
  marks: number[]
  /** First-level headings, second-level ones and paragraphs by their style or numbering. */
  headings: string[]
  /** Paragraphs with a number, without marks of notes. */
  numbered: string[]
  /** Every paragraph with its words and how many notes it has. */
  paragraphs: { text: string; marks: number }[]
  /** Of each table, its number of rows. */
  tables: number[]
  /** Paragraphs before the first heading, up to the first annex, and after. */
  text: { cover: string; body: string; annexes: string }
}

export function readDocx(bytes: Uint8Array): ReadDocx {
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
  const document = files['word/document.xml'] ?? ''
  const footnotes = (files['word/footnotes.xml'] ?? '').match(/<w:footnote [\s\S]*?<\/w:footnote>/g) ?? []
  const paragraphs = document.match(/<w:p>[\s\S]*?<\/w:p>|<w:p [\s\S]*?<\/w:p>/g) ?? []
  const isHeading = (xml: string) => xml.includes('<w:pStyle w:val="Heading1"/>')
  const first = paragraphs.findIndex(isHeading)
  const annex = paragraphs.findIndex((xml) => isHeading(xml) && textOf(xml).startsWith('Annex '))
  const at = { body: first === -1 ? paragraphs.length : first, annexes: annex === -1 ? paragraphs.length : annex }
  const join = (those: readonly string[]) => those.map(textOf).join('\n')
  return {
    files,
    notes: footnotes.filter((xml) => !/w:type="(separator|continuationSeparator)"/.test(xml)).map(textOf),
    marks: [...document.matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)].map(([, id]) => Number(id)),
    headings: paragraphs.filter(isHeading).map(textOf),
    numbered: paragraphs
      .filter((xml) => xml.includes('<w:numPr>') && numberingOf(xml, files) === 'decimal')
      .map(textOf),
    paragraphs: paragraphs.map((xml) => ({
      text: textOf(xml),
      marks: (xml.match(/<w:footnoteReference /g) ?? []).length,
    })),
    tables: (document.match(/<w:tbl>[\s\S]*?<\/w:tbl>/g) ?? []).map(
      (xml) => (xml.match(/<w:tr>|<w:tr /g) ?? []).length,
    ),
    text: {
      cover: join(paragraphs.slice(0, at.body)),
      body: join(paragraphs.slice(at.body, at.annexes)),
      annexes: join(paragraphs.slice(at.annexes)),
    },
  }
}

/** "decimal" or "bullet": how the list that a paragraph belongs to counts. */
function numberingOf(paragraph: string, files: Readonly<Record<string, string>>): string | undefined {
  const id = /<w:numId w:val="(\d+)"\/>/.exec(paragraph)?.[1]
  const numbering = files['word/numbering.xml'] ?? ''
  const abstract = new RegExp(`<w:num w:numId="${id}"[^>]*>\\s*<w:abstractNumId w:val="(\\d+)"`).exec(numbering)?.[1]
  const levels = new RegExp(`<w:abstractNum w:abstractNumId="${abstract}"[\\s\\S]*?</w:abstractNum>`).exec(
    numbering,
  )?.[0]
  return /<w:numFmt w:val="(\w+)"\/>/.exec(levels ?? '')?.[1]
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([\s\S]*?)<\/w:t>/g)]
    .map(([, text = '']) => text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? ''))
    .join('')
