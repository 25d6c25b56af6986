/**
 * The hot cache: in front of the application, gives public answers out of memory, already compressed. An answer may depend on its
 * address, its form and the dataset's version, day, epoch and news of dead links, on nothing else; what else a request brings goes
 * to the application untouched. While the answer of a new version is made, once, its predecessor goes out for at most a second.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { canonicalUrl, isKnown } from './answer.ts'
import { type AnswerCounters, CachedAnswer } from './cached-answer.ts'
import { type Captured, capture } from './captured.ts'
import type { Dataset } from './dataset.ts'
import { mindSlowReader } from './limits.ts'
import type { Metrics } from './metrics.ts'
import { type Encoding, encodingFor, type Taste, tasteOf } from './negotiation.ts'
import { type PlainRequest, plainRequest } from './plain-request.ts'
import { keyOf, type Place, Shelf } from './shelf.ts'

export interface HotCacheOptions {
  app: RequestListener
  dataset: Dataset
  metrics: Metrics
  maxBytes?: number
  /** How long an answer may be given after it has been overtaken, in milliseconds. */
  graceMs?: number
}

export interface CacheStats {
  /** Given out of memory at once. */
  hits: number
  /** Among them, those of the version before. */
  stale: number
  /** Made for the request. */
  misses: number
  /** Waited for an answer that was being made for another request. */
  waits: number
  /** Left to the application. */
  passed: number
  answers: number
  bytes: number
}

export interface HotCache {
  handle: RequestListener
  stats(): CacheStats
  close(): void
}

/** An answer being made. */
interface Making {
  /** Number of the request that it began with; later ones wait for it. */
  by: number
  made: Promise<Captured | CachedAnswer>
}

const MAX_BYTES = 64 * 1024 * 1024
const GRACE_MS = 1000
/** A request waits for others' work at most so many times before it goes to the application itself. */
const MOST_ATTEMPTS = 3

/** A request that is not answered at once. */
interface Asked {
  req: IncomingMessage
  res: ServerResponse
  plain: PlainRequest
  taste: Taste
  encoding: Encoding
  canonical: string
  /** In the order of arrival. */
  number: number
}

export function createHotCache({
  app,
  dataset,
  metrics,
  maxBytes = MAX_BYTES,
  graceMs = GRACE_MS,
}: HotCacheOptions): HotCache {
  const shelf = new Shelf(maxBytes)
  const making = new Map<string, Making>()
  const counts = { hits: 0, stale: 0, misses: 0, waits: 0, passed: 0 }
  let requests = 0
  let sweep: NodeJS.Timeout | undefined

  const countersFor = (route: string): AnswerCounters => ({
    ok: metrics.requestCounter(route, 200, 'cache'),
    known: metrics.requestCounter(route, 304, 'cache'),
  })

  const pass: RequestListener = (req, res) => {
    counts.passed++
    app(req, res)
  }

  /** Sends an answer; false if it is not there in that encoding. */
  function give(
    plain: PlainRequest,
    res: ServerResponse,
    answer: CachedAnswer,
    encoding: Encoding,
    now: number,
  ): boolean {
    const variant = answer.ready(encoding, now)
    if (!variant) return false
    const { ifNoneMatch, isHead } = plain
    if (ifNoneMatch !== undefined && (isKnown(ifNoneMatch, answer.tag) || ifNoneMatch.trim() === '*')) {
      answer.counters.known.n++
      variant.known.send(res)
    } else {
      answer.counters.ok.n++
      if (isHead) variant.whole.send(res)
      else variant.whole.send(res, variant.body)
    }
    mindSlowReader(res)
    return true
  }

  /** Has the application make the answer, once for all who ask at the same time, and keeps it if it is for others. */
  function make({ plain, taste, canonical, number }: Asked, ifNoneMatch?: string): Making {
    const key = keyOf(taste.form, canonical)
    const made = capture(app, plain.url, { accept: plain.accept, ifNoneMatch })
      .then((captured) => {
        const answer = CachedAnswer.from(captured, () => countersFor(String(captured.locals.route)))
        const isKept = answer && answer.bytes <= shelf.largest && answer.isServable(dataset, dataset.now(), graceMs)
        if (isKept) shelf.put(taste.form, canonical, answer)
        // What is there now is not what was there: a retracted record's old answer goes at once.
        else if (captured.status !== 304) shelf.removeAt(taste.form, canonical)
        return answer ?? captured
      })
      .finally(() => making.delete(key))
    const entry: Making = { by: number, made }
    making.set(key, entry)
    return entry
  }

  /** Gives an answer that was made for this request alone. */
  function forward({ isHead }: PlainRequest, res: ServerResponse, { status, headers, body, locals }: Captured): void {
    metrics.requestCounter(String(locals.route), status, 'app').n++
    res.writeHead(status, headers)
    if (isHead || status === 304) res.end()
    else res.end(body)
    mindSlowReader(res)
  }

  /** Gives a kept answer if it still may go out; an overtaken one sets its renewal going. */
  async function giveKept(asked: Asked, place: Place): Promise<boolean> {
    const { res, plain, taste, canonical, encoding } = asked
    const { answer } = place
    if (!answer.isServable(dataset, dataset.now(), graceMs)) return false
    if (!answer.isFresh(dataset, dataset.now()) && !making.has(keyOf(taste.form, canonical)))
      make(asked).made.catch(() => {})
    if (!answer.ready(encoding, dataset.now())) {
      await answer.make(encoding)
      shelf.weigh(place)
      // Its time may have run out meanwhile.
      if (!answer.isServable(dataset, dataset.now(), graceMs)) return false
    }
    if (!answer.isFresh(dataset, dataset.now())) counts.stale++
    shelf.spell(place, plain.url)
    shelf.use(place)
    return give(plain, res, answer, encoding, dataset.now())
  }

  /** Gives an answer that was made for this request, or for one that came later. */
  async function giveMade({ res, plain, taste, canonical, encoding }: Asked, answer: CachedAnswer): Promise<void> {
    await answer.make(encoding)
    const place = shelf.at(taste.form, canonical)
    if (place?.answer === answer) {
      shelf.spell(place, plain.url)
      shelf.weigh(place)
    }
    give(plain, res, answer, encoding, dataset.now())
  }

  async function giveLater(asked: Asked): Promise<void> {
    const { req, res, plain, taste, canonical, number } = asked
    const { ifNoneMatch } = plain
    let counted: 'hits' | 'misses' | 'waits' = 'hits'
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const place = shelf.at(taste.form, canonical)
      if (place && !taste.admits(place.answer.mediaType)) break
      if (place && (await giveKept(asked, place))) {
        counts[counted]++
        return
      }
      const others = making.get(keyOf(taste.form, canonical))
      // `*` asks whether there is an answer at all, which only making it can tell.
      const { by, made } = others ?? make(asked, ifNoneMatch?.trim() === '*' ? undefined : ifNoneMatch)
      counted = others ? 'waits' : 'misses'
      const result = await made
      const isForUs = result instanceof CachedAnswer ? by >= number && taste.admits(result.mediaType) : !others
      if (!isForUs) continue
      counts[counted]++
      // As fresh as the application's own would be: it was begun when this request was here. Older work may be overtaken by now.
      if (result instanceof CachedAnswer) return giveMade(asked, result)
      return forward(plain, res, result)
    }
    pass(req, res)
  }

  const handle: RequestListener = (req, res) => {
    const plain = plainRequest(req)
    if (!plain) return pass(req, res)
    const { url, accept = '*/*', acceptEncoding } = plain
    const taste = tasteOf(accept)
    const encoding = acceptEncoding === undefined ? 'identity' : encodingFor(acceptEncoding)
    const place = shelf.spelt(taste.form, url)
    if (place) {
      const { answer } = place
      const now = dataset.now()
      if (answer.isFresh(dataset, now) && taste.admits(answer.mediaType) && give(plain, res, answer, encoding, now)) {
        counts.hits++
        shelf.use(place)
        return
      }
    }
    giveLater({ req, res, plain, taste, encoding, canonical: canonicalUrl(url), number: ++requests }).catch(() => {
      if (res.headersSent) res.destroy()
      else pass(req, res)
    })
  }

  const stopListening = dataset.onNews(() => {
    clearTimeout(sweep)
    sweep = setTimeout(
      () => shelf.keepOnly((answer) => answer.isServable(dataset, dataset.now(), graceMs)),
      graceMs + 1,
    ).unref()
  })

  return {
    handle,
    stats: () => ({ ...counts, answers: shelf.size, bytes: shelf.bytes }),
    close() {
      stopListening()
      clearTimeout(sweep)
    },
  }
}
