/** A draft of a submission, and how it is changed: every change gives a new draft, so that what did not change can be known by identity. */
import type { RulePackView, SourceView } from '../../api/contract/views.ts'
import type { Day } from '../../db/vocabulary/edtf.ts'
import type { LimitScope } from '../../db/vocabulary/lists.ts'
import type { Fact } from './fact.ts'

/** `draft` until a file was made of it, `exported` until its authors say where they sent it. */
export const STAGES = ['draft', 'exported', 'filed'] as const
export type Stage = (typeof STAGES)[number]

export interface Organisation {
  name: string
  /** How the mechanism reaches it; stands on the cover. */
  contact: string
}

/** What the authors write themselves, in Markdown. */
export interface TextBlock {
  kind: 'text'
  id: string
  text: string
}

/** What was taken from the record, as it stood in the draft's version when it was taken. */
export interface FactBlock {
  kind: 'fact'
  id: string
  version: number
  asOf: Day
  fact: Fact
  /** Keys of the sentences that the authors leave out. */
  leftOut: readonly string[]
}

export type Block = TextBlock | FactBlock

export interface Section {
  /** Of the rule pack’s part, or one of FACT_SECTIONS, or `introduction` or `recommendations`. */
  key: string
  title: string
  /** What the mechanism asks of it, in the rule pack’s words; empty where it asks nothing. */
  advice: string
  required: boolean
  blocks: readonly Block[]
}

/** What was sent, where and when, and what came back. All in the authors' words. */
export interface Filing {
  on: Day
  where: string
  receipt: string
  outcome: string
}

export interface Draft {
  edition: 1
  id: string
  /** Counts what was kept, so that two tabs know when both have written. */
  kept: number
  title: string
  stage: Stage
  /** The rules as they were when the draft was begun, so that it can be written without a network and under its own rules. */
  pack: RulePackView
  state: { code: string; name: string }
  rights: readonly string[]
  from: Day | null
  until: Day | null
  /** The version of the record that facts were taken from, and the day on which statuses and replies are told. */
  version: number
  asOf: Day
  scope: LimitScope
  organisations: readonly Organisation[]
  sections: readonly Section[]
  annexes: { measures: boolean; chronology: boolean; timeline: boolean; questions: boolean; sources: boolean }
  /** Every source that a fact of the draft cites. */
  sources: Readonly<Record<string, SourceView>>
  /** Names in the authors' own text that they have looked at and may stand. */
  mayBeNamed: readonly string[]
  filings: readonly Filing[]
}

/** Where facts of each kind go. */
const FACT_SECTIONS = {
  measure: { key: 'laws', title: 'Laws and bills' },
  communication: { key: 'letters', title: 'What was written to the State, and what came back' },
  event: { key: 'events', title: 'Events' },
} as const satisfies Record<Fact['record'], { key: string; title: string }>

/** A part that the cover holds, with each organisation. */
export const COVER_PART = 'contact'

export interface Choice {
  pack: RulePackView
  state: Draft['state']
  rights: readonly string[]
  from: Day | null
  until: Day | null
  version: number
  asOf: Day
}

/** Where a mechanism asks for no parts. */
const INTRODUCTION = {
  key: 'introduction',
  title: 'Introduction',
  advice: 'Who you are, and what this paper is about.',
  required: false,
}

/** An outline by the rule pack, without facts yet. `newId` gives a name that no other draft or block has. */
export function beginDraft(choice: Choice, newId: () => string): Draft {
  const { pack, state } = choice
  const outline = [
    ...(pack.parts.length === 0 ? [INTRODUCTION] : []),
    ...pack.parts
      .filter(({ key }) => key !== COVER_PART)
      .map(({ key, title, says, required }) => ({ key: `part-${key}`, title, advice: says, required })),
    ...Object.values(FACT_SECTIONS).map((section) => ({ ...section, advice: '', required: false })),
    {
      key: 'recommendations',
      title: 'Recommendations',
      advice: 'What the State should do, each so that one can later say whether it was done.',
      required: false,
    },
  ]
  return {
    edition: 1,
    id: newId(),
    kept: 0,
    title: `${pack.title.en}: ${state.name}`,
    stage: 'draft',
    ...choice,
    scope: pack.limits[0]?.scope ?? 'any',
    organisations: [{ name: '', contact: '' }],
    sections: outline.map((section) => {
      const isForFacts = Object.values(FACT_SECTIONS).some(({ key }) => key === section.key)
      return { ...section, blocks: isForFacts ? [] : [{ kind: 'text', id: newId(), text: '' }] }
    }),
    annexes: { measures: true, chronology: true, timeline: true, questions: true, sources: true },
    sources: {},
    mayBeNamed: [],
    filings: [],
  }
}

/** Puts facts in their sections, those that are there already stay as they are, and takes those away that are not chosen any more. */
export function chooseFacts(
  draft: Draft,
  facts: readonly Fact[],
  sources: Readonly<Record<string, SourceView>>,
  newId: () => string,
): Draft {
  const nameOf = ({ record, slug }: Fact) => `${record}/${slug}`
  const wanted = new Map(facts.map((fact) => [nameOf(fact), fact]))
  const has = new Set(draft.sections.flatMap(factBlocksOf).map(({ fact }) => nameOf(fact)))
  const { version, asOf } = draft
  const sections = draft.sections.map((section) => {
    const stays = section.blocks.filter((block) => block.kind === 'text' || wanted.has(nameOf(block.fact)))
    const comes = facts
      .filter((fact) => FACT_SECTIONS[fact.record].key === section.key && !has.has(nameOf(fact)))
      .map((fact): FactBlock => ({ kind: 'fact', id: newId(), version, asOf, fact, leftOut: fact.besides }))
    return { ...section, blocks: [...stays, ...comes] }
  })
  return withSources({ ...draft, sections }, sources)
}

export const factBlocksOf = ({ blocks }: Section): FactBlock[] => blocks.filter((block) => block.kind === 'fact')
export const factsOf = ({ sections }: Draft): FactBlock[] => sections.flatMap(factBlocksOf)

/** Keeps only the sources that are cited; those of the draft stand in for what is not among the given ones. */
function withSources(draft: Draft, given: Readonly<Record<string, SourceView>>): Draft {
  const cited = new Set(factsOf(draft).flatMap(({ fact }) => citedBy(fact)))
  const sources = [...cited].flatMap((slug) => {
    const source = given[slug] ?? draft.sources[slug]
    return source ? [[slug, source] as const] : []
  })
  return { ...draft, sources: Object.fromEntries(sources) }
}

function citedBy({ sentences, dated, reply }: Fact): string[] {
  const pieces = sentences.flatMap(({ pieces }) => pieces)
  return [...pieces, ...dated, ...(reply ? [reply] : [])].flatMap(({ cites }) => cites.map(({ source }) => source))
}

/** Changes one block; `null` takes it away. */
export function withBlock(draft: Draft, id: string, change: (block: Block) => Block | null): Draft {
  const sections = draft.sections.map((section) => {
    if (!section.blocks.some((block) => block.id === id)) return section
    return { ...section, blocks: section.blocks.flatMap((block) => (block.id === id ? (change(block) ?? []) : block)) }
  })
  return withSources({ ...draft, sections }, {})
}

/** Gives a section room for the authors' own text, before its facts. */
export function withText(draft: Draft, at: number, newId: () => string): Draft {
  const block: TextBlock = { kind: 'text', id: newId(), text: '' }
  const sections = draft.sections.map((section, i) =>
    i === at ? { ...section, blocks: [block, ...section.blocks] } : section,
  )
  return { ...draft, sections }
}

/** Moves one of a list's items by so many places, no further than its ends. */
export function moved<Item>(items: readonly Item[], at: number, by: number): Item[] {
  const item = items[at]
  if (item === undefined) return [...items]
  const rest = items.filter((_, i) => i !== at)
  rest.splice(Math.min(Math.max(at + by, 0), rest.length), 0, item)
  return rest
}

export const moveSection = (draft: Draft, at: number, by: number): Draft => ({
  ...draft,
  sections: moved(draft.sections, at, by),
})

export function moveBlock(draft: Draft, id: string, by: number): Draft {
  const sections = draft.sections.map((section) => {
    const at = section.blocks.findIndex((block) => block.id === id)
    return at === -1 ? section : { ...section, blocks: moved(section.blocks, at, by) }
  })
  return { ...draft, sections }
}

/** A block whose record says something else by now; `now` is null where the record holds it no more. */
export interface Renewal {
  block: FactBlock
  now: Fact | null
}

/** What could be taken anew from a later state of the record. Offered, never done by itself. */
export function renewalsOf(draft: Draft, facts: readonly Fact[]): Renewal[] {
  return factsOf(draft).flatMap((block) => {
    const now = facts.find(({ record, slug }) => record === block.fact.record && slug === block.fact.slug) ?? null
    return now && JSON.stringify(now) === JSON.stringify(block.fact) ? [] : [{ block, now }]
  })
}

/** Takes the new wording of one block; sentences that were left out stay out. Null takes the block away. */
export function renew(
  draft: Draft,
  { block, now }: Renewal,
  moment: { version: number; asOf: Day },
  sources: Readonly<Record<string, SourceView>>,
): Draft {
  const { version, asOf } = moment
  const had = new Set(block.fact.sentences.map(({ key }) => key))
  const taken = withBlock(
    draft,
    block.id,
    () =>
      now && {
        ...block,
        version,
        asOf,
        fact: now,
        leftOut: [...block.leftOut, ...now.besides.filter((key) => !had.has(key))],
      },
  )
  return withSources(taken, sources)
}
