/** What can go wrong for a caller, as RFC 9457 problems. A short function per situation; error-handler.ts alone answers. */
import type { Outage } from '../db/outage.ts'
import type { Problem } from './contract/views.ts'

export interface FieldError {
  field: string
  message: string
  remedy: string
}

export class ApiError extends Error {
  override name = 'ApiError'
  constructor(
    readonly status: number,
    /** Stable, for programs: the last part of the problem's `type`. */
    readonly code: string,
    readonly title: string,
    detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail)
  }

  toProblem(instance: string): Problem {
    return {
      type: `/problems/${this.code}`,
      title: this.title,
      status: this.status,
      detail: this.message,
      instance,
      ...(this.errors.length ? { errors: [...this.errors] } : {}),
    }
  }
}

export const badRequest = (errors: readonly FieldError[]) =>
  new ApiError(
    400,
    'bad-request',
    'The request cannot be read',
    errors.map(({ field, message, remedy }) => `${field}: ${message} ${remedy}`).join(' '),
    errors,
  )

/** A choice of measures that is more than one answer holds: a page may offer ways to narrow it, the API says how. */
export class TooManyMeasures extends ApiError {
  constructor(
    readonly most: number,
    remedy: string,
  ) {
    const { status, code, title, message, errors } = badRequest([
      {
        field: 'jurisdiction',
        message: `is not narrow enough: more than ${most} measures would be shown.`,
        remedy,
      },
    ])
    super(status, code, title, message, errors)
  }
}

/** For pages that then ask for a narrower choice. */
export function unlessTooMany(error: unknown): TooManyMeasures {
  if (error instanceof TooManyMeasures) return error
  throw error
}

/** `name` is the list's in the API. */
export const tooManyForOneFile = (most: number, name: string) =>
  badRequest([
    {
      field: 'jurisdiction',
      message: `is not narrow enough: more than ${most} would be in one file.`,
      remedy: `Choose a State, or read /api/${name} by pages.`,
    },
  ])

export const notFound = (what: string, slug: string) =>
  new ApiError(404, 'not-found', `No such ${what}`, `There is no ${what} "${slug}" in this version of the record.`)

export const noSuchAddress = (path: string) =>
  new ApiError(404, 'no-such-address', 'No such address', `Nothing is at ${path}.`)

export const methodNotAllowed = (method: string) =>
  new ApiError(
    405,
    'method-not-allowed',
    'This address is for reading',
    `${method} is not possible here; use GET.`,
    [],
    { Allow: 'GET, HEAD, OPTIONS' },
  )

/** The store cannot answer at the moment, through nobody's fault who asks. */
export const unavailable = (outage: Outage) => {
  const { says, seconds } = OUTAGES[outage]
  return new ApiError(503, 'unavailable', 'The record cannot be read at the moment', says, [], {
    'Retry-After': String(seconds),
  })
}

const OUTAGES: Readonly<Record<Outage, { says: string; seconds: number }>> = {
  unreachable: { says: 'The database does not answer. Try again in a few seconds.', seconds: 5 },
  full: { says: 'The disk is full. Try again in a minute.', seconds: 60 },
  busy: { says: 'The database has too much to do. Try again in a few seconds.', seconds: 5 },
}

export const starting = () =>
  new ApiError(
    503,
    'starting',
    'Threatline is starting',
    'The record is being loaded. Try again in a few seconds.',
    [],
    { 'Retry-After': '2' },
  )

export const otherSite = () =>
  new ApiError(
    403,
    'other-site',
    'Not sent from this site',
    'A message is taken only from the form on this site. Open /correct here and send it again.',
  )

export const tooManyMessages = (seconds: number) =>
  new ApiError(
    429,
    'too-many-messages',
    'Too many messages at once',
    `Several messages have just come. Keep your text and send it again in ${Math.ceil(seconds / 60)} minutes.`,
    [],
    { 'Retry-After': String(seconds) },
  )

export const notAcceptable = (offered: string) =>
  new ApiError(406, 'not-acceptable', 'Not available in that form', `This address answers with ${offered}.`)

export const busy = (retryAfter: number) =>
  new ApiError(
    503,
    'busy',
    'Too much at once',
    `Answers as costly as this one are made a few at a time, and too many are waiting. Ask again in ${retryAfter} seconds.`,
    [],
    { 'Retry-After': String(retryAfter) },
  )

export const addressTooLong = (longest: number) =>
  new ApiError(414, 'address-too-long', 'The address is too long', `An address here has at most ${longest} bytes.`)

/** The connection is closed after the answer, so that what was sent with the request is never read as another one. */
export const bodyRefused = (method: string) =>
  new ApiError(
    400,
    'body-refused',
    'A reading request has no body',
    `${method} was sent with a body; send it without.`,
    [],
    { Connection: 'close' },
  )
