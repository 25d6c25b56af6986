import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorHandler } from '../../api/error-handler.ts'
import { get } from '../support/app.ts'

let thrown: unknown
const app = express()
app.set('etag', false)
app.get('/api/measures', (_req, res) => {
  res.set('ETag', '"1"')
  throw thrown
})
app.use(errorHandler(pino({ level: 'silent' }), async ({ status }) => `<p>${status}</p>`))
const server = createServer(app)
let url: string
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/measures`
})
afterAll(() => new Promise((done) => server.close(done)))

const withCode = (code: string) => Object.assign(new Error('said by a driver'), { code })

test.each([
  ['53100', 'disk'],
  ['ENOSPC', 'disk'],
  ['53300', 'too much to do'],
  ['57014', 'too much to do'],
  ['40001', 'too much to do'],
  ['57P01', 'does not answer'],
  ['57P03', 'does not answer'],
  ['08006', 'does not answer'],
  ['08001', 'does not answer'],
  ['ECONNREFUSED', 'does not answer'],
  ['ECONNRESET', 'does not answer'],
])('%s is an outage: 503 with when to try again, and no tag that a cache could keep', async (code, says) => {
  thrown = withCode(code)
  const { status, headers, body } = await get(url)
  expect({ status, type: headers.get('content-type') }).toEqual({
    status: 503,
    type: 'application/problem+json; charset=utf-8',
  })
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('etag')).toBeNull()
  expect(body.detail).toContain(says)
  expect(body.detail).not.toContain('driver')
})

test.each(['23505', '42P01', 'ERR_INVALID_ARG_TYPE', 'ENOENT', '40'])('%s is a fault of ours: 500', async (code) => {
  thrown = withCode(code)
  const { status, headers } = await get(url)
  expect(status).toBe(500)
  expect(headers.get('retry-after')).toBeNull()
})
