/** A paper as a Word file: real footnotes, headings, numbered paragraphs and pages. Heavy: loaded when a draft is open. */
import {
  AlignmentType,
  Document,
  Paragraph as DocxParagraph,
  TextRun as DocxRun,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  type ParagraphChild,
  SectionType,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx'
import { fromBase64 } from './base64.ts'
import type { Annex, CoverLine, Figure, Paper, Paragraph, Run } from './paper.ts'

/** Width between the margins of an A4 page, in twentieths of a point: 21 cm less twice 2.54 cm. */
const TEXT_WIDTH = 9026
/** Room between the margins, with a heading above, in pixels of 1/96 inch. */
const PAGE = { width: 600, height: 820 }
const HALF_POINTS = { text: 22, note: 18, table: 18, title: 40, organisation: 28 }

const PARAGRAPHS = 'paragraphs'
const ITEMS = 'items'

export function toDocx(paper: Paper): Promise<Blob> {
  const { language, title, cover, sections, annexes, notes } = paper
  const document = new Document({
    title: clean(title),
    creator: '',
    footnotes: Object.fromEntries(
      notes.map((note, i) => [
        i + 1,
        { children: [new DocxParagraph({ children: [text(` ${note}`, HALF_POINTS.note)] })] },
      ]),
    ),
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: HALF_POINTS.text, language: { value: language } },
          paragraph: { spacing: { after: 120 } },
        },
        title: { run: { size: HALF_POINTS.title, bold: true }, paragraph: { spacing: { before: 2400, after: 480 } } },
        heading1: {
          run: { size: 28, bold: true },
          paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
        },
        heading2: {
          run: { size: 24, bold: true },
          paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: PARAGRAPHS,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              style: { paragraph: { indent: { left: 0, hanging: 0 } } },
            },
          ],
        },
        {
          reference: ITEMS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              style: { paragraph: { indent: { left: 720, hanging: 360 } } },
            },
          ],
        },
      ],
    },
    sections: [
      { children: cover.map(coverLine) },
      {
        properties: { type: SectionType.NEXT_PAGE, page: { pageNumbers: { start: 1 } } },
        footers: { default: pageFooter() },
        children: [
          ...sections.flatMap((section) => [heading(section.title), ...section.paragraphs.map(paragraph)]),
          ...annexes.flatMap(annex),
        ],
      },
    ],
  })
  return Packer.toBlob(document)
}

function coverLine({ is, text: says }: CoverLine): DocxParagraph {
  if (is === 'title') return new DocxParagraph({ heading: HeadingLevel.TITLE, children: [text(says)] })
  if (is === 'organisation')
    return new DocxParagraph({
      spacing: { before: 240 },
      children: [new DocxRun({ text: clean(says), bold: true, size: HALF_POINTS.organisation })],
    })
  return new DocxParagraph({ children: [text(says)] })
}

function pageFooter(): Footer {
  const page = new DocxRun({ children: [PageNumber.CURRENT], size: HALF_POINTS.note })
  return new Footer({ children: [new DocxParagraph({ alignment: AlignmentType.CENTER, children: [page] })] })
}

const heading = (says: string, pageBreakBefore = false): DocxParagraph =>
  new DocxParagraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore, children: [text(says)] })

function paragraph({ kind, runs }: Paragraph): DocxParagraph {
  const children = runs.map(child)
  if (kind === 'heading') return new DocxParagraph({ heading: HeadingLevel.HEADING_2, children })
  return new DocxParagraph({ numbering: { reference: kind === 'item' ? ITEMS : PARAGRAPHS, level: 0 }, children })
}

function child(run: Run): ParagraphChild {
  if ('note' in run) return new FootnoteReferenceRun(run.note)
  const { strong = false, emphasis = false, href } = run
  const words = new DocxRun({
    text: clean(run.text),
    bold: strong,
    italics: emphasis,
    ...(href && { style: 'Hyperlink' }),
  })
  return href ? new ExternalHyperlink({ link: href, children: [words] }) : words
}

const text = (says: string, size?: number): DocxRun => new DocxRun({ text: clean(says), ...(size && { size }) })

function annex({ title, says, figure, columns, rows, widths }: Annex): (DocxParagraph | Table)[] {
  const row = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (cell, i) =>
          new TableCell({
            width: { size: widthOf(widths[i]), type: WidthType.DXA },
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: [
              new DocxParagraph({
                spacing: { after: 0 },
                children: [new DocxRun({ text: clean(cell), size: HALF_POINTS.table, bold: isHead })],
              }),
            ],
          }),
      ),
    })
  return [
    heading(title, true),
    ...(says ? [new DocxParagraph({ children: [text(says)] })] : []),
    ...(figure ? [new DocxParagraph({ children: [image(figure)] })] : []),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths.map(widthOf),
      rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
    }),
  ]
}

/** As wide as the text, unless it would then be higher than a page. */
function image({ png, width, height, alt }: Figure): ImageRun {
  const scale = Math.min(1, PAGE.width / width, PAGE.height / height)
  return new ImageRun({
    type: 'png',
    data: fromBase64(png),
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: 'Timeline', title: 'Timeline', description: clean(alt) },
  })
}

const widthOf = (share = 0): number => Math.round((TEXT_WIDTH * share) / 100)

/** XML has no place for control characters, nor for half of a pair: https://www.w3.org/TR/xml/#charsets. */
const clean = (words: string): string => words.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
