/** The one address of the site that takes something from visitors: a message to the editors. */
import express, { type Request, type RequestHandler, Router } from 'express'
import type { Writable } from '../../db/journalled.ts'
import { saveMessage } from '../../db/messages.ts'
import type { CorrectForm } from '../../web/pages/correct-page.ts'
import { parse } from '../parse.ts'
import { notFound, otherSite, tooManyMessages } from '../problem.ts'
import type { Service } from '../service.ts'
import { MessageLimit } from './limit.ts'
import { CorrectRequest, MessageRequest } from './request.ts'

/** Bytes of a form with a message of full length in a script of four bytes a sign, each written as %XX. */
const LARGEST_FORM = '64kb'

export interface MessagePages {
  form(form: CorrectForm, req: Request): Promise<string>
  received(number: string, req: Request): Promise<string>
}

/**
 * Whether the form was sent from a page of this site. Browsers say so in Sec-Fetch-Site; those that do not, in Origin, which the
 * form's page lets them send (its own Referrer-Policy).
 */
export function isFromHere(req: Pick<Request, 'get'>): boolean {
  const site = req.get('Sec-Fetch-Site')
  if (site !== undefined) return site === 'same-origin'
  const origin = req.get('Origin')
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === req.get('Host')
}

const keepsOrigin: RequestHandler = (_req, res, next) => {
  res.set({ 'Referrer-Policy': 'same-origin', 'Cache-Control': 'no-store' })
  next()
}

export function messageRoutes({ now, dataset }: Service, store: Writable, pages: MessagePages): Router {
  const routes = Router({ caseSensitive: true })
  const limit = new MessageLimit()

  routes.get('/correct', keepsOrigin, async (req, res) => {
    const { about = '' } = parse(CorrectRequest, req.query)
    res.type('html').send(await pages.form({ wish: 'correct', about, says: '', errors: {} }, req))
  })

  routes.post(
    '/correct',
    keepsOrigin,
    (req, _res, next) => next(isFromHere(req) ? undefined : otherSite()),
    express.urlencoded({ extended: false, limit: LARGEST_FORM, parameterLimit: 8 }),
    async (req, res) => {
      const sent = (req.body ?? {}) as Record<string, unknown>
      const read = MessageRequest.safeParse(sent)
      if (!read.success) {
        const errors = Object.fromEntries(
          read.error.issues.map(({ path, message }) => [String(path[0] ?? 'says'), message]),
        )
        const form = { wish: said(sent.wish), about: said(sent.about), says: said(sent.says), errors }
        res
          .status(400)
          .type('html')
          .send(await pages.form(form, req))
        return
      }
      const { website, ...message } = read.data
      const at = now().getTime()
      if (!limit.allows(req.ip ?? '', at)) throw tooManyMessages(limit.secondsLeft(at))
      // A program that filled the trap is told nothing that it could learn from.
      const number = website ? 'none' : await saveMessage(store, { on: dataset.today(), ...message })
      res.redirect(303, `/correct/received/${number}`)
    },
  )

  routes.get('/correct/received/:number', keepsOrigin, async (req, res) => {
    const { number } = req.params
    if (typeof number !== 'string' || !/^[a-z0-9]{4,10}$/.test(number)) throw notFound('message', String(number))
    res.type('html').send(await pages.received(number, req))
  })

  return routes
}

/** What was sent in a field, to be shown again to who sent it. */
const said = (value: unknown): string => (typeof value === 'string' ? value : '')
