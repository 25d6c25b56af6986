import type { NextFunction, Request, Response } from 'express'
import type { Logger } from 'pino'
import { outageOf } from '../db/outage.ts'
import type { Problem } from './contract/views.ts'
import { routeOf } from './log.ts'
import { ApiError, unavailable } from './problem.ts'

/** Errors that Express and its parsers raise themselves carry a status; a malformed address is one of them. */
function statusOf(error: unknown): number | null {
  const status = (error as { status?: unknown } | null)?.status
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null
}

/** An outage of the store as what a caller should hear of it; everything else as it is. */
function asApiError(error: unknown): unknown {
  const outage = outageOf(error)
  return outage ? unavailable(outage) : error
}

function problemOf(error: unknown, instance: string): Problem {
  if (error instanceof ApiError) return error.toProblem(instance)
  const status = statusOf(error)
  if (status)
    return {
      type: '/problems/bad-request',
      title: 'The request cannot be read',
      status,
      detail: 'The address or the headers are malformed.',
      instance,
    }
  return {
    type: '/problems/internal',
    title: 'Something went wrong here',
    status: 500,
    detail: 'The request was fine as far as is known; the fault is on this side and has been logged.',
    instance,
  }
}

/** Alone turns errors into responses: problem+json for programs, a page for people. The unexpected is logged whole, answered plainly. */
export function errorHandler(log: Logger, page: (problem: Problem, req: Request) => Promise<string>) {
  return async (error: unknown, req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) {
      next(error)
      return
    }
    const known = asApiError(error)
    const problem = problemOf(known, req.path)
    if (problem.status >= 500) log.error({ err: error, route: routeOf(req, res) }, 'request failed')
    const headers = known instanceof ApiError ? known.headers : {}
    res
      .status(problem.status)
      .set({ ...headers, 'Cache-Control': 'no-store', Vary: 'Accept' })
      .removeHeader('ETag')
    const isForPrograms = req.path.startsWith('/api') || req.baseUrl.startsWith('/api') || req.path === '/oembed'
    const wantsPage = !isForPrograms && req.accepts(['html', 'json']) === 'html'
    if (wantsPage) res.type('text/html; charset=utf-8').send(await page(problem, req))
    else res.type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
  }
}
