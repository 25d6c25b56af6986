/** One public answer as the hot cache keeps it: its body in each encoding, and its headers ready for the wire. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type Answered, cacheControl } from './answer.ts'
import type { Captured } from './captured.ts'
import type { Dataset } from './dataset.ts'
import type { Counter } from './metrics.ts'
import type { Encoding } from './negotiation.ts'
import { PreparedHead } from './prepared-head.ts'
import { isPinned } from './service.ts'

/** A body in one encoding, with the heads of a 200 and of a 304. */
export interface Variant {
  body: Buffer
  whole: PreparedHead
  known: PreparedHead
}

/** How requests for this answer are counted; by route, since counting is all that a hit leaves behind. */
export interface AnswerCounters {
  ok: Counter
  known: Counter
}

const DAY_MS = 86_400_000
/** Within this time before midnight the lifetime in the headers shrinks from second to second. */
const SHRINKING_MS = 300_000
/** Below this, compressing saves no packet. */
const WORTH_COMPRESSING = 860
/** What an answer takes besides its bodies: headers, keys, objects. A rough figure, on the safe side. */
const OVERHEAD = 4096

/**
 * Quality 5 makes 24 KB of 170 KB in about 5 ms, on a thread of its own; 11 saves a tenth more and takes a hundred times as long,
 * which is worth it once for what stays the same as long as the program runs.
 */
const BROTLI_QUALITY = { ofVersion: 5, ofBuild: 11 }
const GZIP_LEVEL = 6

const compressors: Record<Exclude<Encoding, 'identity'>, (body: Buffer, brotliQuality: number) => Promise<Buffer>> = {
  br: (body, brotliQuality) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
  gzip: (body) => promisify(gzip)(body, { level: GZIP_LEVEL }),
}

const COMPRESSIBLE = /^(text\/|application\/([\w.-]+\+)?(json|xml|yaml|javascript)\b|image\/svg\+xml)/

const headerIn = (headers: readonly string[], name: string): string | undefined => {
  const at = headers.findIndex((text, i) => i % 2 === 0 && text.toLowerCase() === name)
  return at < 0 ? undefined : headers[at + 1]
}

const without = (headers: readonly string[], names: readonly string[]): string[] =>
  headers.filter((_, i) => !names.includes(headers[i - (i % 2)]?.toLowerCase() ?? ''))

/** Whether an answer may be given to others: public by its own word, whole, and the same for all who take the same form. */
function isForAll({ status, headers }: Captured): boolean {
  const vary = (headerIn(headers, 'vary') ?? '').toLowerCase().split(',')
  return (
    status === 200 &&
    /\bpublic\b/.test(headerIn(headers, 'cache-control') ?? '') &&
    vary.every((name) => ['', 'accept', 'accept-encoding'].includes(name.trim())) &&
    headerIn(headers, 'etag') !== undefined &&
    !['set-cookie', 'content-encoding'].some((name) => headerIn(headers, name) !== undefined)
  )
}

export class CachedAnswer {
  readonly tag: string
  readonly mediaType: string
  /** The version it speaks of; null where a newer one changes nothing: the request fixed it, or it is a file of the build. */
  readonly version: number | null
  /** Null where an erasure changes nothing. */
  private readonly epoch: number | null
  /** Null where news of dead links changes nothing. */
  private readonly links: number | null
  /** It holds on its day, from midnight to midnight. */
  private readonly from: number
  private readonly until: number
  private readonly variants: Partial<Record<Encoding, Variant>> = {}
  private readonly underWay: Partial<Record<Encoding, Promise<Variant>>> = {}
  /** When the headers' lifetime has to be written anew. */
  private renewAt: number
  bytes: number

  private constructor(
    private captured: Captured,
    private readonly answered: Answered,
    readonly counters: AnswerCounters,
  ) {
    const { headers, body } = captured
    this.tag = headerIn(headers, 'etag') ?? ''
    this.mediaType = (headerIn(headers, 'content-type') ?? '').replace(/\s*;.*/, '').toLowerCase()
    const { moment } = answered
    this.version = moment && !moment.pinned.version ? moment.version : null
    this.epoch = moment ? moment.epoch : null
    this.links = moment && !isPinned(moment) ? moment.links : null
    this.from = moment ? Date.parse(moment.today) : Number.NEGATIVE_INFINITY
    this.until = moment ? this.from + DAY_MS : Number.POSITIVE_INFINITY
    const isFixed = !moment || isPinned(moment)
    this.renewAt = isFixed ? Number.POSITIVE_INFINITY : this.until - SHRINKING_MS
    this.bytes = OVERHEAD + body.length
    this.variants.identity = this.variantOf(body, 'identity')
  }

  /** Null if the answer is not for others, or nothing says how long it holds. */
  static from(captured: Captured, countersFor: () => AnswerCounters): CachedAnswer | null {
    const answered = captured.locals.answered as Answered | undefined
    if (!isForAll(captured) || !answered) return null
    return new CachedAnswer(captured, answered, countersFor())
  }

  /** Whether it is what the application would answer now. */
  isFresh(dataset: Dataset, now: number): boolean {
    return (this.version === null || this.version === dataset.newest) && this.isOfItsDay(dataset, now)
  }

  /** Whether it may still go out while its successor is made: only a newer version can have overtaken it, and only just now. */
  isServable(dataset: Dataset, now: number, graceMs: number): boolean {
    if (!this.isOfItsDay(dataset, now)) return false
    if (this.version === null || this.version === dataset.newest) return true
    const superseded = dataset.supersededAt(this.version)
    return superseded !== undefined && now - superseded < graceMs
  }

  private isOfItsDay(dataset: Dataset, now: number): boolean {
    return (
      now >= this.from &&
      now < this.until &&
      (this.epoch === null || this.epoch === dataset.epoch) &&
      (this.links === null || this.links === dataset.links)
    )
  }

  /** The answer in an encoding, if it has been made. */
  ready(encoding: Encoding, now: number): Variant | undefined {
    if (now >= this.renewAt) this.renewLifetime(now)
    return this.variants[encoding]
  }

  /** Makes the answer in an encoding, once. */
  async make(encoding: Encoding): Promise<void> {
    if (this.variants[encoding] || encoding === 'identity') return
    this.underWay[encoding] ??= this.compressed(encoding)
    await this.underWay[encoding]
  }

  private async compressed(encoding: Exclude<Encoding, 'identity'>): Promise<Variant> {
    const { body } = this.captured
    const isWorthIt = body.length >= WORTH_COMPRESSING && COMPRESSIBLE.test(this.mediaType)
    const quality = this.answered.moment ? BROTLI_QUALITY.ofVersion : BROTLI_QUALITY.ofBuild
    const smaller = isWorthIt ? await compressors[encoding](body, quality) : body
    const variant = smaller.length < body.length ? this.variantOf(smaller, encoding) : this.variantOf(body, 'identity')
    if (variant.body !== body) this.bytes += smaller.length
    this.variants[encoding] = variant
    return variant
  }

  private variantOf(body: Buffer, encoding: Encoding): Variant {
    const headers = without(this.captured.headers, ['content-length'])
    if (encoding !== 'identity') headers.push('Content-Encoding', encoding)
    headers.push('Content-Length', String(body.length))
    const headersOfKnown = without(headers, ['content-type', 'content-length', 'content-encoding'])
    return { body, whole: new PreparedHead(200, headers), known: new PreparedHead(304, headersOfKnown) }
  }

  private renewLifetime(now: number): void {
    const { moment } = this.answered
    if (!moment) return
    const headers = without(this.captured.headers, ['cache-control'])
    headers.push('Cache-Control', cacheControl(moment, now))
    this.captured = { ...this.captured, headers }
    for (const [encoding, { body }] of Object.entries(this.variants) as [Encoding, Variant][])
      this.variants[encoding] = this.variantOf(body, body === this.captured.body ? 'identity' : encoding)
    this.renewAt = now + 1000
  }
}
