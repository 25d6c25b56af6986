/**
 * Dates in forms that know no doubt. Only what is certain goes out: `2021-05` is a year and a month, and between two years
 * nothing is left. What a source marks as uncertain or about is left to the words.
 */
import { readEdtf } from '../../db/vocabulary/edtf-mistakes.ts'
import type { WireDate } from '../contract/views.ts'

/** Year; year and month; or year, month and day. Null where not even the year is certain. */
export function certainParts(on: WireDate | null): number[] | null {
  if (!on?.earliest || !on.latest) return null
  const read = readEdtf(on.edtf)
  if (!read.ok || read.date.inferred) return null
  const [first = [], last = []] = [on.earliest, on.latest].map((day) => day.split('-').map(Number))
  const differs = first.findIndex((part, i) => part !== last[i])
  const parts = differs < 0 ? first : first.slice(0, differs)
  return parts.length > 0 ? parts : null
}
