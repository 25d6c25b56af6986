/** What lists must answer, found the slow way: every record of the version is held against the filter, without any index. */
import type { AnyRecord, Communication, Event, Family, Measure } from '../../api/contract/record.ts'
import type { MeasureFilter } from '../../db/queries/measures.ts'
import type { ConversationFilter } from '../../db/queries/records.ts'
import { impactCounts, statusStepsOf } from '../../db/record-index.ts'
import { type Day, parseEdtf } from '../../db/vocabulary/edtf.ts'
import { influenceOf, readStatus, spanOn } from '../../db/vocabulary/status.ts'

/** All records of one version. */
export type Snapshot = ReadonlyMap<string, AnyRecord>

/** The record after each version; the first is version 1. */
export function snapshotsOf(versions: readonly (readonly AnyRecord[])[]): Snapshot[] {
  let current = new Map<string, AnyRecord>()
  return versions.map((records) => {
    current = new Map([...current, ...records.map((record) => [`${record.record} ${record.slug}`, record] as const)])
    return current
  })
}

const ofKind = <T extends AnyRecord>(all: Snapshot, kind: T['record']): T[] =>
  [...all.values()].filter((record): record is T => record.record === kind).sort(bySlug)

const bySlug = (a: { slug: string }, b: { slug: string }) => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0)

const isIn = (code: string, jurisdiction: string) => code === jurisdiction || code.startsWith(`${jurisdiction}-`)

/** Both periods may be open at either end. */
function meets(on: string | null, from: Day | undefined, to: Day | undefined): boolean {
  const { earliest, latest } = on === null ? { earliest: null, latest: null } : parseEdtf(on)
  return !(from && latest !== null && latest < from) && !(to && earliest !== null && earliest > to)
}

export function statusByRules(measure: Measure, all: Snapshot, asOf: Day) {
  const influences = ofKind<Measure>(all, 'measure').flatMap((other) =>
    (other.relations ?? []).flatMap(({ type, to, intended }) =>
      to === measure.slug && !intended && (type === 'replaces' || type === 'revives')
        ? (influenceOf(type, { measure: other.slug, steps: statusStepsOf(other).steps }) ?? [])
        : [],
    ),
  )
  return spanOn(readStatus(statusStepsOf(measure).steps, influences, 'certain').spans, asOf)?.status ?? null
}

function touches(measure: Measure, { right, severity, article }: MeasureFilter): boolean {
  return (measure.impacts ?? []).some(
    (impact) =>
      impactCounts(impact, measure.provisions, measure.texts) &&
      (!right || impact.right === right) &&
      (!severity || impact.severity === severity) &&
      (!article ||
        impact.articles.some(
          (one) =>
            one.instrument === article.instrument &&
            (!article.article || one.article.split(' ')[0] === article.article),
        )),
  )
}

const inFamily = (slug: string, family: string, all: Snapshot): boolean =>
  (all.get(`family ${family}`) as Family | undefined)?.members.includes(slug) === true

export function measuresByForce(all: Snapshot, filter: MeasureFilter, asOf: Day): Measure[] {
  const { jurisdiction, kind, right, severity, article, status, family, mandate, from, to, slugs } = filter
  const letters = ofKind<Communication>(all, 'communication')
  return ofKind<Measure>(all, 'measure').filter(
    (measure) =>
      (!slugs || slugs.includes(measure.slug)) &&
      (!jurisdiction || isIn(measure.jurisdiction, jurisdiction)) &&
      (!kind || measure.kind === kind) &&
      (!(right || severity || article) || touches(measure, filter)) &&
      (!family || inFamily(measure.slug, family, all)) &&
      (!mandate ||
        letters.some(
          (letter) =>
            letter.from.some((from) => from.mandate === mandate) &&
            letter.about.some((about) => about.measure === measure.slug),
        )) &&
      (!(from || to) || measure.steps.some((step) => meets(step.on, from, to))) &&
      (!status || statusByRules(measure, all, asOf) === status),
  )
}

/** Communications or events; `filter.measures` is a list here. */
export function conversationByForce(
  all: Snapshot,
  table: 'communication' | 'event',
  filter: ConversationFilter,
): (Communication | Event)[] {
  const { jurisdiction, kind, right, family, mandate, reply, from, to, slugs } = filter
  const measures = filter.measures as readonly string[] | undefined
  const aboutOf = (item: Communication | Event) =>
    item.record === 'communication' ? item.about.map(({ measure }) => measure) : (item.measures ?? [])
  const measureOf = (slug: string) => all.get(`measure ${slug}`) as Measure
  return ofKind<Communication | Event>(all, table).filter(
    (item) =>
      (!slugs || slugs.includes(item.slug)) &&
      (!jurisdiction || isIn(item.jurisdiction, jurisdiction)) &&
      (!kind || item.kind === kind) &&
      (!measures || aboutOf(item).some((slug) => measures.includes(slug))) &&
      (!right || aboutOf(item).some((slug) => touches(measureOf(slug), { right } as MeasureFilter))) &&
      (!family || aboutOf(item).some((slug) => inFamily(slug, family, all))) &&
      (!mandate || (item.record === 'communication' && item.from.some((one) => one.mandate === mandate))) &&
      (!reply || (item.record === 'communication' && item.reply?.state === reply)) &&
      meets(item.on, from, to),
  )
}

/** The lists in their orders: what is missing comes last, in either direction. */
export function sorted<Item extends { slug: string }>(
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
  descending: boolean,
): Item[] {
  const sign = descending ? -1 : 1
  return items.toSorted((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)]
    if (left === right) return sign * bySlug(a, b)
    if (left === null) return 1
    if (right === null) return -1
    return left < right ? -sign : sign
  })
}
