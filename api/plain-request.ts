/**
 * The requests that the hot cache understands: reading ones, without anything that only the application can judge. Read from the
 * headers as they came, because making Node's object of them costs a tenth of a cached answer.
 */
import type { IncomingMessage } from 'node:http'
import { LONGEST_ADDRESS } from './limits.ts'

export interface PlainRequest {
  url: string
  isHead: boolean
  accept: string | undefined
  acceptEncoding: string | undefined
  ifNoneMatch: string | undefined
}

const SLASH = 47

/** Who asks, for a part, under a condition, with a body, or for another protocol; the application sees to all of these. */
const ODD = new Set([
  'authorization',
  'content-length',
  'cookie',
  'expect',
  'if-match',
  'if-range',
  'if-unmodified-since',
  'range',
  'transfer-encoding',
  'upgrade',
])
const LENGTHS = new Set(
  [...ODD, 'accept', 'accept-encoding', 'if-none-match', 'if-modified-since'].map((name) => name.length),
)
/** By length, so that most names are passed over without being looked at. */
const MAY_MATTER = Array.from({ length: Math.max(...LENGTHS) + 1 }, (_, length) => LENGTHS.has(length))

/** Null if it is not one of them. */
export function plainRequest({ method, url = '', rawHeaders }: IncomingMessage): PlainRequest | null {
  if ((method !== 'GET' && method !== 'HEAD') || url.charCodeAt(0) !== SLASH || url.length > LONGEST_ADDRESS)
    return null
  let accept: string | undefined
  let acceptEncoding: string | undefined
  let ifNoneMatch: string | undefined
  let isSince = false
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const written = rawHeaders[i] ?? ''
    if (!MAY_MATTER[written.length]) continue
    const name = written.toLowerCase()
    const value = rawHeaders[i + 1]
    // A header that comes twice is not for us to put together.
    if (name === 'accept') {
      if (accept !== undefined) return null
      accept = value
    } else if (name === 'accept-encoding') {
      if (acceptEncoding !== undefined) return null
      acceptEncoding = value
    } else if (name === 'if-none-match') {
      if (ifNoneMatch !== undefined) return null
      ifNoneMatch = value
    } else if (name === 'if-modified-since') isSince = true
    else if (ODD.has(name)) return null
  }
  // Beside If-None-Match the older condition means nothing (RFC 9110, 13.1.3).
  if (isSince && ifNoneMatch === undefined) return null
  return { url, isHead: method === 'HEAD', accept, acceptEncoding, ifNoneMatch }
}
