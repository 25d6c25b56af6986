/** Invented records as the API answers them, and drafts made from them by the same functions that the page calls. */
import fc from 'fast-check'
import type {
  CitationView,
  CommunicationSummary,
  EventSummary,
  ImpactView,
  RulePackView,
  SourceView,
  StepView,
} from '../../../api/contract/views.ts'
import {
  CERTAINTIES,
  COMMUNICATION_KINDS,
  EVENT_KINDS,
  MEASURE_KINDS,
  REPLY_STATES,
  SEVERITIES,
} from '../../../db/vocabulary/lists.ts'
import { STAGES, STATUSES } from '../../../db/vocabulary/stages.ts'
import { date, SOURCE } from '../../../web/gallery/build-view.ts'
import type { CommunicationMaterial } from '../../../web/submission/communication-fact.ts'
import { beginDraft, chooseFacts, type Draft } from '../../../web/submission/draft.ts'
import { allFacts, type Material } from '../../../web/submission/material.ts'
import type { MeasureMaterial } from '../../../web/submission/measure-fact.ts'
import { anyPoint, anyText } from '../timeline/arbitrary-view.ts'

export const AS_OF = '2026-11-23'
export const RIGHTS = ['expression', 'association']
/** In an address that is withheld; must stand nowhere. */
export const WITHHELD = 'withheld.example'

/** Ids in order, so that a run can be had again. */
export function counter(): () => string {
  let n = 0
  return () => `id${n++}`
}

export const source = (slug: string, more: Partial<SourceView> = {}): SourceView => ({
  ...SOURCE,
  slug,
  title: `Title of ${slug}`,
  address: `https://${slug}.example/`,
  ...more,
})

export const SOURCES: Record<string, SourceView> = Object.fromEntries(
  [
    ...['s1', 's2', 's3', 's4'].map((slug) => source(slug)),
    source('s5', {
      addressWithheld: true,
      address: `https://${WITHHELD}/`,
      archivedAddress: `https://${WITHHELD}/copy`,
    }),
    source('s6', { titleIs: 'printed', archivedAddress: 'https://archive.example/s6', on: null }),
  ].map((one) => [one.slug, one]),
)

const anyCite: fc.Arbitrary<CitationView> = fc
  .record({
    source: fc.constantFrom(...Object.keys(SOURCES)),
    certainty: fc.constantFrom(...CERTAINTIES),
    locator: fc.option(fc.constantFrom('p. 3', 'para. 12'), { nil: undefined }),
  })
  .map(({ locator, ...cite }) => (locator ? { ...cite, locator } : cite))
const anyCites = fc.array(anyCite, { minLength: 1, maxLength: 3 })
const filledText = anyText.map((text) => text || 'Words')

const anyDisagreements = fc.array(
  fc
    .record({ about: fc.constant('On which day it was'), reason: fc.constant('One was there.') })
    .map((one) => ({ field: 'on', claims: [], ...one })),
  { maxLength: 1 },
)

const anyStep: fc.Arbitrary<StepView> = fc
  .record({
    on: anyPoint,
    stage: fc.constantFrom(...STAGES),
    label: filledText,
    planned: fc.boolean(),
    result: fc.constantFrom('passed', 'failed', null),
    cites: anyCites,
    disagreements: anyDisagreements,
    vote: fc.option(fc.record({ for: fc.nat(90), against: fc.nat(90) }), { nil: null }),
  })
  .map(({ on, ...step }) => ({
    key: '',
    inferred: false,
    body: null,
    disputed: step.disagreements.length > 0,
    labels: { en: step.label },
    text: null,
    until: null,
    standsAt: null,
    note: null,
    afterAsOf: false,
    ...step,
    on: date(on),
  }))

const anyImpact: fc.Arbitrary<ImpactView> = fc
  .record({
    right: fc.constantFrom(...RIGHTS, 'privacy').map((slug) => ({ slug, title: `Right of ${slug}` })),
    severity: fc.constantFrom(...SEVERITIES, null),
    reasoning: filledText,
    counts: fc.boolean(),
    cites: anyCites,
    articles: fc.subarray(['ICCPR 19', 'ICCPR 22']),
  })
  .map((impact) => ({
    key: '',
    provision: null,
    effect: 'restricts',
    severityReason: null,
    grounds: [],
    saidBy: { voice: 'editors' },
    ...impact,
  }))

const anyMeasure: fc.Arbitrary<MeasureMaterial> = fc
  .record({
    title: filledText,
    kind: fc.constantFrom(...MEASURE_KINDS),
    is: fc.constantFrom(...STATUSES, null),
    steps: fc.array(anyStep, { minLength: 1, maxLength: 6 }),
    impacts: fc.array(anyImpact, { maxLength: 4 }),
    cites: anyCites,
  })
  .map(({ title, kind, is, steps, impacts, cites }) => {
    const keyed = steps.map((step, i) => ({ ...step, key: `step${i}` }))
    const [basis] = keyed
    return {
      slug: '',
      jurisdiction: 'zz',
      kind,
      title: { en: title },
      shortTitle: { en: title },
      families: [],
      rights: impacts.map(({ right, severity }) => ({ right: right.slug, severity })),
      status: {
        is,
        since: is && '2020-01-01',
        basis: is && basis ? { measure: '', step: basis.key, label: basis.label, on: basis.on } : null,
        rule: null,
        atTheLatest: false,
        asAnnounced: false,
        asReported: false,
        dormant: false,
        noStepSince: null,
        notCheckedSince: null,
        possibly: null,
        entryIntoForceNotEstablished: false,
      },
      begunOn: '2019-01-01',
      checkedOn: AS_OF,
      steps: keyed,
      impacts: impacts.map((impact, i) => ({ ...impact, key: `impact${i}` })),
      cites,
    }
  })

const anyReply: fc.Arbitrary<NonNullable<CommunicationSummary['reply']>> = fc
  .record({ state: fc.constantFrom(...REPLY_STATES), on: anyPoint, cites: anyCites, disagreements: anyDisagreements })
  .map(({ state, on, cites, disagreements }) =>
    state === 'received'
      ? { state, on: date(on), cites, disagreements }
      : state === 'none'
        ? { state, asOf: '2021-07-15', cites, disagreements }
        : { state, note: null },
  )

const anyCommunication: fc.Arbitrary<CommunicationMaterial> = fc
  .record({
    title: filledText,
    kind: fc.constantFrom(...COMMUNICATION_KINDS),
    reference: fc.constantFrom('AL ZZZ 1/2020', null),
    summary: filledText,
    on: fc.option(anyPoint, { nil: null }),
    from: fc.subarray(['One mandate', 'Another mandate', 'A third']),
    reply: anyReply,
    cites: anyCites,
    asked: fc.nat(3),
  })
  .map(({ title, kind, on, reply, asked, ...rest }) => ({
    slug: '',
    jurisdiction: 'zz',
    letterType: null,
    joint: false,
    fromIsPartial: false,
    measures: [],
    deadline: null,
    ...rest,
    title: { en: title },
    kind,
    on: on === null ? null : date(on),
    reply: kind === 'letter' ? reply : null,
    replyOnDay: kind === 'letter' ? reply.state : null,
    questions: Array.from({ length: asked }, (_, i) => ({
      number: i + 1,
      gist: `Why is that so, ${i}?`,
      locator: `question ${i + 1}`,
    })),
  }))

const anyEvent: fc.Arbitrary<EventSummary> = fc
  .record({
    title: filledText,
    kind: fc.constantFrom(...EVENT_KINDS),
    on: anyPoint,
    summary: filledText,
    cites: anyCites,
  })
  .map(({ title, on, ...rest }) => ({
    slug: '',
    jurisdiction: 'zz',
    inferred: false,
    duration: false,
    place: null,
    measures: [],
    communications: [],
    rights: ['expression'],
    ...rest,
    title: { en: title },
    on: date(on),
  }))

const named = <Item extends { slug: string }>(items: readonly Item[], kind: string): Item[] =>
  items.map((item, i) => ({ ...item, slug: `${kind}-${i}` }))

export const anyMaterial: fc.Arbitrary<Material> = fc
  .record({
    measures: fc.array(anyMeasure, { maxLength: 4 }),
    communications: fc.array(anyCommunication, { maxLength: 4 }),
    events: fc.array(anyEvent, { maxLength: 3 }),
  })
  .map(({ measures, communications, events }) => ({
    version: 3,
    asOf: AS_OF,
    measures: named(measures, 'measure').map((measure) => {
      const { status, slug } = measure
      return { ...measure, status: { ...status, basis: status.basis && { ...status.basis, measure: slug } } }
    }),
    communications: named(communications, 'letter'),
    events: named(events, 'event'),
    sources: SOURCES,
  }))

const finding = { says: 'As the body says.', standing: 'second_hand' as const, cites: [] as CitationView[] }

export const PACK: RulePackView = {
  slug: 'example-pack',
  mechanism: 'upr',
  title: { en: 'Submission to the example body' },
  short: 'Example body',
  body: 'The Example Body',
  cycle: null,
  checkedOn: date('2026-11'),
  replacedBy: null,
  limits: [
    { scope: 'one', words: 2815, ...finding },
    { scope: 'joint', words: 5630, ...finding },
  ],
  counted: [
    { part: 'body', counts: true, ...finding },
    { part: 'notes', counts: null, ...finding },
    { part: 'annexes', counts: false, ...finding },
  ],
  languages: { tags: ['en'], ...finding },
  fileType: { type: 'docx', ...finding },
  publicity: { is: 'public', ...finding },
  filing: { way: 'online', ...finding },
  parts: [
    { key: 'who', title: 'Who submits', required: true, ...finding },
    { key: 'contact', title: 'Contact', required: true, ...finding },
    { key: 'follow-up', title: 'Follow-up', required: false, ...finding },
  ],
  rules: [],
}

export function emptyDraft(more: Partial<Draft> = {}): Draft {
  const choice = {
    pack: PACK,
    state: { code: 'ZZ', name: 'Exampleland' },
    rights: RIGHTS,
    from: null,
    until: null,
    version: 3,
    asOf: AS_OF,
  }
  return { ...beginDraft(choice, counter()), ...more }
}

/** Of own text in some section, with facts of any material. */
export function draftOf(material: Material, texts: readonly string[] = []): Draft {
  const newId = counter()
  const draft = chooseFacts(emptyDraft(), allFacts(material, RIGHTS), material.sources, () => `fact-${newId()}`)
  let written = 0
  const sections = draft.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => (block.kind === 'text' ? { ...block, text: texts[written++] ?? '' } : block)),
  }))
  return { ...draft, sections }
}

/** Markdown as people write it, and as they do not. */
export const anyMarkdown: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      anyText,
      fc.constantFrom(
        '# A heading',
        '- one\n- two',
        '**strong** and *soft*',
        '[a link](https://example.org/)',
        '> quoted',
        '```\ncode\n```',
        '<b>no tag</b>',
        '1. first\n2. second',
        '![picture](https://example.org/p.png)',
        '|a|b|\n|-|-|',
      ),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join('\n\n'))

export const anyDraft: fc.Arbitrary<Draft> = fc
  .tuple(anyMaterial, fc.array(anyMarkdown, { maxLength: 3 }))
  .map(([material, texts]) => draftOf(material, texts))
