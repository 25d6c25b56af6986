/** What a ZIP of measures holds: the measures, the letters and the events that belong to them, in every form; a README; and digests of all. */
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import { communicationList } from '../communications/list.ts'
import { eventList } from '../events/list.ts'
import type { ListResource } from '../list.ts'
import { measureList } from '../measures/list.ts'
import type { MeasureFilters } from '../measures/request.ts'
import { tooManyForOneFile } from '../problem.ts'
import type { ResolvedMoment, Service } from '../service.ts'
import { MOST_MEASURES } from '../size.ts'
import { writeTimelineJs } from '../timeline/timelinejs.ts'
import { findTimeline } from '../timeline/view.ts'
import { refuseUnknown } from '../unknown.ts'
import { TWINS, type TwinContext } from '../writers/twins.ts'
import { writeReadMe } from './read-me.ts'
import type { BundledFile } from './zip.ts'

export type BundleFilter = z.infer<z.ZodObject<typeof MeasureFilters>>

/** The forms of each list, by the ending of its address, and what the README says of them. */
const FORMS: Readonly<Record<'measures' | 'communications' | 'events', Readonly<Record<string, string>>>> = {
  measures: {
    csv: 'a row a measure',
    'steps.csv': 'a row a step: what happened, when, by whose account',
    json: 'each measure with its steps, texts, provisions, impacts, letters and events, and all sources',
    jsonld: 'measures in the words of schema.org, as far as they reach',
    'dossier.yaml': 'the records themselves with all that they refer to, which Threatline reads in again',
  },
  communications: {
    csv: 'a row a letter, opinion or finding',
    json: 'each of them with its questions, and all sources',
    jsonld: 'the same texts in the words of schema.org',
  },
  events: {
    csv: 'a row an event on the ground',
    json: 'each event with what it belongs to, and all sources',
  },
}

/** `search` is the query as asked for, in one spelling. Throws a 400 for more measures than one file should hold. */
export async function gatherFiles(
  service: Service,
  filter: BundleFilter,
  moment: ResolvedMoment,
  search: string,
): Promise<BundledFile[]> {
  const all = new Set(measureList.includes)
  const found = await measureList.find(service, filter, moment, { limit: MOST_MEASURES + 1 }, all)
  if (found.length === 0) await refuseUnknown(service, moment, filter)
  if (found.length > MOST_MEASURES) throw tooManyForOneFile(MOST_MEASURES, 'measures')
  const measures = found.map(({ item }) => item)
  const slugs = measures.map(({ slug }) => slug)
  const about = new Set(measures.flatMap(({ communications = [] }) => communications.map(({ slug }) => slug)))
  const events = new Set(measures.flatMap(({ events = [] }) => events.map(({ slug }) => slug)))
  // A State alone is its whole story; a narrower choice is that of its measures.
  const { jurisdiction, ...narrower } = filter
  const isWhole = Object.values(narrower).every((value) => value === undefined)
  const listed = { communications: new Set(communicationList.includes), events: new Set(eventList.includes) }
  const [letters, happened] = await Promise.all([
    communicationList.find(
      service,
      isWhole ? { jurisdiction } : { slug: [...about] },
      moment,
      {},
      listed.communications,
    ),
    eventList.find(service, isWhole ? { jurisdiction } : { slug: [...events] }, moment, {}, listed.events),
  ])
  const told: (BundledFile & { says: string })[] = []
  const tell = async (resource: ListResource, items: readonly object[], addressOf: (extension: string) => string) => {
    for (const [extension, says] of Object.entries(FORMS[resource.name as keyof typeof FORMS])) {
      const form = TWINS.find((twin) => twin.extension === extension)
      if (!form) throw new Error(`No form ${extension}`)
      const address = addressOf(extension)
      const context: TwinContext = { service, moment, resource, filter, address, sources: new Map() }
      told.push({ name: `${resource.name}.${extension}`, says, text: await form.write(context, items) })
      // Each may take a while: others are served in between.
      await setImmediate()
    }
  }
  await tell(measureList as object as ListResource, measures, (extension) => `/api/measures.${extension}${search}`)
  // No address of its own holds the letters about just these measures, so that they are known as a part of the whole.
  await tell(
    communicationList as object as ListResource,
    letters.map(({ item }) => item),
    (extension) => `/api/measures.zip${search}#communications.${extension}`,
  )
  await tell(
    eventList as object as ListResource,
    happened.map(({ item }) => item),
    (extension) => `/api/measures.zip${search}#events.${extension}`,
  )
  const drawn = isWhole ? { jurisdiction } : { family: filter.family, slugs }
  const timeline = writeTimelineJs(await findTimeline(service, drawn, moment), service.address)
  told.push({
    name: 'timeline.timelinejs.json',
    says: 'steps, letters and events for TimelineJS 3',
    text: JSON.stringify(timeline),
  })
  const counts = { measures: measures.length, letters: letters.length, events: happened.length, isWhole }
  const files = [{ name: 'README.txt', text: writeReadMe({ service, moment, search, counts, files: told }) }, ...told]
  return [...files, { name: 'SHA256SUMS', text: files.map(digestLine).join('') }]
}

/** As `sha256sum -c` reads it. */
const digestLine = ({ name, text }: BundledFile): string =>
  `${createHash('sha256').update(text).digest('hex')}  ${name}\n`
