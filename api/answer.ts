/** How an answer goes out: ETag and lifetime by section 7 of the design, 304 before any work, then the body. */
import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import { notAcceptable } from './problem.ts'
import type { ResolvedMoment, Service } from './service.ts'

/** Longest life of an answer that a new version or a new day can change, in seconds. */
const LIVE_SECONDS = 300
/** Life of an answer whose version and day are both fixed, in seconds; not for ever, because an erasure must reach caches. */
const PINNED_SECONDS = 86_400
/** Part of every ETag; rises when something is erased from all versions. */
const ERASE_EPOCH = 0

/** Path and query in one spelling: parameters sorted, so that the same question has the same key. */
export function canonicalUrl(req: Request): string {
  const query = new URLSearchParams(req.query as Record<string, string>)
  query.sort()
  const text = query.toString()
  return text ? `${req.baseUrl}${req.path}?${text}` : `${req.baseUrl}${req.path}`
}

function secondsToMidnight(now: Date): number {
  return 86_400 - ((now.getUTCHours() * 60 + now.getUTCMinutes()) * 60 + now.getUTCSeconds())
}

/** Whether the caller has the answer already (RFC 9110, 13.1.2: tags are compared weakly). */
function isKnown(req: Request, tag: string): boolean {
  const known = req.get('If-None-Match') ?? ''
  return known.split(',').some((other) => other.trim().replace(/^W\//, '') === tag)
}

interface Form {
  type: string
  /** Content negotiation: what the caller must accept; null where the address itself names the form. */
  accepts: 'json' | 'html' | null
}

const JSON_FORM: Form = { type: 'application/json; charset=utf-8', accepts: 'json' }
const HTML_FORM: Form = { type: 'text/html; charset=utf-8', accepts: 'html' }

async function send(
  req: Request,
  res: Response,
  service: Service,
  moment: ResolvedMoment,
  form: Form,
  build: () => Promise<string>,
) {
  if (form.accepts && !req.accepts(form.accepts)) throw notAcceptable(form.type)
  const url = canonicalUrl(req)
  const key = createHash('sha256').update(`${service.build} ${form.accepts} ${url}`).digest('base64url').slice(0, 16)
  const { version, asOf, pinned } = moment
  const life = pinned.version && pinned.asOf ? PINNED_SECONDS : Math.min(LIVE_SECONDS, secondsToMidnight(service.now()))
  const tag = `"${version}.${asOf}.${ERASE_EPOCH}.${key}"`
  res.set({
    ETag: tag,
    'Cache-Control': `public, max-age=${life}, must-revalidate`,
    'Content-Type': form.type,
    ...(form.accepts ? { Vary: 'Accept' } : {}),
  })
  if (isKnown(req, tag)) {
    res.status(304).end()
    return
  }
  res.send(await build())
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

/** Sends a form that the address names, such as CSV. */
export function answerText(
  req: Request,
  res: Response,
  service: Service,
  moment: ResolvedMoment,
  type: string,
  build: () => Promise<string>,
) {
  return send(req, res, service, moment, { type, accepts: null }, build)
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
