/** What a request handler works with, and the day and version that a request speaks of. */

import type { Moment } from '../db/expressions/status.ts'
import type { Db } from '../db/tables.ts'
import type { Day } from '../db/vocabulary/edtf.ts'
import type { Envelope } from './contract/views.ts'
import { createTurns, type Turns } from './costly.ts'
import type { Dataset } from './dataset.ts'
import { badRequest, notFound } from './problem.ts'

export interface Service {
  db: Db
  /** Newest version and day, known without asking the store. */
  dataset: Dataset
  /** The clock. */
  now: () => Date
  /** The site's own address, for what is read elsewhere (feeds, calendars, CSV); no slash at its end. */
  address: string
  /** Costly answers take turns (costly.ts). */
  turns: Turns
  /** Changes when the software does, so that a cached answer of an older build is not taken for this one's. */
  build: string
}

export const createService = (
  db: Db,
  dataset: Dataset,
  { now, build, address, turns = createTurns() }: { now: () => Date; build: string; address: string; turns?: Turns },
): Service => ({ db, dataset, now, build, address, turns })

/** A moment with what the request itself fixed. Resolved before anything else, because caches are keyed by it. */
export interface ResolvedMoment extends Moment {
  today: Day
  epoch: number
  /** The dataset's news of dead links; 0 where version and day are fixed, because such an answer tells nothing of links. */
  links: number
  pinned: { version: boolean; asOf: boolean }
}

export const LICENCE = 'CC-BY-4.0'
export const LICENCE_ADDRESS = 'https://creativecommons.org/licenses/by/4.0/'

/**
 * Resolves `asOf` (default: today in UTC) and `version` (default: the newest). A version that is not there is a 400 or 404; before
 * that the store is asked, because another process may have named a version of which the news is still on its way here.
 */
export async function resolveMoment(
  { dataset }: Service,
  { version, asOf }: { version?: number | undefined; asOf?: Day | undefined },
): Promise<ResolvedMoment> {
  if (dataset.newest === 0 || (version ?? 0) > dataset.newest) await dataset.ask()
  const { newest, epoch, links } = dataset
  const today = dataset.today()
  if (newest === 0) throw notFound('version', '1')
  if (version !== undefined && version > newest)
    throw badRequest([
      {
        field: 'version',
        message: `is ${version}, and the newest is ${newest}.`,
        remedy: `Write a number from 1 to ${newest}.`,
      },
    ])
  const pinned = { version: version !== undefined, asOf: asOf !== undefined }
  return {
    version: version ?? newest,
    asOf: asOf ?? today,
    today,
    epoch,
    links: isPinned({ pinned }) ? 0 : links,
    pinned,
  }
}

/** What is asked of one version and one day is answered with the same bytes for ever: it knows no today. */
export const isPinned = ({ pinned }: Pick<ResolvedMoment, 'pinned'>): boolean => pinned.version && pinned.asOf

export const isToday = (moment: ResolvedMoment): boolean => !isPinned(moment) && moment.asOf === moment.today

export const envelope = ({ version, asOf }: Moment): Envelope => ({ version, asOf, licence: LICENCE })
