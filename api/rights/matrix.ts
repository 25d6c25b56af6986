/** Measures against rights: the view of the page of rights and of /api/matrix. */
import { listMeasures } from '../../db/queries/measures.ts'
import { SEVERITIES, type Severity } from '../../db/vocabulary/lists.ts'
import { RIGHTS } from '../../db/vocabulary/rights.ts'
import type { MatrixView } from '../contract/overview-views.ts'
import type { Measure } from '../contract/record.ts'
import type { ImpactView } from '../contract/views.ts'
import { findSpeakers, presentImpacts } from '../impacts.ts'
import { envelope, isToday, type ResolvedMoment, type Service } from '../service.ts'
import { refuseTooMany } from '../size.ts'
import { stateNames, stateOf } from '../states.ts'
import { presentMeasure } from '../summaries.ts'
import { refuseUnknown } from '../unknown.ts'
import type { MatrixRequest } from './request.ts'

/** Throws a 400 if it finds nothing because the choice names what is not there, or too much. */
export async function findMatrix(
  service: Service,
  choice: Omit<MatrixRequest, 'version' | 'asOf'>,
  moment: ResolvedMoment,
): Promise<MatrixView> {
  const { db } = service
  const { version } = moment
  await refuseTooMany(service, choice, moment)
  const [found, states] = await Promise.all([listMeasures(db, choice, moment), stateNames(db, version)])
  if (found.length === 0) await refuseUnknown(service, moment, choice)
  const bodies = found.map(({ body }) => body as Measure)
  const speakers = await findSpeakers(db, bodies, version)
  const rows = found.map((row, i) => {
    const { slug, shortTitle, jurisdiction, status, begunOn, rights } = presentMeasure(row)
    const impacts = presentImpacts(bodies[i] as Measure, speakers).filter(({ counts }) => counts)
    return {
      slug,
      title: shortTitle.en,
      state: stateOf(states, jurisdiction),
      status,
      begunOn,
      cells: rights.map(({ right, severity }) => ({
        right,
        severity,
        impacts: worstFirst(impacts.filter((impact) => impact.right.slug === right)),
      })),
    }
  })
  return {
    rights: RIGHTS.map(({ slug, short, title, articles }) => ({
      slug,
      short,
      title,
      articles: [...articles],
      measures: rows.filter(({ cells }) => cells.some(({ right }) => right === slug)).length,
    })),
    rows: rows.sort((a, b) => a.state.name.localeCompare(b.state.name) || (a.title < b.title ? -1 : 1)),
    asOfIsToday: isToday(moment),
    ...envelope(moment),
  }
}

const rank = (severity: Severity | null): number => (severity ? SEVERITIES.indexOf(severity) : -1)

/** The highest severity leads: it is the one that a cell shows. */
export const worstFirst = (impacts: ImpactView[]): ImpactView[] =>
  impacts.sort((a, b) => rank(b.severity) - rank(a.severity))
