/** One request to a stranger's server: what it answers, with as little of it as is needed, and never inside a private network. */
import { type IncomingMessage, type RequestOptions, request as requestByHttp } from 'node:http'
import { request as requestByHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** The address, or a redirect, leads into a private network. */
export class PrivateAddress extends Error {
  override name = 'PrivateAddress'
}

export interface Resolved {
  address: string
  family: number
}

/** The ground under requests; a test brings its own. */
export interface Network {
  /** The addresses of a name. Throws an error with the code ENOTFOUND where there is no such name. */
  resolve(hostname: string): Promise<Resolved[]>
  /** Whether an IP address may be asked. */
  mayAsk(ip: string): boolean
  /** How long an answer's headers may take, in milliseconds. */
  timeoutMs: number
}

/** Only what every network leads to the same: no loopback, private, link-local, shared, mapped or reserved address (RFC 6890). */
export const isPublic = (ip: string): boolean => ipaddr.process(ip).range() === 'unicast'

export interface Answer {
  code: number
  location: string | null
  retryAfter: string | null
  /** As many of the first bytes as were asked for, as text. */
  text: string
}

export interface Asking {
  method: 'HEAD' | 'GET'
  userAgent: string
  /** How much of the body is read, in bytes; the connection is closed after that. */
  bytes?: number
  signal: AbortSignal
}

/** Throws PrivateAddress, the signal's reason, or the network's error. */
export function ask(url: URL, { method, userAgent, bytes = 0, signal }: Asking, network: Network): Promise<Answer> {
  return new Promise((done, fail) => {
    // A name is held against the rule when it is resolved, so that no other answer of its name server leads past it.
    const ip = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(ip) && !network.mayAsk(ip)) throw new PrivateAddress(`${ip} is not public`)
    const options: RequestOptions = {
      method,
      agent: false,
      headers: { 'User-Agent': userAgent, Accept: '*/*', 'Accept-Encoding': 'identity' },
      lookup: lookupIn(network),
      signal: AbortSignal.any([signal, AbortSignal.timeout(network.timeoutMs)]),
    }
    const take = async (response: IncomingMessage) => {
      const { statusCode = 0, headers } = response
      response.on('error', () => {})
      const text = await beginningOf(response, bytes)
      request.destroy()
      done({
        code: statusCode,
        location: headers.location ?? null,
        retryAfter: headers['retry-after'] ?? null,
        text,
      })
    }
    const request = (url.protocol === 'https:' ? requestByHttps : requestByHttp)(url, options, (response) => {
      take(response).catch(fail)
    })
    request.on('error', fail)
    request.end()
  })
}

async function beginningOf(response: IncomingMessage, bytes: number): Promise<string> {
  if (bytes === 0) return ''
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= bytes) break
  }
  return Buffer.concat(chunks).subarray(0, bytes).toString('utf8')
}

function lookupIn({ resolve, mayAsk }: Network): LookupFunction {
  return (hostname, { all }, callback) => {
    resolve(hostname).then(
      (found) => {
        const [first] = found
        const refused = found.find(({ address }) => !mayAsk(address))
        if (refused) callback(new PrivateAddress(`${hostname} is ${refused.address}, which is not public`), [])
        else if (all || !first) callback(null, found)
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    )
  }
}
