/** All States with what is on record about each: the view of the page of States and of /api/states. */
import { listMeasureSummaries } from '../../db/queries/measures.ts'
import { listAbout } from '../../db/queries/records.ts'
import type { StatesView } from '../contract/overview-views.ts'
import type { Communication, Event } from '../contract/record.ts'
import { presentDate } from '../facts.ts'
import { presentLedgerLine } from '../ledger-line.ts'
import { envelope, isToday, type ResolvedMoment, type Service } from '../service.ts'
import { isOf, stateNames } from '../states.ts'
import { presentMeasure } from '../summaries.ts'
import { checkedOf, countState } from './counts.ts'

export async function findStates({ db }: Service, moment: ResolvedMoment): Promise<StatesView> {
  const { version, asOf } = moment
  const [states, rows, letters, events] = await Promise.all([
    stateNames(db, version),
    listMeasureSummaries(db, {}, moment),
    listAbout(db, 'communication', {}, version) as Promise<Communication[]>,
    listAbout(db, 'event', {}, version) as Promise<Event[]>,
  ])
  const names = { mandates: new Map(), measures: new Map(), states }
  const lines = letters.map((letter) => presentLedgerLine(letter, names, asOf))
  const measures = rows.map(presentMeasure)
  const happened = events.map(({ jurisdiction, on }) => ({ jurisdiction, on: presentDate(on) }))
  return {
    states: [...states].map(([slug, { code, name }]) => {
      const own = measures.filter(({ jurisdiction }) => isOf(jurisdiction, slug))
      return {
        slug,
        code,
        name,
        counts: countState(
          own,
          lines.filter(({ jurisdiction }) => isOf(jurisdiction, slug)),
          happened.filter(({ jurisdiction }) => isOf(jurisdiction, slug)),
          asOf,
        ),
        checked: checkedOf(own),
      }
    }),
    asOfIsToday: isToday(moment),
    ...envelope(moment),
  }
}
