/** From a record's body to its rows in the index tables, and to what the status rules need. The bodies are valid records. */
import type { Selectable } from 'kysely'
import type { MeasureDigest, MeasureTable, StandingSpan, Tables } from './tables.ts'
import { addDays, type Day, parseEdtf } from './vocabulary/edtf.ts'
import { type MeasureKind, type ReplyState, SEVERITIES, type Severity } from './vocabulary/lists.ts'
import { RIGHTS } from './vocabulary/rights.ts'
import type { Stage, Status } from './vocabulary/stages.ts'
import type { Bounds, StatusStep } from './vocabulary/status.ts'

/** The parts of bodies that the index reads; the whole format is api/contract/record.ts. */
interface Body {
  jurisdiction: string
  kind: string
  checked_on: Day
  reference: string | null
  on: string | null
  steps: {
    key: string
    stage: Stage
    result?: 'passed' | 'failed'
    on: string
    planned?: boolean
    until?: string
    stands_at?: Status
    label: { en: string }
    cites: { source: string }[]
  }[]
  title: Record<string, string>
  short_title: Record<string, string> & { en: string }
  texts?: { key: string; current?: boolean }[]
  provisions?: { key: string; texts?: string[] }[]
  impacts?: {
    key: string
    provision?: string
    right: string
    severity: Severity | null
    articles: { instrument: string; article: string }[]
  }[]
  relations?: { type: string; to?: string; intended?: boolean }[]
  about: { measure: string }[]
  from: { mandate?: string }[]
  deadline?: { days: number | null }
  reply?: { state: ReplyState }
  earlier?: { resolved_to: string | null }[]
  measures?: string[]
  communications?: string[]
  rights?: string[]
  members: string[]
}

/** A published reference as a key for look-ups: "AL KGZ 2/2021" and "al-kgz-2-2021" are one. */
export function referenceKey(reference: string): string {
  return reference
    .trim()
    .toLowerCase()
    .replace(/[\s/]+/g, '-')
}

/** A place among titles is told by their beginning: an index takes 2.7 KB a row, and a cursor goes in an address. */
const LONGEST_KEY = 200

/** What titles are sorted by. */
export const titleKey = (title: string): string => [...title.toLowerCase()].slice(0, LONGEST_KEY).join('')

/** A stretch of time (a/b) happens on its last day, so it has no earlier day from which it might count. */
function boundsOf(edtf: string): Bounds {
  const { earliest, latest, duration } = parseEdtf(edtf)
  return { earliest: duration ? latest : earliest, latest }
}

/** A step as the standings that rest on it tell of it. */
export type ToldStep = Pick<StandingSpan, 'basis_label' | 'basis_edtf' | 'basis_earliest' | 'basis_latest'>

/** The steps of a measure's body as the status rules take them and as they are told, and the day a person last looked. */
export function statusStepsOf(body: object): { steps: StatusStep[]; told: Map<string, ToldStep>; checkedOn: Day } {
  const { steps, checked_on } = body as Body
  return {
    checkedOn: checked_on,
    told: new Map(
      steps.map(({ key, label, on }) => {
        const { on_edtf, on_earliest, on_latest } = dated(on)
        return [
          key,
          { basis_label: label.en, basis_edtf: on_edtf, basis_earliest: on_earliest, basis_latest: on_latest },
        ]
      }),
    ),
    steps: steps.map((step) => ({
      ...step,
      on: boundsOf(step.on),
      until: step.until ? boundsOf(step.until) : undefined,
    })),
  }
}

/**
 * Whether an impact counts: it touches the whole measure, or a text that is current holds its provision. A provision that
 * names no text stands in all of them.
 */
export function impactCounts(
  impact: { provision?: string | undefined },
  provisions: readonly { key: string; texts?: string[] | undefined }[] = [],
  texts: readonly { key: string; current?: boolean | undefined }[] = [],
): boolean {
  const standsIn = provisions.find((provision) => provision.key === impact.provision)?.texts
  if (!standsIn?.length) return true
  return texts.some((text) => text.current === true && standsIn.includes(text.key))
}

/** The rights that a measure touches, in the order of the rights list, each with the highest severity among impacts that count. */
function rightsOf({
  impacts = [],
  provisions,
  texts,
}: Pick<Body, 'impacts' | 'provisions' | 'texts'>): MeasureDigest['rights'] {
  const rank = (severity: Severity | null) => (severity ? SEVERITIES.indexOf(severity) : -1)
  const worst = new Map<string, Severity | null>()
  for (const impact of impacts) {
    if (!impactCounts(impact, provisions, texts)) continue
    const known = worst.get(impact.right) ?? null
    worst.set(impact.right, rank(impact.severity) > rank(known) ? impact.severity : known)
  }
  return RIGHTS.flatMap(({ slug }) => (worst.has(slug) ? [{ right: slug, severity: worst.get(slug) ?? null }] : []))
}

/** What a standing adds to its status: when the measure was signed at the latest, and whether force is spoken of at all. */
function landmarksOf(steps: Body['steps']): Pick<MeasureDigest, 'signed_on' | 'force_known'> {
  const signed = steps
    .filter(({ stage }) => ['signed', 'published', 'issued'].includes(stage))
    .flatMap(({ on }) => parseEdtf(on).latest ?? [])
  return {
    signed_on: signed.sort()[0] ?? null,
    force_known: steps.some(({ stage }) => stage === 'in_force' || stage === 'in_force_confirmed'),
  }
}

/** Bounds of all steps together, by which lists leave out what has no step in a period. */
function spanOfSteps(steps: Body['steps']): Pick<MeasureTable, 'steps_from' | 'steps_until'> {
  if (steps.length === 0) return { steps_from: 'infinity', steps_until: '-infinity' }
  const dates = steps.map(({ on }) => parseEdtf(on))
  const openAtStart = dates.some(({ earliest }) => earliest === null)
  const openAtEnd = dates.some(({ latest }) => latest === null)
  const firsts = dates.flatMap(({ earliest }) => earliest ?? []).sort()
  const lasts = dates.flatMap(({ latest }) => latest ?? []).sort()
  return {
    steps_from: (!openAtStart && firsts[0]) || '-infinity',
    steps_until: (!openAtEnd && lasts.at(-1)) || 'infinity',
  }
}

/** The day a reply is due: days after the day it was sent, where both are known. */
export function dueOn({
  on,
  deadline,
}: {
  on: string | null
  deadline?: { days: number | null } | undefined
}): Day | null {
  if (!on || !deadline?.days) return null
  const { earliest, latest } = parseEdtf(on)
  return latest !== null && earliest === latest ? addDays(latest, deadline.days) : null
}

/** "19 (3)" and "19" are article 19; "5 (d) (viii)" is article 5. */
export const articleNumber = (article: string): string => /^[0-9]+[a-z]?/i.exec(article.trim())?.[0] ?? article.trim()

type Rows = {
  [T in
    | 'measure'
    | 'step'
    | 'impact'
    | 'impact_article'
    | 'relation'
    | 'communication'
    | 'communication_measure'
    | 'communication_mandate'
    | 'communication_earlier'
    | 'event'
    | 'event_measure'
    | 'event_communication'
    | 'event_right'
    | 'family_member']: Selectable<Tables[T]>[]
}

/** The index rows of records, by table, in an order in which they can be written. */
export function recordRows(records: readonly { id: number; record: string; slug: string; body: object }[]): Rows {
  const rows: Rows = {
    measure: [],
    step: [],
    impact: [],
    impact_article: [],
    relation: [],
    communication: [],
    communication_measure: [],
    communication_mandate: [],
    communication_earlier: [],
    event: [],
    event_measure: [],
    event_communication: [],
    event_right: [],
    family_member: [],
  }
  for (const { id: record_id, record, slug, body } of records) {
    const { jurisdiction, kind, ...rest } = body as Body
    if (record === 'measure') {
      const { title, short_title, checked_on, steps } = rest
      const digest: MeasureDigest = { title, short_title, checked_on, rights: rightsOf(rest), ...landmarksOf(steps) }
      rows.measure.push({
        record_id,
        slug,
        jurisdiction,
        kind: kind as MeasureKind,
        title_key: titleKey(short_title.en),
        begun_on: steps[0] ? parseEdtf(steps[0].on).earliest : null,
        ...spanOfSteps(steps),
        checked_on,
        summary: digest,
        lane: { steps, relations: rest.relations },
        lane_sources: [...new Set(steps.flatMap(({ cites }) => cites.map(({ source }) => source)))],
      })
      steps.forEach(({ key, stage, label, on, planned }, ordinal) => {
        rows.step.push({ record_id, key, ordinal, stage, label: label.en, planned: planned === true, ...dated(on) })
      })
      for (const impact of rest.impacts ?? []) {
        const { key, right, severity, articles } = impact
        const counts = impactCounts(impact, rest.provisions, rest.texts)
        const row = { record_id, key, right_slug: right, severity, counts }
        rows.impact.push(row)
        const named = new Set(articles.map(({ instrument, article }) => `${instrument} ${articleNumber(article)}`))
        for (const one of named) {
          const [instrument = '', ...article] = one.split(' ')
          rows.impact_article.push({ ...row, instrument, article: article.join(' ') })
        }
      }
      const inside = (rest.relations ?? []).flatMap(({ type, to, intended }) =>
        to ? [{ record_id, type, to_measure: to, intended: intended === true }] : [],
      )
      rows.relation.push(...inside)
    } else if (record === 'communication') {
      const { on_earliest, on_latest } = dated(rest.on)
      const reference_key = rest.reference === null ? null : referenceKey(rest.reference)
      rows.communication.push({
        record_id,
        slug,
        jurisdiction,
        kind,
        reference_key,
        on_earliest,
        on_latest,
        due_on: dueOn(rest),
        reply: rest.reply?.state ?? null,
      })
      for (const mandate of new Set(rest.from.flatMap((from) => from.mandate ?? [])))
        rows.communication_mandate.push({ record_id, mandate })
      for (const measure of new Set(rest.about.map((about) => about.measure)))
        rows.communication_measure.push({ record_id, measure })
      for (const earlier of new Set((rest.earlier ?? []).flatMap((reference) => reference.resolved_to ?? [])))
        rows.communication_earlier.push({ record_id, earlier })
    } else if (record === 'event') {
      const { on_earliest, on_latest } = dated(rest.on)
      rows.event.push({ record_id, slug, jurisdiction, kind, on_earliest, on_latest })
      for (const measure of new Set(rest.measures)) rows.event_measure.push({ record_id, measure })
      for (const communication of new Set(rest.communications))
        rows.event_communication.push({ record_id, communication })
      for (const right_slug of new Set(rest.rights)) rows.event_right.push({ record_id, right_slug })
    } else if (record === 'family') {
      rest.members.forEach((measure, ordinal) => {
        rows.family_member.push({ record_id, family: slug, measure, ordinal })
      })
    }
  }
  return rows
}

function dated(edtf: string | null): { on_edtf: string; on_earliest: Day | null; on_latest: Day | null } {
  if (edtf === null) return { on_edtf: '', on_earliest: null, on_latest: null }
  const { earliest, latest } = parseEdtf(edtf)
  return { on_edtf: edtf, on_earliest: earliest, on_latest: latest }
}
