/** A choice that found nothing because it names what is not there: a typing error must not read as "no such laws". */
import { listBodies } from '../db/queries/records.ts'
import type { RecordKind } from '../db/vocabulary/lists.ts'
import { badRequest, type FieldError } from './problem.ts'
import type { ResolvedMoment, Service } from './service.ts'

/** Parameters whose values are names of records. */
const NAMES: Readonly<Record<string, RecordKind>> = {
  jurisdiction: 'jurisdiction',
  family: 'family',
  mandate: 'mandate',
  measure: 'measure',
}

/** So many known names are told; more would be a list of their own. */
const MOST_TOLD = 30

/**
 * To be asked where nothing was found, so that an answer with something in it costs no more. Throws a 400 that names each
 * parameter whose value names no record of the version.
 */
export async function refuseUnknown(
  { db }: Pick<Service, 'db'>,
  { version }: ResolvedMoment,
  filter: object,
): Promise<void> {
  const asked = Object.entries(filter).filter(([field, value]) => field in NAMES && typeof value === 'string')
  const errors: FieldError[] = []
  for (const [field, value] of asked as [string, string][]) {
    const record = NAMES[field] as RecordKind
    if ((await listBodies(db, record, version, { slugs: [value] })).length > 0) continue
    const known = (await listBodies(db, record, version, { limit: MOST_TOLD })) as { slug: string }[]
    errors.push({
      field,
      message: `is "${value}", and the record has no such ${record}.`,
      remedy: `Write one of ${known.map(({ slug }) => slug).join(', ')}${known.length === MOST_TOLD ? ' and others' : ''}.`,
    })
  }
  if (errors.length) throw badRequest(errors)
}
