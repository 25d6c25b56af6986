import { Router } from 'express'
import { z } from 'zod'
import { listVersions } from '../../db/queries/records.ts'
import { answerJson } from '../answer.ts'
import type { VersionView } from '../contract/views.ts'
import { cut, DEFAULT_LIMIT, readCursor } from '../paging.ts'
import { PageRequest, parse } from '../parse.ts'
import { notFound } from '../problem.ts'
import { envelope, resolveMoment, type Service } from '../service.ts'

type VersionRow = Awaited<ReturnType<typeof listVersions>>[number]

function presentVersion({
  number,
  at,
  author,
  message,
  rules_edition,
  added,
  changed,
  retracted,
}: VersionRow): VersionView {
  return {
    number,
    at: new Date(at).toISOString(),
    author,
    message,
    rulesEdition: rules_edition,
    counts: { added, changed, retracted },
  }
}

/** The list of versions is the correction log, newest first. */
export function versionRoutes(service: Service): Router {
  const routes = Router()

  routes.get('/', async (req, res) => {
    const { limit = DEFAULT_LIMIT, cursor: text } = parse(z.strictObject(PageRequest), req.query)
    const cursor = text === undefined ? null : readCursor(text)
    const moment = await resolveMoment(service, { version: cursor?.version })
    await answerJson(req, res, service, moment, async () => {
      const before = cursor ? Number(cursor.after) : moment.version + 1
      const rows = await listVersions(service.db, { before, limit: limit + 1 })
      const { page, next } = cut(rows, limit, moment.version, (row) => String(row.number))
      return { items: page.map(presentVersion), next, ...envelope(moment) }
    })
  })

  routes.get('/:number', async (req, res) => {
    parse(z.strictObject({}), req.query)
    const moment = await resolveMoment(service, {})
    await answerJson(req, res, service, moment, async () => {
      const number = /^\d{1,9}$/.test(req.params.number) ? Number(req.params.number) : 0
      const [row] = await listVersions(service.db, { before: number + 1, limit: 1 })
      if (row?.number !== number) throw notFound('version', req.params.number)
      return { ...presentVersion(row), ...envelope(moment) }
    })
  })

  return routes
}
