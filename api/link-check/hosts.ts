/** Manners towards hosts: one request at a time to each, a pause after it, and what its robots.txt asks for. */
import robotsParser from 'robots-parser'
import { type Answer, type Asking, ask, type Network } from './ask.ts'

export interface Manners {
  userAgent: string
  /** Between two requests to one host, in milliseconds; more where the host asks for more. */
  pauseMs: number
  network: Network
  /** The clock, in milliseconds, and how time passes. Throws the signal's reason. */
  now(): number
  wait(ms: number, signal: AbortSignal): Promise<void>
  signal: AbortSignal
}

/** The name by which robots.txt files may speak to this program. */
export const ROBOT = 'Threatline'

/** Who looks, and where the people behind it can be found. */
export const userAgentOf = (publicUrl: string | null): string =>
  `${ROBOT} (${publicUrl ? `+${publicUrl}; ` : ''}looks whether links of sources still work)`

/** A host that asks for a longer pause than this is left for another run. */
const LONGEST_PAUSE_MS = 120_000
/** RFC 9309, 2.5: at least 500 KiB of a robots.txt are read. */
const ROBOTS_BYTES = 512_000
/** RFC 9309, 2.3.1.2: at least five redirects are followed. */
const ROBOTS_REDIRECTS = 5

/** The host wants to be left alone for longer than this run waits. */
export class HostNeedsRest extends Error {
  override name = 'HostNeedsRest'
}

/** What a site asks of programs; or the code of a server's fault, after which nothing may be looked at (RFC 9309, 2.3.1.4); null where it leads to a server that gives none. */
export type Robots = { fault: number | null } | { allows(url: URL): boolean }

interface Line {
  last: Promise<unknown>
  /** When the next request may begin. */
  freeAt: number
  pauseMs: number
}

export class Hosts {
  /** Whether anything has answered anywhere. */
  haveAnswered = false
  private readonly lines = new Map<string, Line>()
  private readonly robots = new Map<string, Promise<Robots>>()

  constructor(private readonly manners: Manners) {}

  /** Asks when it is the host's turn. Throws HostNeedsRest, or what `ask` throws. */
  async ask(url: URL, asking: Pick<Asking, 'method' | 'bytes'>): Promise<Answer> {
    const { userAgent, network, now, wait, signal } = this.manners
    const line = this.lineOf(url)
    const turn = line.last.then(async () => {
      signal.throwIfAborted()
      const rest = line.freeAt - now()
      if (rest > LONGEST_PAUSE_MS) throw new HostNeedsRest(`${url.hostname} asks for a longer pause`)
      if (rest > 0) await wait(rest, signal)
      try {
        const answer = await ask(url, { ...asking, userAgent, signal }, network)
        this.haveAnswered = true
        line.freeAt = now() + Math.max(line.pauseMs, restAskedFor(answer, now()))
        return answer
      } catch (error) {
        line.freeAt = now() + line.pauseMs
        throw error
      }
    })
    line.last = turn.catch(() => {})
    return turn
  }

  /** What the site of an address asks for; asked once. Throws as `ask` does. */
  robotsOf(url: URL): Promise<Robots> {
    const known = this.robots.get(url.origin) ?? this.readRobots(url)
    this.robots.set(url.origin, known)
    return known
  }

  private lineOf({ hostname }: URL): Line {
    const line = this.lines.get(hostname) ?? { last: Promise.resolve(), freeAt: 0, pauseMs: this.manners.pauseMs }
    this.lines.set(hostname, line)
    return line
  }

  private async readRobots(site: URL): Promise<Robots> {
    let url = new URL('/robots.txt', site)
    for (let hop = 0; hop <= ROBOTS_REDIRECTS; hop++) {
      try {
        const answer = await this.ask(url, { method: 'GET', bytes: ROBOTS_BYTES })
        const next = redirectOf(answer, url)
        if (!next) return this.understand(site, answer)
        url = next
      } catch (error) {
        // Where it leads says nothing of the site: the site itself has answered.
        const isOfSite = hop === 0 && !(error instanceof TypeError)
        if (isOfSite || error instanceof HostNeedsRest || this.manners.signal.aborted) throw error
        return { fault: null }
      }
    }
    // As if there were none.
    return { allows: () => true }
  }

  private understand(site: URL, { code, text }: Answer): Robots {
    if (code >= 500 || code === 429) return { fault: code }
    if (code >= 300) return { allows: () => true }
    const robots = robotsParser(new URL('/robots.txt', site).href, text)
    const line = this.lineOf(site)
    line.pauseMs = Math.max(line.pauseMs, (robots.getCrawlDelay(ROBOT) ?? 0) * 1000)
    line.freeAt = Math.max(line.freeAt, this.manners.now() + line.pauseMs)
    return { allows: (url) => robots.isAllowed(url.href, ROBOT) !== false }
  }
}

/** Where an answer leads; null where it leads nowhere. Throws TypeError for an address that is none. */
export function redirectOf({ code, location }: Answer, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(code) || location === null) return null
  const to = new URL(location, from)
  if (!/^https?:$/.test(to.protocol)) throw new TypeError(`${from.hostname} leads to ${to.protocol}`)
  return to
}

/** Retry-After (RFC 9110, 10.2.3) in milliseconds; 0 where it is not given, or cannot be read. */
function restAskedFor({ retryAfter }: Answer, now: number): number {
  if (retryAfter === null) return 0
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now
  return Number.isFinite(ms) ? Math.max(0, ms) : 0
}
