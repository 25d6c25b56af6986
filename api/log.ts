/** The log: routes and outcomes. It holds no visitor's address and nothing that a visitor wrote. */
import type { Request, Response } from 'express'
import { type DestinationStream, type Logger, pino } from 'pino'

interface DatabaseError extends Error {
  code?: unknown
}

/** Errors of these classes quote the value that did not fit (22: data, 23: constraints), which may be a visitor's. */
const QUOTES_VALUES = /^2[23]/

/**
 * What is written of an error. Drivers hang the statement's parameters and the connection on their errors, so only what is
 * named here is taken.
 */
function writeError(error: DatabaseError) {
  const { name, code, message, stack = '' } = error
  const quotes = QUOTES_VALUES.test(String(code ?? ''))
  const frames = stack.slice(Math.max(0, stack.indexOf('\n    at ')))
  return {
    type: name,
    ...(code === undefined ? {} : { code }),
    message: quotes ? '(withheld)' : message,
    stack: frames,
  }
}

export const createLog = (level: string, stream?: DestinationStream): Logger =>
  pino({ level, base: null, serializers: { err: writeError } }, stream as DestinationStream)

/** The pattern of the route that took a request, such as `/api/measures/:slug`; `none` if none did. */
export const routeOf = (req: Request, res: Response): string =>
  `${res.locals.mount ?? ''}${(req.route as { path?: string } | undefined)?.path ?? ''}` || 'none'
