/** One look at a link: what there is to say of it. */
import type { Finding } from '../../db/links.ts'
import type { LinkState } from '../../db/vocabulary/links.ts'
import { type Answer, PrivateAddress } from './ask.ts'
import { HostNeedsRest, type Hosts, redirectOf } from './hosts.ts'

const MOST_REDIRECTS = 8
/** Whoever says so does not want to be asked again at once. */
const BUSY = [429, 503]

const found = (state: LinkState, code: number | null = null, leadsTo: string | null = null): Finding => ({
  state,
  code,
  leadsTo,
})

/**
 * Follows an address to its end, by the headers of the answers. Throws HostNeedsRest, or the signal's reason; whatever else
 * happens on the way is a finding.
 */
export async function look(address: string, hosts: Hosts, signal: AbortSignal): Promise<Finding> {
  let url = new URL(address)
  url.hash = ''
  const seen = new Set<string>()
  try {
    while (seen.size <= MOST_REDIRECTS && !seen.has(url.href)) {
      seen.add(url.href)
      const leadsTo = seen.size > 1 ? url.href : null
      const robots = await hosts.robotsOf(url)
      if ('fault' in robots) return found('refused', robots.fault, leadsTo)
      if (!robots.allows(url)) return found('robots', null, leadsTo)
      const answer = await headersOf(url, hosts, signal)
      const next = redirectOf(answer, url)
      if (!next) return found(stateOf(answer, leadsTo !== null), answer.code, leadsTo)
      next.hash = ''
      url = next
    }
    return found('unreachable', null, url.href)
  } catch (error) {
    if (signal.aborted || error instanceof HostNeedsRest) throw error
    if (error instanceof PrivateAddress) return found('private')
    // Where a redirect leads to no host, the address's own host is still there.
    if ((error as NodeJS.ErrnoException).code === 'ENOTFOUND' && seen.size === 1) return found('no_such_host')
    return found('unreachable')
  }
}

function stateOf({ code }: Answer, isElsewhere: boolean): LinkState {
  if (code >= 200 && code < 300) return isElsewhere ? 'redirected' : 'ok'
  return code === 404 || code === 410 ? 'gone' : 'refused'
}

/** Some servers refuse HEAD, answer it wrongly, or not at all: nothing is held against a link that GET has not confirmed. */
async function headersOf(url: URL, hosts: Hosts, signal: AbortSignal): Promise<Answer> {
  try {
    const answer = await hosts.ask(url, { method: 'HEAD' })
    if (answer.code < 400 || BUSY.includes(answer.code)) return answer
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (signal.aborted || error instanceof HostNeedsRest || error instanceof PrivateAddress || code === 'ENOTFOUND')
      throw error
  }
  return hosts.ask(url, { method: 'GET' })
}
