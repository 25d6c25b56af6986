/** How an answer goes out: ETag and lifetime, 304 before any work, a turn where the work is costly, then the body. */
import { createHash } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { costly } from './costly.ts'
import { Nothing, parse } from './parse.ts'
import { notAcceptable } from './problem.ts'
import { isPinned, LICENCE_ADDRESS, type ResolvedMoment, type Service } from './service.ts'

/** Longest life of an answer that a new version or a new day can change, in seconds. */
const LIVE_SECONDS = 300
/** Life of an answer whose version and day are both fixed, in seconds; not for ever, because an erasure must reach caches. */
const PINNED_SECONDS = 86_400
const DAY_MS = 86_400_000

/** Path and query in one spelling: parameters sorted, so that the same question has the same key. */
export function canonicalUrl(url: string): string {
  const mark = url.indexOf('?')
  if (mark < 0) return url
  const query = new URLSearchParams(url.slice(mark))
  query.sort()
  const text = query.toString()
  return text ? `${url.slice(0, mark)}?${text}` : url.slice(0, mark)
}

/** Whether the caller has the answer already (RFC 9110, 13.1.2: any tag of the list, compared weakly). */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch === tag) return true
  const opaque = tag.replace(/^W\//, '')
  return ifNoneMatch.split(',').some((other) => other.trim().replace(/^W\//, '') === opaque)
}

/** What the hot cache needs to know of an answer, left where it finds it. */
export interface Answered {
  /** Null where neither version nor day change it. */
  moment: ResolvedMoment | null
}

/** How long an answer may be kept at an instant: never past the end of its day, unless day and version are fixed. */
export function cacheControl(moment: ResolvedMoment, now: number): string {
  const toMidnight = Math.max(0, Math.floor((Date.parse(moment.today) + DAY_MS - now) / 1000))
  const life = isPinned(moment) ? PINNED_SECONDS : Math.min(LIVE_SECONDS, toMidnight)
  return `public, max-age=${life}, must-revalidate`
}

interface Form {
  type: string
  /** Content negotiation: what the caller must accept; null where the address itself names the form. */
  accepts: 'json' | 'html' | null
  /** A whole list, or a figure. */
  isWhole?: true
}

const JSON_FORM: Form = { type: 'application/json; charset=utf-8', accepts: 'json' }
const JSON_FOR_ANYBODY: Form = { type: JSON_FORM.type, accepts: null }
const HTML_FORM: Form = { type: 'text/html; charset=utf-8', accepts: 'html' }

/**
 * Whole lists in one file, and any day but today: there are as many of those as days, so that no cache keeps a stranger from
 * having one after the other made.
 */
const isCostly = ({ isWhole }: Form, { asOf, today }: ResolvedMoment): boolean => isWhole === true || asOf !== today

async function send(
  req: Request,
  res: Response,
  service: Service,
  moment: ResolvedMoment,
  form: Form,
  build: () => Promise<string | Buffer>,
) {
  if (form.accepts && !req.accepts(form.accepts)) throw notAcceptable(form.type)
  const url = canonicalUrl(req.originalUrl)
  const key = createHash('sha256').update(`${service.build} ${form.accepts} ${url}`).digest('base64url').slice(0, 16)
  const { version, asOf, epoch, links } = moment
  // Weak, because one tag serves the answer in every encoding (RFC 9110, 8.8.3.3).
  const tag = `W/"${version}.${asOf}.${epoch}.${links}.${key}"`
  res.locals.answered = { moment } satisfies Answered
  res.set({
    ETag: tag,
    'Cache-Control': cacheControl(moment, service.dataset.now()),
    // For the forms that have no place for it, such as CSV (RFC 8288, 'license').
    Link: `<${LICENCE_ADDRESS}>; rel="license"`,
    Vary: form.accepts ? 'Accept, Accept-Encoding' : 'Accept-Encoding',
  })
  if (isKnown(req.get('If-None-Match'), tag)) {
    res.status(304).end()
    return
  }
  const body = await (isCostly(form, moment) ? costly(service, build) : build())
  res.set('Content-Type', form.type)
  res.send(body)
}

/** Sends JSON; `build` runs only if the caller does not have the answer already. */
export function answerJson(
  req: Request,
  res: Response,
  service: Service,
  moment: ResolvedMoment,
  build: () => Promise<object>,
) {
  return send(req, res, service, moment, JSON_FORM, async () => JSON.stringify(await build()))
}

/** Sends JSON whatever the caller says that it accepts, to programs that send what their library sends. */
export function answerJsonToAnybody(
  req: Request,
  res: Response,
  service: Service,
  moment: ResolvedMoment,
  build: () => Promise<object>,
) {
  return send(req, res, service, moment, JSON_FOR_ANYBODY, async () => JSON.stringify(await build()))
}

/** Sends a whole list, or a figure, in a form that the address names, such as CSV or PNG. */
export function answerText(
  req: Request,
  res: Response,
  service: Service,
  moment: ResolvedMoment,
  type: string,
  build: () => Promise<string | Buffer>,
) {
  return send(req, res, service, moment, { type, accepts: null, isWhole: true }, build)
}

/** Sends a page. */
export function answerPage(
  req: Request,
  res: Response,
  service: Service,
  moment: ResolvedMoment,
  build: () => Promise<string>,
) {
  return send(req, res, service, moment, HTML_FORM, build)
}

/** Before a built file is sent: it is the same for everybody, of every origin, until there is another build. */
export const fileOfBuild: RequestHandler = (_req, res, next) => {
  res.locals.answered = { moment: null } satisfies Answered
  // Frames of other sites have no origin, and modules are asked for as other origins ask.
  res.set({ 'Access-Control-Allow-Origin': '*', Vary: 'Accept-Encoding' })
  next()
}

/** Sends what is made once, at the start: it is another one only in another build, or under other settings. */
export function answerOfBuild(req: Request, res: Response, type: string, body: string): void {
  parse(Nothing, req.query)
  const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`
  res.locals.answered = { moment: null } satisfies Answered
  res.set({
    ETag: tag,
    'Cache-Control': `public, max-age=${LIVE_SECONDS}, must-revalidate`,
    Vary: 'Accept-Encoding',
  })
  if (isKnown(req.get('If-None-Match'), tag)) {
    res.status(304).end()
    return
  }
  res.set('Content-Type', type)
  res.send(body)
}
