/**
 * A run through the links of sources. What is found is kept at once, so that a run that is stopped loses nothing and the next
 * one goes on with the others.
 */
import type { Finding, SourceLink } from '../../db/links.ts'
import type { LinkState } from '../../db/vocabulary/links.ts'
import { HostNeedsRest, Hosts, type Manners } from './hosts.ts'
import { look } from './look.ts'

/** How many hosts are asked side by side. */
const HOSTS_AT_ONCE = 4

/** One address with the sources that have it. */
export interface Link {
  address: string
  slugs: readonly string[]
}

export interface RunOptions {
  manners: Manners
  save(address: string, finding: Finding): Promise<void>
  /** Is told of each link after it was kept. */
  told(link: Link, finding: Finding): void
}

/** Nothing could be reached at all: that says something of this machine, and nothing of any link. */
export class NothingAnswers extends Error {
  override name = 'NothingAnswers'
}

/** Addresses of sources, each once, in the order in which they are given. */
export function linksOf(sources: readonly SourceLink[]): Link[] {
  const links = new Map<string, string[]>()
  for (const { slug, address } of sources)
    if (address !== null) links.set(address, [...(links.get(address) ?? []), slug])
  return [...links].map(([address, slugs]) => ({ address, slugs }))
}

const OF_THE_NETWORK: readonly LinkState[] = ['unreachable', 'no_such_host']

/**
 * Looks at every link, unless it is stopped or a host asks to be left alone for long. Gives how many were looked at. Throws
 * NothingAnswers.
 */
export async function checkLinks(links: readonly Link[], { manners, save, told }: RunOptions): Promise<number> {
  const { signal } = manners
  const hosts = new Hosts(manners)
  const waiting = [...groupByHost(links).values()]
  /** Failures from before anything answered: they may be this machine's own. */
  const doubted: [Link, Finding][] = []
  let checked = 0
  let isOver = false

  const keep = async (link: Link, finding: Finding) => {
    await save(link.address, finding)
    checked++
    told(link, finding)
  }

  const keepDoubted = async () => {
    if (hosts.haveAnswered) for (const [link, finding] of doubted.splice(0)) await keep(link, finding)
  }

  const lookAt = async (link: Link) => {
    const finding = await look(link.address, hosts, signal)
    await keepDoubted()
    if (!hosts.haveAnswered && OF_THE_NETWORK.includes(finding.state)) doubted.push([link, finding])
    else await keep(link, finding)
  }

  const work = async () => {
    for (let host = waiting.shift(); host; host = waiting.shift())
      for (const link of host) {
        if (signal.aborted || isOver) return
        try {
          await lookAt(link)
        } catch (error) {
          if (error instanceof HostNeedsRest) break
          if (signal.aborted) return
          isOver = true
          throw error
        }
      }
  }

  const ended = await Promise.allSettled(Array.from({ length: HOSTS_AT_ONCE }, work))
  for (const end of ended) if (end.status === 'rejected') throw end.reason
  await keepDoubted()
  if (doubted.length > 0 && !signal.aborted)
    throw new NothingAnswers(
      `Nothing answered at any of ${doubted.length} addresses, so nothing was recorded of them. Is this machine on the network?`,
    )
  return checked
}

function groupByHost(links: readonly Link[]): Map<string, Link[]> {
  const hosts = new Map<string, Link[]>()
  for (const link of links) {
    const { hostname } = new URL(link.address)
    hosts.set(hostname, [...(hosts.get(hostname) ?? []), link])
  }
  return hosts
}
