/** Asks the record for what drafts are made from. What is asked names a State and a moment, and nothing that anybody wrote. */
import type { EventSummary, RulePackView, SourceView } from '../../api/contract/views.ts'
import { RIGHTS } from '../../db/vocabulary/rights.ts'
import { fetchPicture, fetchWholeList } from '../api-client.ts'
import { sayDay } from '../timeline/words.ts'
import { toBase64 } from './base64.ts'
import type { CommunicationMaterial } from './communication-fact.ts'
import type { Choice } from './draft.ts'
import type { Material } from './material.ts'
import type { MeasureMaterial } from './measure-fact.ts'
import type { Figure } from './paper.ts'

/** As readers see the rights everywhere; one that the list does not know stands last. */
const orderOf = (slug: string): number => {
  const at = RIGHTS.findIndex((right) => right.slug === slug)
  return at === -1 ? RIGHTS.length : at
}

/** What there is to choose from. */
export interface Choices {
  packs: RulePackView[]
  states: { code: string; name: string }[]
  rights: { slug: string; name: string }[]
  version: number
  asOf: string
}

/** Throws RequestError. */
export async function loadChoices(): Promise<Choices> {
  const [packs, states, rights] = await Promise.all([
    fetchWholeList<RulePackView>('/api/rule-packs?limit=200'),
    fetchWholeList<{ code: string; name: { en: string } }>('/api/jurisdictions?limit=200'),
    fetchWholeList<{ slug: string; title: { en: string } }>('/api/rights?limit=200'),
  ])
  return {
    packs: packs.items.filter(({ replacedBy }) => replacedBy === null),
    states: states.items.map(({ code, name }) => ({ code, name: name.en })),
    rights: rights.items
      .map(({ slug, title }) => ({ slug, name: title.en }))
      .sort((a, b) => orderOf(a.slug) - orderOf(b.slug)),
    version: packs.version,
    asOf: packs.asOf,
  }
}

/** All that the newest version holds about a State, on a day; null: today. Throws RequestError. */
export async function loadMaterial(state: string, asOf: string | null): Promise<Material> {
  const about = `jurisdiction=${encodeURIComponent(state)}&limit=200`
  const day = asOf === null ? '' : `&asOf=${asOf}`
  const measures = await fetchWholeList<MeasureMaterial>(
    `/api/measures?${about}${day}&include=steps,impacts,cites,sources`,
  )
  // All in one version, whatever is recorded meanwhile.
  const moment = `version=${measures.version}&asOf=${measures.asOf}`
  const [communications, events] = await Promise.all([
    fetchWholeList<CommunicationMaterial>(`/api/communications?${about}&${moment}&include=cites,questions,sources`),
    fetchWholeList<EventSummary>(`/api/events?${about}&${moment}&include=sources`),
  ])
  const sources: SourceView[] = [...measures.sources, ...communications.sources, ...events.sources]
  return {
    version: measures.version,
    asOf: measures.asOf,
    measures: measures.items,
    communications: communications.items,
    events: events.items,
    sources: Object.fromEntries(sources.map((source) => [source.slug, source])),
  }
}

/** The timeline of a State as the record draws it; of one right where only one was chosen. Throws RequestError. */
export async function loadFigure({ state, rights, version, asOf }: Choice): Promise<Figure> {
  const [right, ...others] = rights
  const of = right && others.length === 0 ? `&right=${right}` : ''
  const png = await fetchPicture(
    `/api/timeline.png?jurisdiction=${encodeURIComponent(state.code)}${of}&version=${version}&asOf=${asOf}&size=print`,
  )
  // Width and height stand at fixed places: https://www.w3.org/TR/png-3/#11IHDR.
  const header = new DataView(png.buffer, png.byteOffset)
  return {
    png: toBase64(png),
    width: header.getUint32(16),
    height: header.getUint32(20),
    alt: `Timeline of the measures of ${state.name} that are on record, as of ${sayDay(asOf)}: for each its statuses over time, with letters, what came back, and events. The chronology tells in words what this paper takes from it.`,
  }
}
