/** One right: its articles, the measures that touch it with what they do, the letters about them, and how many there were when. */
import { listMeasures, type MeasureRow } from '../../db/queries/measures.ts'
import { listAbout, listBodies } from '../../db/queries/records.ts'
import { articleNumber } from '../../db/record-index.ts'
import { INSTRUMENTS, RIGHTS } from '../../db/vocabulary/rights.ts'
import { countPressure } from '../../web/timeline/count-pressure.ts'
import { countStatuses, splitByBeginning } from '../../web/timeline/on-day.ts'
import type { RightDetail } from '../contract/overview-views.ts'
import type { Communication, Measure, Right } from '../contract/record.ts'
import { findSpeakers, presentImpacts } from '../impacts.ts'
import { presentSpans } from '../measure-parts.ts'
import { notFound } from '../problem.ts'
import { envelope, isToday, type ResolvedMoment, type Service } from '../service.ts'
import { refuseTooMany } from '../size.ts'
import { stateNames, stateOf } from '../states.ts'
import { listCited, mandateNames, presentCommunication, presentMeasure } from '../summaries.ts'
import { refuseUnknown } from '../unknown.ts'
import { worstFirst } from './matrix.ts'
import type { RightRequest } from './request.ts'

type ArticleChoice = NonNullable<RightRequest['article']>
type Named = { instrument: string; article: string }

/** Throws a 404 if the version has no such right, and a 400 if it has no such State or instrument, or if too many measures touch it. */
export async function findRightDetail(
  service: Service,
  slug: string,
  { jurisdiction, article }: Omit<RightRequest, 'version' | 'asOf'>,
  moment: ResolvedMoment,
): Promise<RightDetail> {
  const { db } = service
  const { version, asOf } = moment
  const [body] = (await listBodies(db, 'right', version, { slugs: [slug] })) as Right[]
  const known = RIGHTS.find((right) => right.slug === slug)
  if (!body && !known) throw notFound('right', slug)
  const right = body ?? {
    title: { en: known?.title ?? slug },
    short: known?.short ?? slug,
    articles: known?.articles ?? [],
  }
  await refuseTooMany(service, { right: slug, jurisdiction }, moment)
  const [touching, letters, names, states] = await Promise.all([
    listMeasures(db, { right: slug, jurisdiction }, moment),
    listAbout(db, 'communication', { right: slug, jurisdiction }, version) as Promise<Communication[]>,
    mandateNames(db, version),
    stateNames(db, version),
  ])
  const chosen = article
    ? touching.filter((row) => articlesFor(row, slug).some((one) => isArticle(one, article)))
    : touching
  if (chosen.length === 0) await refuseUnknown(service, moment, { jurisdiction, article })
  const speakers = await findSpeakers(
    db,
    chosen.map(({ body: measure }) => measure as Measure),
    version,
  )
  const measures = chosen.map((row) => {
    const measure = row.body as Measure
    const summary = presentMeasure(row)
    const raw = new Map((measure.impacts ?? []).map((impact) => [impact.key, impact.articles]))
    return {
      ...summary,
      state: stateOf(states, summary.jurisdiction),
      severity: summary.rights.find((touched) => touched.right === slug)?.severity ?? null,
      impacts: worstFirst(
        presentImpacts(measure, speakers).filter(
          (impact) =>
            impact.counts &&
            impact.right.slug === slug &&
            (!article || (raw.get(impact.key) ?? []).some((one) => isArticle(one, article))),
        ),
      ),
    }
  })
  measures.sort((a, b) => a.state.name.localeCompare(b.state.name) || a.shortTitle.en.localeCompare(b.shortTitle.en))
  const shown = new Set(measures.map((measure) => measure.slug))
  const communications = letters
    .filter(({ about }) => !article || about.some(({ measure }) => shown.has(measure)))
    .map((letter) => presentCommunication(letter, names, asOf))
    .sort((a, b) => (b.on?.earliest ?? '').localeCompare(a.on?.earliest ?? '') || (a.slug < b.slug ? -1 : 1))
  const view = {
    slug,
    title: right.title,
    short: right.short,
    articles: articlesOf(right.articles, touching, slug),
    chosenArticle: article ? { instrument: article.instrument, article: article.article ?? null } : null,
    measures,
    byStatus: countStatuses(measures),
    bySeverity: countSeverities(splitByBeginning(measures, asOf)[0]),
    communications,
    pressure: countPressure(chosen.map((row) => ({ spans: presentSpans(row) }))),
  }
  return {
    ...view,
    sources: await listCited(db, moment, measures),
    asOfIsToday: isToday(moment),
    ...envelope(moment),
  }
}

/** Of the impacts on the right: what they name. */
const articlesFor = ({ body }: MeasureRow, right: string): Named[] =>
  ((body as Measure).impacts ?? []).filter((impact) => impact.right === right).flatMap(({ articles }) => articles)

const isArticle = (one: Named, { instrument, article }: ArticleChoice): boolean =>
  one.instrument === instrument && (!article || articleNumber(one.article) === article)

/** The right's own articles first; then those by which impacts on it name it. A part counts for its article. */
function articlesOf(own: readonly Named[], rows: readonly MeasureRow[], right: string): RightDetail['articles'] {
  const named = rows.map((row) => articlesFor(row, right))
  const keyOf = ({ instrument, article }: Named) => `${instrument} ${articleNumber(article)}`
  const all = new Map([...own, ...named.flat()].map((one) => [keyOf(one), one]))
  const order = (instrument: string) => INSTRUMENTS.findIndex(({ slug }) => slug === instrument)
  return [...all]
    .map(([key, { instrument, article }]) => ({
      instrument,
      article: articleNumber(article),
      short: INSTRUMENTS.find(({ slug }) => slug === instrument)?.short ?? instrument,
      measures: named.filter((articles) => articles.some((one) => keyOf(one) === key)).length,
    }))
    .sort(
      (a, b) =>
        order(a.instrument) - order(b.instrument) || Number.parseInt(a.article, 10) - Number.parseInt(b.article, 10),
    )
}

function countSeverities(measures: RightDetail['measures']): RightDetail['bySeverity'] {
  const counts: RightDetail['bySeverity'] = {}
  for (const { severity } of measures) {
    const name = severity ?? 'not_assessed'
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}
