/**
 * What a caller takes, read from its headers (RFC 9110, 12.5). A header is read once and remembered: there are a few dozen
 * spellings in the world, and the hot cache asks at every request.
 */

export const ENCODINGS = ['identity', 'gzip', 'br'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** What an `Accept` header says. */
export interface Taste {
  /** Whether it asks for pages by name, as browsers do; an address that has both forms answers by it. */
  form: 'json' | 'html'
  admits(mediaType: string): boolean
}

/** How many spellings are remembered, and how long one may be: strangers write these headers. */
const REMEMBERED = 500
const LONGEST = 400

function remembered<Read>(read: (header: string) => Read): (header: string) => Read {
  const known = new Map<string, Read>()
  return (header) => {
    const found = known.get(header)
    if (found !== undefined) return found
    const value = read(header)
    if (header.length > LONGEST) return value
    if (known.size >= REMEMBERED) known.clear()
    known.set(header, value)
    return value
  }
}

interface Item {
  name: string
  quality: number
  /** It has parameters besides its quality. */
  isNarrowed: boolean
}

const itemsOf = (header: string): Item[] =>
  header.split(',').map((text) => {
    const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
    const quality = parameters.find((parameter) => /^q\s*=/.test(parameter))
    return {
      name,
      quality: quality === undefined ? 1 : Number(quality.slice(quality.indexOf('=') + 1)) || 0,
      isNarrowed: parameters.length > (quality === undefined ? 0 : 1),
    }
  })

/** The encoding to answer in: the smaller first, unless the caller likes another one better. */
export const encodingFor = remembered((header: string): Encoding => {
  const items = itemsOf(header)
  const likes = (encoding: Encoding) =>
    (items.find(({ name }) => name === encoding) ?? items.find(({ name }) => name === '*'))?.quality ?? 0
  const br = likes('br')
  const gzip = likes('gzip')
  if (br === 0 && gzip === 0) return 'identity'
  return br >= gzip ? 'br' : 'gzip'
})

/** A header that is not sent takes everything. */
export const tasteOf = remembered((accept: string): Taste => {
  const items = itemsOf(accept).filter(({ isNarrowed }) => !isNarrowed)
  const qualityOf = (range: string) => items.find(({ name }) => name === range)?.quality
  const admits = remembered(
    (mediaType) => (qualityOf(mediaType) ?? qualityOf(mediaType.replace(/\/.*/, '/*')) ?? qualityOf('*/*') ?? 0) > 0,
  )
  return { form: (qualityOf('text/html') ?? 0) > 0 ? 'html' : 'json', admits }
})
