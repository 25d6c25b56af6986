/** Failures of what the store stands on, known by their code: they pass without anybody changing a request or the program. */

export type Outage = 'unreachable' | 'full' | 'busy'

/** SQLSTATE, by the beginning: classes have two characters, conditions five. */
const SQLSTATES: readonly (readonly [beginning: string, outage: Outage])[] = [
  ['53100', 'full'],
  // Insufficient resources: memory, connections.
  ['53', 'busy'],
  // Cancelled, by the limit on a statement's time.
  ['57014', 'busy'],
  // Shut down, crashed, starting up, session ended.
  ['57P', 'unreachable'],
  ['08', 'unreachable'],
  // Given up for another transaction's sake: a lock not had, serialization failure, deadlock.
  ['55P03', 'busy'],
  ['40', 'busy'],
]

const SYSTEM_CODES: Readonly<Record<string, Outage>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ECONNABORTED: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
}

/** Which outage an error tells of; null for everything else. */
export function outageOf(error: unknown): Outage | null {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return null
  if (Object.hasOwn(SYSTEM_CODES, code)) return SYSTEM_CODES[code] ?? null
  const isSqlState = /^[0-9A-Z]{5}$/.test(code)
  return (isSqlState && SQLSTATES.find(([beginning]) => code.startsWith(beginning))?.[1]) || null
}
