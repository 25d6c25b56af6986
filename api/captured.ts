/**
 * An answer of the application that goes to nobody yet: made for a request that carries no more than the address and what
 * the answer may depend on. So no visitor's headers or address can get into an answer that others are given.
 */
import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

export interface Captured {
  status: number
  /** Name, value, name, value, as they go on the wire. */
  headers: string[]
  body: Buffer
  locals: Record<string, unknown>
}

/** The one header that decides the form, and the one that makes an answer short. */
export interface Asking {
  accept: string | undefined
  ifNoneMatch: string | undefined
}

const captured = new WeakSet<IncomingMessage>()

/** Whether a request was made here, and not by a visitor. */
export const isCaptured = (req: IncomingMessage): boolean => captured.has(req)

function requestFor(url: string, { accept, ifNoneMatch }: Asking): IncomingMessage {
  const req = new IncomingMessage(new Socket())
  req.method = 'GET'
  req.url = url
  req.headers = {
    ...(accept === undefined ? {} : { accept }),
    ...(ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch }),
  }
  req.httpVersion = '1.1'
  req.push(null)
  captured.add(req)
  return req
}

/** Has the application answer a GET. Rejects if the answer is broken off. */
export function capture(app: RequestListener, url: string, asking: Asking): Promise<Captured> {
  const req = requestFor(url, asking)
  const res = new ServerResponse(req)
  const chunks: Buffer[] = []
  const take = (chunk: unknown, encoding: unknown) => {
    if (chunk === undefined || chunk === null || typeof chunk === 'function') return
    chunks.push(
      typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
        : Buffer.from(chunk as Uint8Array),
    )
  }
  return new Promise((done, fail) => {
    // On the object itself, because Express puts a prototype of its own under it. Headers that are given with the status are
    // kept where the others are.
    res.writeHead = (status: number, ...rest: unknown[]) => {
      const given = rest.findLast((value) => typeof value === 'object')
      for (const [name, value] of pairsOf(given)) res.setHeader(name, value)
      return ServerResponse.prototype.writeHead.call(res, status)
    }
    res.write = (chunk: unknown, encoding?: unknown, called?: unknown) => {
      if (!res.headersSent) res.writeHead(res.statusCode)
      take(chunk, encoding)
      const callback = [encoding, called].find((value) => typeof value === 'function') as (() => void) | undefined
      if (callback) process.nextTick(callback)
      return true
    }
    res.end = (chunk?: unknown, encoding?: unknown) => {
      if (res.writableEnded) return res
      if (!res.headersSent) res.writeHead(res.statusCode)
      take(chunk, encoding)
      Object.assign(res, { finished: true })
      res.emit('finish')
      res.emit('close')
      done({
        status: res.statusCode,
        headers: headersOf(res),
        body: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks),
        locals: (res as { locals?: Record<string, unknown> }).locals ?? {},
      })
      return res
    }
    res.destroy = (error?: Error) => {
      fail(error ?? new Error('The answer was broken off.'))
      return res
    }
    app(req, res)
  })
}

/** Headers as `writeHead` takes them: an object, or a flat list of names and values. */
function pairsOf(given: unknown): [string, string | string[]][] {
  if (!Array.isArray(given)) return Object.entries(given ?? {})
  return given.flatMap((name, i) => (i % 2 ? [] : [[name, given[i + 1]] as [string, string]]))
}

/** With the names as they were written; Node has this for every outgoing message, its types only for requests. */
function headersOf(res: ServerResponse & { getRawHeaderNames?(): string[] }): string[] {
  const names = res.getRawHeaderNames?.() ?? res.getHeaderNames()
  return names.flatMap((name) => [res.getHeader(name) ?? []].flat().flatMap((value) => [name, String(value)]))
}
