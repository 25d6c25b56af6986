/** What every session has, embedded or on a server: how it plans, and as what it gives values. */

/**
 * Every query is small and reads by index: a page by chance costs no more than one in order (memory, solid disks), and neither
 * compiling a plan nor starting workers for it ever pays.
 */
export const PLANNING = ['random_page_cost=1.1', 'jit=off', 'max_parallel_workers_per_gather=0'] as const

const INT8 = 20
const DATE = 1082
const TIMESTAMP = 1114
const TIMESTAMPTZ = 1184
const INTERVAL = 1186

/** int8 to number; a value that a number cannot hold is an error, not a rounding. */
function parseInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is beyond what a number holds exactly`)
  return value
}

/** By the type's number; all other types are as the drivers give them. */
export const PARSERS = new Map<number, (text: string) => unknown>([
  [INT8, parseInt8],
  ...[DATE, TIMESTAMP, TIMESTAMPTZ, INTERVAL].map((oid) => [oid, (text: string) => text] as const),
])
