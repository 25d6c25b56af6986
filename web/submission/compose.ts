/** From a draft to the paper that its writers write. Pure; sections in which nothing stands are left out. */
import type { CitationView } from '../../api/contract/views.ts'
import { sayDay, sayWhen } from '../timeline/words.ts'
import { type Draft, type FactBlock, factsOf, type Section } from './draft.ts'
import { noteWriter, saySource, sayWhere } from './notes.ts'
import { paragraphsOf } from './own-text.ts'
import type { Annex, CoverLine, Figure, Paper, PaperSection, Paragraph, Run } from './paper.ts'

/** `figure`: the timeline of the State as of the draft's day; null where it could not be had. */
export function compose(draft: Draft, figure: Figure | null = null): Paper {
  const notes: string[] = []
  const write = noteWriter(draft.sources)
  const note: Noting = (cites, { fact }) => notes.push(write(cites, fact))
  const sections = draft.sections.flatMap((section) => sectionOf(section, note))
  return {
    language: 'en-GB',
    title: draft.title,
    cover: coverOf(draft),
    sections,
    annexes: annexesOf(draft, figure),
    notes,
  }
}

type Noting = (cites: readonly CitationView[], block: FactBlock) => number

function sectionOf({ key, title, blocks }: Section, note: Noting): PaperSection[] {
  const paragraphs = blocks.flatMap((block) =>
    block.kind === 'text' ? paragraphsOf(block) : factParagraphs(block, note),
  )
  return paragraphs.length > 0 ? [{ key, title, paragraphs }] : []
}

/** What a measure does to a right has a paragraph of its own; the rest of a fact stands in one. */
function factParagraphs(block: FactBlock, note: Noting): Paragraph[] {
  const runs: Run[] = sentencesOf(block).flatMap(({ pieces }, i) =>
    pieces.flatMap(({ text, cites }, j): Run[] => [
      { text: `${i > 0 && j === 0 ? ' ' : ''}${text}` },
      { note: note(cites, block) },
    ]),
  )
  return runs.length > 0 ? [{ kind: 'fact', runs }] : []
}

/** Those that the authors keep. */
export const sentencesOf = ({ fact, leftOut }: FactBlock) => fact.sentences.filter(({ key }) => !leftOut.includes(key))

function coverOf(draft: Draft): CoverLine[] {
  const { title, pack, organisations, from, until } = draft
  const line = (text: string): CoverLine => ({ is: 'line', text })
  const named = organisations.filter(({ name }) => name.trim() !== '')
  return [
    { is: 'title', text: title },
    line(`To: ${pack.body}${pack.cycle ? `, ${pack.cycle.name.toLowerCase()}` : ''}`),
    ...(from || until
      ? [line(`Period: ${from ? sayDay(from) : 'open'} to ${until ? sayDay(until) : sayDay(draft.asOf)}`)]
      : []),
    ...(named.length > 1 ? [line('Joint submission of:')] : []),
    ...named.flatMap(({ name, contact }): CoverLine[] => [
      { is: 'organisation', text: name.trim() },
      ...(contact.trim() ? [line(contact.trim().replace(/\s+/g, ' '))] : []),
    ]),
    line(stampOf(draft)),
  ]
}

/** Which state of the record the facts are from. */
export function stampOf(draft: Draft): string {
  const moments = new Map(factsOf(draft).map(({ version, asOf }) => [`${version}/${asOf}`, { version, asOf }]))
  if (moments.size === 0) return 'No fact of the Threatline record is in this paper.'
  const told = [...moments.values()]
    .sort((a, b) => a.version - b.version || a.asOf.localeCompare(b.asOf))
    .map(({ version, asOf }) => `version ${version} as of ${sayDay(asOf)}`)
  return `Facts with notes: Threatline record, ${told.join(' and ')}, CC BY 4.0.`
}

function annexesOf(draft: Draft, figure: Figure | null): Annex[] {
  const blocks = factsOf(draft)
  const slugs = Object.keys(draft.sources).sort((a, b) => firstCited(blocks, a) - firstCited(blocks, b))
  const marks = (cites: readonly CitationView[]): string => {
    const numbers = cites.map(({ source }) => slugs.indexOf(source) + 1).filter((number) => number > 0)
    return [...new Set(numbers)].map((number) => `[${number}]`).join(' ')
  }
  const annexes = [
    draft.annexes.measures && measuresAnnex(blocks, draft, marks),
    draft.annexes.chronology &&
      chronologyAnnex(blocks, draft.annexes.timeline ? figure : null, draft.state.name, marks),
    draft.annexes.questions && questionsAnnex(blocks, marks),
    draft.annexes.sources && sourcesAnnex(slugs, draft),
  ]
  return annexes
    .filter((annex) => annex !== false)
    .filter(({ rows }) => rows.length > 0)
    .map((annex, i) => ({ ...annex, title: `Annex ${ROMAN[i]}. ${annex.title}` }))
}

const ROMAN = ['I', 'II', 'III', 'IV']
const MARKED = 'Numbers in brackets lead to the list of sources.'

type Marks = (cites: readonly CitationView[]) => string

function measuresAnnex(blocks: readonly FactBlock[], { annexes }: Draft, marks: Marks): Annex {
  const measures = blocks.filter(({ fact }) => fact.record === 'measure')
  return {
    key: 'measures',
    title: 'Table of measures',
    says: annexes.sources ? MARKED : '',
    figure: null,
    columns: ['Measure', 'Kind', 'Status', 'As of', 'Sources'],
    widths: [36, 16, 18, 16, 14],
    rows: measures.map(({ fact, asOf }) => [
      fact.title,
      fact.kind,
      fact.status ?? '',
      sayDay(asOf),
      marks(fact.sentences[0]?.pieces.flatMap(({ cites }) => cites) ?? []),
    ]),
  }
}

function chronologyAnnex(blocks: readonly FactBlock[], figure: Figure | null, state: string, marks: Marks): Annex {
  const dated = blocks.flatMap(({ fact }) => fact.dated)
  const dayOf = ({ on }: (typeof dated)[number]) => on.earliest ?? on.latest ?? ''
  return {
    key: 'chronology',
    title: 'Chronology',
    says: figure ? `The timeline of ${state} in the record; below it, what this paper takes from it.` : '',
    figure,
    columns: ['Date', 'What happened', 'Sources'],
    widths: [22, 62, 16],
    rows: dated
      .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))
      .map(({ on, text, cites }) => [sayWhen(on), text, marks(cites)]),
  }
}

function questionsAnnex(blocks: readonly FactBlock[], marks: Marks): Annex {
  const open = blocks.filter(({ fact }) => fact.reply && fact.reply.state !== 'received' && fact.questions.length > 0)
  return {
    key: 'questions',
    title: 'Questions without a known answer',
    says: 'The questions are in the record’s words. Silence is claimed only to the day for which a source vouches; where nobody says whether a reply came, that is said.',
    figure: null,
    columns: ['Letter', 'Reply', 'Question', 'Sources'],
    widths: [24, 24, 40, 12],
    rows: open.flatMap(({ fact }) =>
      fact.questions.map(({ number, gist, locator }, i) => [
        i === 0 ? fact.title : '',
        i === 0 ? (fact.reply?.text ?? '') : '',
        `${number}. ${gist} (${locator})`,
        marks(fact.sentences[0]?.pieces.flatMap(({ cites }) => cites) ?? []),
      ]),
    ),
  }
}

function sourcesAnnex(slugs: readonly string[], { sources }: Draft): Annex {
  return {
    key: 'sources',
    title: 'Sources',
    says: '',
    figure: null,
    columns: ['No.', 'Source', 'Where'],
    widths: [8, 44, 48],
    rows: slugs.flatMap((slug, i) => {
      const source = sources[slug]
      return source ? [[`[${i + 1}]`, saySource(source), sayWhere(source).replace(/^,? /, '')]] : []
    }),
  }
}

function firstCited(blocks: readonly FactBlock[], slug: string): number {
  const order = blocks.flatMap(({ fact }) => [
    ...fact.sentences.flatMap(({ pieces }) => pieces.flatMap(({ cites }) => cites)),
    ...fact.dated.flatMap(({ cites }) => cites),
  ])
  return order.findIndex(({ source }) => source === slug)
}
