/** What a bench gives back, and how it is printed. */

/** One line of the table: medians of at least seven runs, interleaved with what they are compared with. */
export interface Figure {
  what: string
  unit: string
  ours: number[]
  /** What it was measured against in the same run. */
  against?: { what: string; values: number[] }
  target?: { words: string; isMet: boolean }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** The median of the ratios of runs that stood side by side, so that a slow moment of the machine weighs on both. */
export const medianRatio = (ours: readonly number[], theirs: readonly number[]): number =>
  median(ours.map((value, i) => value / (theirs[i] ?? Number.NaN)))

/** Runs each in turn, `runs` times over, and gives the values by name. */
export async function interleaved<Name extends string, Value = number>(
  runs: number,
  measures: Record<Name, () => Promise<Value>>,
): Promise<Record<Name, Value[]>> {
  const names = Object.keys(measures) as Name[]
  const values = Object.fromEntries(names.map((name) => [name, [] as Value[]])) as Record<Name, Value[]>
  for (let run = 0; run < runs; run++) {
    // Who goes first changes, so that neither always comes after the other.
    const order = run % 2 ? [...names].reverse() : names
    for (const name of order) values[name].push(await measures[name]())
  }
  return values
}

const written = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2))

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, unit, ours, against, target }) => [
    what,
    `${written(median(ours))} ${unit}`,
    `${written(Math.min(...ours))}-${written(Math.max(...ours))}`,
    against ? `${written(median(against.values))} ${unit} (${against.what})` : '',
    against ? medianRatio(ours, against.values).toFixed(2) : '',
    target ? `${target.words}: ${target.isMet ? 'met' : 'MISSED'}` : '',
    String(ours.length),
  ])
  const all = [['what', 'median', 'range', 'against', 'ratio', 'target', 'runs'], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? []
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
    .concat('\n')
}
