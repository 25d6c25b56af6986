/** Parts of records on their way to the wire, shared by all resources: dates, citations, claims, standings, sources. */
import type { StatusRow } from '../db/expressions/status.ts'
import { parseEdtf } from '../db/vocabulary/edtf.ts'
import type { TimelineLetter, VoteView } from '../web/timeline/view.ts'
import type { Citation, Disagreement, Reply, Source, Vote } from './contract/record.ts'
import type { CitationView, DisagreementView, SourceView, StatusAnswer, WireDate } from './contract/views.ts'

export function presentDate(edtf: string): WireDate {
  const { earliest, latest } = parseEdtf(edtf)
  return { edtf, earliest, latest }
}

export const presentOptionalDate = (edtf: string | null | undefined): WireDate | null =>
  edtf ? presentDate(edtf) : null

/** A reply as the timeline tells it: its state and its day, without sources. */
export function tellReply(reply: Reply | undefined): TimelineLetter['reply'] {
  if (!reply || reply.state === 'not_known') return { state: 'not_known' }
  if (reply.state === 'none') return { state: 'none', asOf: reply.as_of }
  return { state: 'received', on: presentOptionalDate(reply.on) }
}

export const presentCites = (cites: readonly Citation[] = []): CitationView[] =>
  cites.map(({ source, certainty, locator, quotation, note }) => ({
    source,
    certainty,
    ...(locator ? { locator } : {}),
    ...(quotation ? { quotation } : {}),
    ...(note ? { note } : {}),
  }))

export const presentVote = (vote: Vote | undefined): VoteView | null =>
  vote ? (Object.fromEntries(Object.entries(vote).filter(([, count]) => count !== undefined)) as VoteView) : null

export const presentDisagreements = (disagreements: readonly Disagreement[] = []): DisagreementView[] =>
  disagreements.map(({ field, about, reason, claims }) => ({
    field,
    about,
    reason,
    claims: claims.map(({ value, preferred, cites }) => ({
      value,
      date: field === 'on' || field === 'until' ? presentDate(value) : null,
      preferred: preferred === true,
      cites: presentCites(cites),
    })),
  }))

export function presentStatus(row: StatusRow): StatusAnswer {
  const { status, basis_measure, basis_step, basis_label, basis_edtf } = row
  return {
    is: status,
    since: row.since,
    basis:
      status && basis_measure && basis_step
        ? {
            measure: basis_measure,
            step: basis_step,
            label: basis_label ?? basis_step,
            on: { edtf: basis_edtf ?? '', earliest: row.basis_earliest, latest: row.basis_latest },
          }
        : null,
    rule: row.rule,
    atTheLatest: row.at_the_latest === true,
    asAnnounced: row.as_announced === true,
    asReported: row.as_reported === true,
    dormant: row.quiet === 'dormant',
    noStepSince: row.quiet === 'dormant' ? row.last_movement_on : null,
    notCheckedSince: null,
    possibly: row.possibly && row.possibly !== status ? row.possibly : null,
    entryIntoForceNotEstablished: status === 'adopted' && row.signed && !row.force_known,
  }
}

/** The standing, with the day a person last looked where nobody has since the measure fell quiet. */
export function presentStanding(row: StatusRow, checkedOn: string): StatusAnswer {
  return { ...presentStatus(row), notCheckedSince: row.quiet === 'not_checked' ? checkedOn : null }
}

export function presentSource(source: Source): SourceView {
  return {
    slug: source.slug,
    address: source.address,
    addressWithheld: source.address_withheld === true,
    publisher: source.publisher,
    title: source.title,
    titleIs: source.title_is,
    on: presentOptionalDate(source.on),
    language: source.language,
    retrieved: presentDate(source.retrieved),
    archivedAddress: source.archived_address ?? null,
    note: source.note ?? null,
  }
}

/** Slugs of all sources that a view cites, in the order in which they first appear. */
export function citedSources(view: unknown): string[] {
  const found = new Set<string>()
  const visit = (value: unknown) => {
    if (Array.isArray(value)) for (const part of value) visit(part)
    else if (value !== null && typeof value === 'object') {
      if ('source' in value && 'certainty' in value && typeof value.source === 'string') found.add(value.source)
      for (const part of Object.values(value)) visit(part)
    }
  }
  visit(view)
  return [...found]
}
