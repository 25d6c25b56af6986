/** The state of play in a State: how laws are made, where each measure stands, what was written about them, what moved last. */
import { listMeasures } from '../../db/queries/measures.ts'
import { listAbout, listBodies } from '../../db/queries/records.ts'
import { splitByBeginning } from '../../web/timeline/on-day.ts'
import type { JurisdictionDetail } from '../contract/overview-views.ts'
import type { Communication, Event, Family, Jurisdiction, Measure } from '../contract/record.ts'
import { presentCites, presentDate } from '../facts.ts'
import { isSentBy, presentLedgerLine } from '../ledger-line.ts'
import { presentSpans } from '../measure-parts.ts'
import { notFound } from '../problem.ts'
import { envelope, isToday, type ResolvedMoment, type Service } from '../service.ts'
import { isOf, stateNames } from '../states.ts'
import { listCited, mandateNames, presentCommunication, presentEvent, presentMeasure } from '../summaries.ts'
import { checkedOf, countState } from './counts.ts'

const NEWEST = 8

/** By code or slug, in either case. Throws a 404 if the version has no such State. */
export async function findJurisdictionDetail(
  { db }: Service,
  name: string,
  moment: ResolvedMoment,
): Promise<JurisdictionDetail> {
  const { version, asOf } = moment
  const slug = name.toLowerCase()
  const [state] = (await listBodies(db, 'jurisdiction', version, { slugs: [slug] })) as Jurisdiction[]
  if (!state) throw notFound('State', name)
  const [rows, letters, events, families, mandates, states] = await Promise.all([
    listMeasures(db, { jurisdiction: slug }, moment, { sort: 'begun' }),
    listAbout(db, 'communication', { jurisdiction: slug }, version, { sort: 'on', descending: true }) as Promise<
      Communication[]
    >,
    listAbout(db, 'event', { jurisdiction: slug }, version, { sort: 'on' }) as Promise<Event[]>,
    listBodies(db, 'family', version) as Promise<Family[]>,
    mandateNames(db, version),
    stateNames(db, version),
  ])
  const measures = rows.map((row) => ({ ...presentMeasure(row), spans: presentSpans(row) }))
  const titles = new Map(measures.map((measure) => [measure.slug, measure.shortTitle.en]))
  const lines = letters.map((letter) => presentLedgerLine(letter, { mandates, measures: titles, states }, asOf))
  const happened = events.map(presentEvent)
  const steps = rows.flatMap(({ slug: measure, body }) =>
    (body as Measure).steps.map((step) => ({
      measure: { slug: measure, title: titles.get(measure) ?? measure },
      key: step.key,
      label: step.label.en,
      on: presentDate(step.on),
      planned: step.planned === true,
      cites: presentCites(step.cites),
    })),
  )
  const begun = new Set(splitByBeginning(measures, asOf)[0].map((measure) => measure.slug))
  const latest = ({ on }: (typeof steps)[number]) => on.latest ?? on.earliest ?? ''
  const view = {
    slug,
    code: state.code,
    name: state.name,
    parliament: state.parliament ?? null,
    lawMaking: state.law_making.map(({ says, cites }) => ({ says, cites: presentCites(cites) })),
    counts: countState(measures, lines, happened, asOf),
    checked: checkedOf(measures),
    parts: [...states].filter(([part]) => part !== slug && isOf(part, slug)).map(([, { name: part }]) => part),
    measures,
    newest: steps
      .filter((step) => !step.planned && latest(step) !== '' && latest(step) <= asOf)
      .sort((a, b) => latest(b).localeCompare(latest(a)))
      .slice(0, NEWEST),
    // A planned step whose day has passed is still only planned; the page of the measure says that nobody confirmed it.
    // On an earlier day, what is planned for a measure that had not begun was no plan yet.
    planned: steps.filter(
      (step) => step.planned && (latest(step) === '' || latest(step) >= asOf) && begun.has(step.measure.slug),
    ),
    letters: lines.filter((line) => line.kind === 'letter' && isSentBy(line, asOf)),
    communications: letters
      .filter(({ kind }) => kind !== 'letter')
      .map((one) => presentCommunication(one, mandates, asOf))
      .filter((one) => isSentBy(one, asOf)),
    events: happened,
    families: families.flatMap(({ slug: family, title, members }) => {
      const here = members.filter((member) => titles.has(member)).length
      return here > 0 ? [{ slug: family, title, here, all: members.length }] : []
    }),
  }
  return {
    ...view,
    sources: await listCited(db, moment, { ...view, letters: [], communications: [] }),
    asOfIsToday: isToday(moment),
    ...envelope(moment),
  }
}
