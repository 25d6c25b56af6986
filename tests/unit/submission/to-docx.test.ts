import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { compose } from '../../../web/submission/compose.ts'
import type { Paper } from '../../../web/submission/paper.ts'
import { toDocx } from '../../../web/submission/to-docx.ts'
import { readDocx } from '../../support/docx.ts'
import { anyDraft, draftOf } from './arbitrary-draft.ts'

const NOTHING = { version: 1, asOf: '2026-11-23', measures: [], communications: [], events: [], sources: {} }
const open = async (paper: Paper) => readDocx(new Uint8Array(await (await toDocx(paper)).arrayBuffer()))
/** What XML can hold of a text, with white space as one. */
const plain = (text: string) =>
  text
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

test('the document is sound XML, and has the paper’s footnotes, headings and paragraphs', async () => {
  await fc.assert(
    fc.asyncProperty(anyDraft, async (draft) => {
      const paper = compose(draft)
      const docx = await open(paper)
      for (const [name, xml] of Object.entries(docx.files))
        if (/\.(xml|rels)$/.test(name)) expect(XMLValidator.validate(xml), name).toBe(true)
      expect(docx.notes.map(plain)).toEqual(paper.notes.map(plain))
      expect(docx.marks).toEqual(paper.notes.map((_, i) => i + 1))
      expect(docx.headings.map(plain)).toEqual([...paper.sections, ...paper.annexes].map(({ title }) => plain(title)))
      const paragraphs = paper.sections
        .flatMap(({ paragraphs }) => paragraphs)
        .filter(({ kind }) => kind === 'own' || kind === 'fact')
      expect(docx.numbered.map(plain)).toEqual(
        paragraphs.map(({ runs }) => plain(runs.map((run) => ('note' in run ? '' : run.text)).join(''))),
      )
      expect(docx.tables).toEqual(paper.annexes.map(({ rows }) => rows.length + 1))
    }),
    { numRuns: 30 },
  )
})

/** One pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test('a figure has its words, fits the page, and stands only where it is wanted', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyDraft.filter(({ sections }) =>
        sections.some(({ blocks }) => blocks.some((block) => block.kind === 'fact' && block.fact.dated.length > 0)),
      ),
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 5000 }),
      async (draft, width, height) => {
        const figure = { png: PNG, width, height, alt: 'A timeline & its words' }
        const { files } = await open(compose(draft, figure))
        const document = files['word/document.xml'] ?? ''
        expect(document).toContain('descr="A timeline &amp; its words"')
        // English Metric Units: 9,525 a pixel of 1/96 inch.
        const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(document) ?? []
        expect(Number(cx) / 9525).toBeLessThanOrEqual(600)
        expect(Number(cy) / 9525).toBeLessThanOrEqual(820)
        const without = await open(compose({ ...draft, annexes: { ...draft.annexes, timeline: false } }, figure))
        expect(without.files['word/document.xml']).not.toContain('<wp:extent')
      },
    ),
    { numRuns: 10 },
  )
})

test('pages are numbered, the language is told, and links lead where they say', async () => {
  const { files } = await open(compose(draftOf(NOTHING, ['See [here](https://example.org/a?b=1&c=2).'])))
  expect(
    Object.entries(files)
      .filter(([name]) => /footer\d+\.xml$/.test(name))
      .map(([, xml]) => xml)
      .join(''),
  ).toContain('PAGE')
  expect(files['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>')
  const links = new XMLParser({ ignoreAttributes: false }).parse(files['word/_rels/document.xml.rels'] ?? '')
  expect(JSON.stringify(links)).toContain('https://example.org/a?b=1&c=2')
})
