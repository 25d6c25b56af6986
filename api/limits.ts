/** How much a stranger may ask for: of the address, of headers, of bodies, of time, of connections. */
import { type Server, type ServerOptions, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RequestHandler } from 'express'
import { addressTooLong, bodyRefused } from './problem.ts'

/** Of path and query together, in bytes. */
export const LONGEST_ADDRESS = 4096

/** Of the request line and all headers together, in bytes. More than an address, so that a long address gets its own answer. */
const LARGEST_HEAD = 16_384
const MOST_HEADERS = 64
const MOST_CONNECTIONS = 4096
/** A reader that takes nothing of its answer for so long is let go, in milliseconds. */
const SILENT_MS = 60_000

/**
 * The longest that a client may take, in milliseconds: for the headers, for the whole request, and between two requests on a
 * connection. The last is longer than the usual minute of a balancer in front, which must be the first to let go.
 */
export const SERVER_OPTIONS: ServerOptions = {
  maxHeaderSize: LARGEST_HEAD,
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1000,
}

/**
 * Lets go of a reader that does not take its answer; any progress gives it its time anew, and the next request ends it. Only where
 * something is left unsent: a clock on every connection costs more than a cached answer is worth.
 */
export function mindSlowReader({ socket }: ServerResponse, silentMs = SILENT_MS): void {
  if (socket && socket.writableLength > 0) socket.setTimeout(silentMs)
}

/** Refuses what is too long, and bodies where there is nothing to write. */
export const refuseExcess: RequestHandler = (req, res, next) => {
  if (res.socket) res.setTimeout(SILENT_MS)
  if (req.originalUrl.length > LONGEST_ADDRESS) throw addressTooLong(LONGEST_ADDRESS)
  const { 'content-length': length, 'transfer-encoding': transfer } = req.headers
  const hasBody = transfer !== undefined || (length !== undefined && length !== '0')
  if (hasBody && ['GET', 'HEAD', 'OPTIONS'].includes(req.method)) throw bodyRefused(req.method)
  next()
}

interface ParserError extends NodeJS.ErrnoException {
  rawPacket?: Buffer
}

/** Which status a request deserves that the parser could not take, and what to say. */
function faultOf({ code, rawPacket }: ParserError): { status: number; name: string; detail: string } {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return { status: 408, name: 'too-slow', detail: 'The request did not arrive in time.' }
  if (code !== 'HPE_HEADER_OVERFLOW')
    return { status: 400, name: 'bad-request', detail: 'This is not a request by HTTP/1.1.' }
  const line = rawPacket?.subarray(0, LONGEST_ADDRESS + 16)
  const isLongLine = line && /^[A-Z]+ /.test(line.toString('latin1', 0, 10)) && !line.includes('\n')
  return isLongLine
    ? { status: 414, name: 'address-too-long', detail: `An address here has at most ${LONGEST_ADDRESS} bytes.` }
    : { status: 431, name: 'headers-too-large', detail: `The headers have at most ${LARGEST_HEAD} bytes.` }
}

/** What an answer says about itself where the application has no part in it. */
export const problemHead = {
  'Content-Type': 'application/problem+json; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'",
  'Referrer-Policy': 'no-referrer',
} as const

/** Answers what never became a request, in the form of all other errors, and closes the connection. */
function refuse(error: ParserError, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, name, detail } = faultOf(error)
  const title = STATUS_CODES[status] ?? ''
  const body = JSON.stringify({ type: `/problems/${name}`, title, status, detail })
  const headers = { ...problemHead, 'Content-Length': Buffer.byteLength(body), Connection: 'close' }
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} ${title}\r\n${head.join('')}\r\n${body}`)
}

/** Sets the limits that are no options of the constructor. */
export function limit(server: Server): void {
  server.maxHeadersCount = MOST_HEADERS
  server.maxConnections = MOST_CONNECTIONS
  server.on('clientError', refuse)
}
