/** Plans, differences and outcomes as lines of text. */
import type { Accepted } from '../../db/versions.ts'
import type { Difference } from '../../db/vocabulary/record-diff.ts'
import { keyOf, type RecordName } from '../../db/vocabulary/record-name.ts'
import type { Plan } from '../proposals/plan.ts'

/** What it would do; what is wrong with it is said by whoever refuses it. */
export function sayPlan({ added, changed, unchanged, retracted, persons }: Plan): string[] {
  const each = (word: string, names: readonly RecordName[]) => names.map((name) => `${word} ${keyOf(name)}`)
  return [
    ...each('added', added),
    ...changed.flatMap((change) => [
      `changed ${keyOf(change)}`,
      ...change.differences.map(sayDifference),
      ...change.keysLost.map((key) => `  ${key} is lost: what cites it would point nowhere`),
    ]),
    ...each('retracted', retracted),
    ...persons.map(
      ({ name, field, withOffice, ...where }) =>
        `looks like a person: ${JSON.stringify(name)} in ${keyOf(where)}, ${field}${withOffice ? ' (with an office)' : ''}`,
    ),
    ...(unchanged.length ? [`unchanged: ${unchanged.length}`] : []),
  ]
}

export function sayDifference({ path, is, before, after }: Difference): string {
  const where = `  ${path || 'the record'}`
  if (is === 'order') return `${where}: other order: ${sayValue(before)} → ${sayValue(after)}`
  if (is === 'added') return `${where}: added ${sayValue(after)}`
  if (is === 'removed') return `${where}: removed ${sayValue(before)}`
  return `${where}: ${sayValue(before)} → ${sayValue(after)}`
}

const sayValue = (value: unknown): string => JSON.stringify(value)

export function sayAccepted({ version, added, changed, retracted }: Accepted): string {
  return `Version ${version}: ${added} added, ${changed} changed, ${retracted} retracted.`
}
