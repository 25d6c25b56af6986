/** What a request handler works with, and the day and version that a request speaks of. */

import type { Moment } from '../db/expressions/status.ts'
import type { Db } from '../db/tables.ts'
import { newestVersion } from '../db/versions.ts'
import type { Day } from '../db/vocabulary/edtf.ts'
import type { Envelope } from './contract/views.ts'
import { badRequest, notFound } from './problem.ts'

export interface Service {
  db: Db
  /** The clock; the day in UTC is the default of `asOf`. */
  now: () => Date
  /** The site's own address, for what is read elsewhere (feeds, calendars, CSV); no slash at its end. */
  address: string
  /** Changes when the software does, so that a cached answer of an older build is not taken for this one's. */
  build: string
}

/** A moment with what the request itself fixed. Resolved before anything else, because caches are keyed by it. */
export interface ResolvedMoment extends Moment {
  today: Day
  pinned: { version: boolean; asOf: boolean }
}

export const LICENCE = 'CC-BY-4.0'

export const dayOf = (instant: Date): Day => instant.toISOString().slice(0, 10)

/** Resolves `asOf` (default: today in UTC) and `version` (default: the newest). A version that is not there is a 400 or 404. */
export async function resolveMoment(
  { db, now }: Service,
  { version, asOf }: { version?: number | undefined; asOf?: Day | undefined },
): Promise<ResolvedMoment> {
  const today = dayOf(now())
  const newest = await newestVersion(db)
  if (newest === 0) throw notFound('version', '1')
  if (version !== undefined && version > newest)
    throw badRequest([
      {
        field: 'version',
        message: `is ${version}, and the newest is ${newest}.`,
        remedy: `Write a number from 1 to ${newest}.`,
      },
    ])
  return {
    version: version ?? newest,
    asOf: asOf ?? today,
    today,
    pinned: { version: version !== undefined, asOf: asOf !== undefined },
  }
}

export const envelope = ({ version, asOf }: Moment): Envelope => ({ version, asOf, licence: LICENCE })
