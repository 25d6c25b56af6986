/** The facts of a record that cite a source, each with its place in the record, so that a reader can be led to it. */
import type { RecordKind } from '../../db/vocabulary/lists.ts'
import type { RestingFact } from '../contract/overview-views.ts'
import type { Citation } from '../contract/record.ts'

/** What a citation stands in: the part of the record with its key and label; claims within a part belong to it. */
interface Place {
  part: string
  key: string | null
  label: string | null
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function restingFacts(record: RecordKind, slug: string, body: object, source: string): RestingFact[] {
  const title = titleOf(body as Fields) ?? slug
  const found: RestingFact[] = []
  const visit = (value: unknown, place: Place): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, isFields(item) ? within(place, item) : place)
      return
    }
    if (!isFields(value)) return
    if (value.source === source && 'certainty' in value) {
      const { certainty, locator, quotation, note } = value as Citation
      const told = { locator: locator ?? null, quotation: quotation ?? null, note: note ?? null }
      found.push({ record, slug, title, ...place, certainty, ...told })
      return
    }
    for (const [name, part] of Object.entries(value))
      visit(part, place.part === 'record' && name !== 'cites' ? { part: name, key: null, label: null } : place)
  }
  visit(body, { part: 'record', key: null, label: null })
  return found
}

/** The first thing with a name or a key on the way down is the part; what is inside it stays within. */
function within(place: Place, item: Fields): Place {
  if (place.part === 'record' || place.key !== null || place.label !== null) return place
  return { ...place, key: typeof item.key === 'string' ? item.key : null, label: titleOf(item) }
}

/** How a thing is called: by its short title, title, label, name, or by what it says. */
function titleOf(item: Fields): string | null {
  for (const name of [
    'short_title',
    'title',
    'label',
    'name',
    'says',
    'about',
    'cited_as',
    'value',
    'reasoning',
    'office',
  ]) {
    const value = item[name]
    const text = isFields(value) ? value.en : value
    if (typeof text === 'string') return text
  }
  return null
}
