/** A choice that found nothing because it names what is not there: a typing error must not read as "no such laws". */
import { listBodies } from '../db/queries/records.ts'
import type { RecordKind } from '../db/vocabulary/lists.ts'
import { INSTRUMENTS } from '../db/vocabulary/rights.ts'
import { badRequest, type FieldError } from './problem.ts'
import type { ResolvedMoment, Service } from './service.ts'

/** Parameters whose values are names of records; of an article it is the instrument. */
const NAMES: Readonly<Record<string, RecordKind>> = {
  jurisdiction: 'jurisdiction',
  family: 'family',
  mandate: 'mandate',
  measure: 'measure',
  article: 'instrument',
}

/** Names that are known though no record describes them: impacts may rest on these instruments in any version. */
const KNOWN_BESIDES: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  instrument: INSTRUMENTS.map(({ slug }) => slug),
}

/** So many known names are told; more would be a list of their own. */
const MOST_TOLD = 30

/** The name that a parameter's value gives; null where it gives none. */
function nameIn(value: unknown): string | null {
  if (typeof value === 'string') return value
  return (value as { instrument?: string } | undefined)?.instrument ?? null
}

/**
 * To be asked where nothing was found, so that an answer with something in it costs no more. Throws a 400 that names each
 * parameter whose value names no record of the version.
 */
export async function refuseUnknown(
  { db }: Pick<Service, 'db'>,
  { version }: ResolvedMoment,
  filter: object,
): Promise<void> {
  const errors: FieldError[] = []
  for (const [field, value] of Object.entries(filter)) {
    const record = NAMES[field]
    const name = nameIn(value)
    if (!record || name === null) continue
    const besides = KNOWN_BESIDES[record] ?? []
    if (besides.includes(name) || (await listBodies(db, record, version, { slugs: [name] })).length > 0) continue
    const onRecord = (await listBodies(db, record, version, { limit: MOST_TOLD })) as { slug: string }[]
    const known = [...new Set([...besides, ...onRecord.map(({ slug }) => slug)])]
    errors.push({
      field,
      message: `is "${name}", and the record has no such ${record}.`,
      remedy: `Write one of ${known.join(', ')}${onRecord.length === MOST_TOLD ? ' and others' : ''}.`,
    })
  }
  if (errors.length) throw badRequest(errors)
}
