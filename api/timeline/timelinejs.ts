/**
 * The timeline in the JSON of TimelineJS 3: steps, letters and events, grouped by measure. Its dates know no doubt: a month stays a
 * month, a stretch has an end, an open one stands at the end that is known, and words beside it say the doubt. What has no
 * date is left out, and counted in the title.
 */
import { addDays } from '../../db/vocabulary/edtf.ts'
import { escapeHtml } from '../../web/pages/escape.ts'
import { describe } from '../../web/timeline/describe.ts'
import type { CitationView, SourceView, TimelineView, WireDate } from '../../web/timeline/view.ts'
import { sayDay, sayWhen, statusSentence } from '../../web/timeline/words.ts'

interface SlideDate {
  year: number
  month?: number
  day?: number
}

export interface Slide {
  start_date: SlideDate
  end_date?: SlideDate
  display_date: string
  text: { headline: string; text: string }
  group: string
  unique_id: string
}

export interface TimelineJs {
  title: { text: { headline: string; text: string } }
  events: Slide[]
}

/** `site` has no slash at its end. Text is HTML there, so that what the record says is escaped. */
export function writeTimelineJs(view: TimelineView, site: string): TimelineJs {
  const { lanes, letters, events, sources, asOf, version } = view
  const steps = lanes.flatMap(({ slug, title, steps }) =>
    steps.map((step) => ({
      on: step.on,
      headline: step.label,
      says: step.planned ? 'Planned.' : step.inferred ? 'The date is inferred.' : '',
      group: title,
      id: `${slug}-${step.key}`,
      page: `${site}/measures/${slug}?version=${version}&asOf=${asOf}#step-${step.key}`,
      cites: step.cites,
    })),
  )
  const others = [
    ...letters.map(({ slug, on, title, cites }) => ({
      slug,
      on,
      title,
      cites,
      path: 'communications',
      group: 'Letters and opinions',
    })),
    ...events.map(({ slug, on, title, cites }) => ({ slug, on, title, cites, path: 'events', group: 'Events' })),
  ].map(({ slug, on, title, cites, path, group }) => ({
    on,
    headline: title,
    says: '',
    group,
    id: `${path}-${slug}`,
    page: `${site}/${path}/${slug}?version=${version}&asOf=${asOf}`,
    cites,
  }))
  const all = [...steps, ...others]
  const slides = all.flatMap(({ on, headline, says, group, id, page, cites }) => {
    const dates = on && slideDates(on)
    if (!dates) return []
    const text = [says, citesOf(cites, sources), `<a href="${escapeHtml(page)}">In the record</a>`].filter(Boolean)
    return [
      {
        ...dates,
        display_date: escapeHtml(sayWhen(on)),
        text: { headline: escapeHtml(headline), text: `<p>${text.join(' ')}</p>` },
        group: escapeHtml(group),
        unique_id: id,
      },
    ]
  })
  const undated = all.length - slides.length
  const statuses = lanes.map(
    ({ title, status }) => `<li>${escapeHtml(title)}: ${escapeHtml(statusSentence(status))}</li>`,
  )
  const summary = [
    ...describe(view).summary,
    undated > 0 ? `${undated} without a date left out.` : '',
    `Threatline, version ${version} of the record, as of ${sayDay(asOf)}. CC BY 4.0.`,
  ]
  return {
    title: {
      text: {
        headline: escapeHtml(view.title),
        text: `<p>${escapeHtml(summary.filter(Boolean).join(' '))}</p><ul>${statuses.join('')}</ul>`,
      },
    },
    events: slides,
  }
}

/** A day, month or year by itself; between two days a start and an end. Null where neither end is known. */
function slideDates({ earliest, latest }: WireDate): Pick<Slide, 'start_date' | 'end_date'> | null {
  const [from, until] = [earliest ?? latest, latest ?? earliest]
  if (!from || !until) return null
  const [first, last] = [partsOf(from), partsOf(until)]
  if (from === until) return { start_date: first }
  const isYear = from.endsWith('-01-01') && until.endsWith('-12-31') && first.year === last.year
  if (isYear) return { start_date: { year: first.year } }
  const isMonth = from.endsWith('-01') && from.slice(0, 7) === until.slice(0, 7) && isLastOfMonth(until)
  if (isMonth) return { start_date: { year: first.year, month: first.month } }
  return { start_date: first, end_date: last }
}

const partsOf = (day: string): Required<SlideDate> => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { year, month, day: date }
}

const isLastOfMonth = (day: string): boolean => addDays(day, 1).endsWith('-01')

/** "Publisher: title (alleged)", each a link unless its address is withheld. */
function citesOf(cites: readonly CitationView[], sources: TimelineView['sources']): string {
  const told = cites.flatMap(({ source, certainty }) => {
    const found: SourceView | undefined = sources[source]
    if (!found) return []
    const words = escapeHtml(`${found.publisher}: ${found.title}`)
    const linked = found.address ? `<a href="${escapeHtml(found.address)}">${words}</a>` : words
    return [certainty === 'stated' ? linked : `${linked} (${certainty})`]
  })
  return told.length > 0 ? `Sources: ${told.join('; ')}.` : ''
}
