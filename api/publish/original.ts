/** The application that is copied: over the store, in this process, on the copy's day, and heard by nobody else. */
import type { RequestListener } from 'node:http'
import type { Store } from '../../db/connect.ts'
import { newestVersion } from '../../db/versions.ts'
import type { Day } from '../../db/vocabulary/edtf.ts'
import type { TimelineView } from '../../web/timeline/view.ts'
import { createApp } from '../app.ts'
import { type Captured, capture } from '../captured.ts'
import { createDataset } from '../dataset.ts'
import { createLog } from '../log.ts'
import { Metrics } from '../metrics.ts'
import { createSite } from '../pages/routes.ts'
import { parse } from '../parse.ts'
import { createService, type ResolvedMoment, resolveMoment, type Service } from '../service.ts'
import { TimelineRequest } from '../timeline/request.ts'
import { findTimeline } from '../timeline/view.ts'
import { NOWHERE } from './addresses.ts'
import type { ClientFiles } from './client-files.ts'

export interface Original {
  service: Service
  moment: ResolvedMoment
  /** Throws where there is no such answer. */
  ask(address: string): Promise<Captured>
}

/** Throws a 400 for a version that is not there. */
export async function openOriginal(
  store: Store,
  { assets }: ClientFiles,
  { version, asOf }: { version?: number | undefined; asOf: Day },
): Promise<Original> {
  // Whatever is known when the copy is made: nothing in it may depend on a later day or version.
  const now = () => new Date(`${asOf}T12:00:00Z`)
  const serviceAt = (newest: number) =>
    createService(store.db, createDataset(now, newest), { now, build: 'copy', address: NOWHERE })
  const newest = await newestVersion(store.db)
  const moment = await resolveMoment(serviceAt(newest), { version: version ?? newest, asOf })
  const service = serviceAt(moment.version)
  const app = createApp({
    service,
    store,
    // Built files are copied as they are; nobody asks for them here.
    site: createSite(assets, 'assets', false),
    log: createLog('silent'),
    metrics: new Metrics(),
  })
  return { service, moment, ask: (address) => ask(app, address) }
}

/** The words of a timeline's address, but for version and day. */
export const FilterRequest = TimelineRequest.omit({ version: true, asOf: true })

/** Throws a 400 for what is not known, and TooManyMeasures. */
export const viewOf = (
  { service, moment }: Pick<Original, 'service' | 'moment'>,
  choice: Readonly<Record<string, string>>,
): Promise<TimelineView> => findTimeline(service, parse(FilterRequest, choice), moment)

async function ask(app: RequestListener, address: string): Promise<Captured> {
  const isData = address.startsWith('/api/')
  const answer = await capture(app, address, { accept: isData ? undefined : 'text/html', ifNoneMatch: undefined })
  // A page that would hold too much says in words what to choose instead.
  const isAnswer = answer.status === 200 || (answer.status === 400 && !isData)
  if (!isAnswer) throw new Error(`${address} was answered with ${answer.status}`)
  return answer
}

export const typeOfAnswer = ({ headers }: Captured): string =>
  headers[headers.findIndex((name) => name.toLowerCase() === 'content-type') + 1] ?? ''
