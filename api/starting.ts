/** What is answered while the record is being loaded: that it is, and when to ask again. */
import type { RequestListener } from 'node:http'
import { problemHead } from './limits.ts'
import { starting } from './problem.ts'

/** Comes back by itself, for who opened the site a moment too early. */
const PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Threatline is starting</title><p>Threatline is loading the record. This page will come back by itself.</html>\n'

export const notReady: RequestListener = ({ url = '/', headers }, res) => {
  const problem = starting()
  const path = url.replace(/\?.*/, '')
  const isPage = !path.startsWith('/api') && /\btext\/html\b/.test(headers.accept ?? '')
  const { 'Content-Type': type, ...head } = problemHead
  res.writeHead(problem.status, {
    ...head,
    ...problem.headers,
    'Content-Type': isPage ? 'text/html; charset=utf-8' : type,
    ...(path.startsWith('/api') ? { 'Access-Control-Allow-Origin': '*' } : {}),
  })
  res.end(isPage ? PAGE : JSON.stringify(problem.toProblem(path)))
}
