/** A family as a table: one row a measure, by the day of its introduction. Empty cells are what is not known. */
import type { FamilyDetail, FamilyMeasure } from '../contract/views.ts'
import { type Column, joined } from '../writers/csv.ts'
import { higherSeverity } from './present.ts'

export const FAMILY_COLUMNS: readonly Column<FamilyMeasure, FamilyDetail>[] = [
  { name: 'slug', of: ({ slug }) => slug },
  { name: 'title', of: ({ title }) => title },
  { name: 'jurisdiction', of: ({ jurisdiction }) => jurisdiction },
  { name: 'state', of: ({ jurisdictionName }) => jurisdictionName },
  { name: 'kind', of: ({ kind }) => kind },
  { name: 'introduced', of: ({ introduced }) => introduced?.on.edtf ?? null },
  { name: 'status', of: ({ status }) => status.is },
  { name: 'status_since', of: ({ status }) => status.since },
  { name: 'adopted', of: ({ adopted }) => adopted?.on.edtf ?? null },
  { name: 'in_force', of: ({ inForce }) => inForce?.on.edtf ?? null },
  { name: 'days_to_adoption_at_least', of: ({ toAdoption }) => toAdoption?.atLeast ?? null },
  { name: 'days_to_adoption_at_most', of: ({ toAdoption }) => toAdoption?.atMost ?? null },
  { name: 'days_to_force_at_least', of: ({ toForce }) => toForce?.atLeast ?? null },
  { name: 'days_to_force_at_most', of: ({ toForce }) => toForce?.atMost ?? null },
  {
    name: 'highest_severity',
    of: ({ impacts }) => impacts.map(({ severity }) => severity).reduce(higherSeverity, null),
  },
  { name: 'grounds', of: ({ impacts }) => joined([...new Set(impacts.flatMap(({ grounds }) => grounds))].sort()) },
  { name: 'rights', of: ({ rights }) => joined(rights.map(({ right }) => right)) },
  {
    name: 'communications',
    of: ({ communications }) => joined(communications.map(({ slug, reference }) => reference ?? slug)),
  },
  { name: 'as_of', of: (_, { asOf }) => asOf },
  { name: 'version', of: (_, { version }) => version },
]
