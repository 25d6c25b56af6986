/** The ledger of letters and other communications: the view of the page of letters and of /api/ledger. */
import { listMeasureTitles } from '../../db/queries/measures.ts'
import { listAbout, listBodies } from '../../db/queries/records.ts'
import type { LedgerLine, LedgerView } from '../contract/overview-views.ts'
import type { Communication, Family, Mandate } from '../contract/record.ts'
import { countLedger, isSentBy, presentLedgerLine } from '../ledger-line.ts'
import { checkPeriod } from '../parse.ts'
import { envelope, isToday, type ResolvedMoment, type Service } from '../service.ts'
import { stateNames } from '../states.ts'
import { mandateNames } from '../summaries.ts'
import { refuseUnknown } from '../unknown.ts'
import type { LedgerRequest, LedgerSort } from './request.ts'

/** So many stand on one page: all of a State's, in most cases. */
const A_PAGE = 200

/** Throws a 400 if the stretch of days is reversed, or if it finds nothing because the choice names what is not there. */
export async function findLedger(
  service: Service,
  { sort = '-on', page = 1, reply, due, measure, ...filter }: Omit<LedgerRequest, 'version' | 'asOf'>,
  moment: ResolvedMoment,
): Promise<LedgerView> {
  const { db } = service
  const { version, asOf } = moment
  checkPeriod(filter)
  const [found, mandates, measures, states] = await Promise.all([
    listAbout(db, 'communication', { ...filter, measures: measure ? [measure] : undefined }, version) as Promise<
      Communication[]
    >,
    mandateNames(db, version),
    listMeasureTitles(db, version),
    stateNames(db, version),
  ])
  if (found.length === 0) await refuseUnknown(service, moment, { measure, ...filter })
  const sent = found
    .map((letter) => presentLedgerLine(letter, { mandates, measures, states }, asOf))
    .filter((line) => isSentBy(line, asOf))
  const chosen = sent.filter((line) => (!reply || line.replyOnDay === reply) && (!due || line.due === due))
  const pages = Math.max(1, Math.ceil(chosen.length / A_PAGE))
  return {
    // What is counted apart is the choice of State, kind, mandate and right, so that the counts lead to each other.
    counts: countLedger(sent),
    items: inOrder(chosen, sort).slice((page - 1) * A_PAGE, page * A_PAGE),
    total: chosen.length,
    page,
    pages,
    asOfIsToday: isToday(moment),
    ...envelope(moment),
  }
}

const SORT_KEY: Readonly<Record<string, (line: LedgerLine) => string | number | null>> = {
  on: ({ on }) => on?.earliest ?? on?.latest ?? null,
  deadline: ({ deadline }) => deadline?.on ?? null,
  silence: ({ silence }) => silence?.days ?? null,
  state: ({ state }) => state.name,
}

/** What has no value comes last in both directions; ties by date, then by slug. */
function inOrder(lines: readonly LedgerLine[], sort: LedgerSort): LedgerLine[] {
  const descending = sort.startsWith('-')
  const keyOf = SORT_KEY[sort.replace(/^-/, '')] ?? (() => null)
  const date = ({ on }: LedgerLine) => on?.earliest ?? ''
  return lines.toSorted((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)]
    if (x !== y) {
      if (x === null) return 1
      if (y === null) return -1
      return x < y === descending ? 1 : -1
    }
    return date(b).localeCompare(date(a)) || (a.slug < b.slug ? -1 : 1)
  })
}

/** What the ledger's page offers to choose from, whatever is chosen now. */
export async function findLedgerChoices({ db }: Service, { version }: ResolvedMoment) {
  const [states, mandates, families] = await Promise.all([
    stateNames(db, version),
    listBodies(db, 'mandate', version) as Promise<Mandate[]>,
    listBodies(db, 'family', version) as Promise<Family[]>,
  ])
  return {
    states: [...states.values()],
    mandates: mandates.map(({ slug, short }) => ({ slug, short })).sort((a, b) => (a.short < b.short ? -1 : 1)),
    families: families.map(({ slug, title }) => ({ slug, title: title.en })),
  }
}
