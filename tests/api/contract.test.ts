/** The contract: every answer of the API is what its OpenAPI document says, on the real record. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { OpenApiDocument } from '../../api/contract/open-api.ts'
import {
  EventDetail,
  JurisdictionDetail,
  LedgerView,
  MatrixView,
  OpenQuestionsView,
  RightDetail,
  SourceDetail,
  SourceIndexView,
  StatesView,
  VersionDetail,
} from '../../api/contract/overview-views.ts'
import {
  CommunicationDetail,
  Envelope,
  FamilyDetail,
  listOf,
  MeasureDetail,
  SourceView,
  TimelineAnswer,
} from '../../api/contract/views.ts'
import { LISTS } from '../../api/lists.ts'
import { PLAIN_LISTS } from '../../api/reference/list.ts'
import { readSeed } from '../../seed/load.ts'
import { get, type RunningApp, startApp } from '../support/app.ts'
import { runProgram } from '../support/run-program.ts'
import { openEmbedded } from '../support/stores.ts'

let app: RunningApp
let drop: () => Promise<void>
let document: OpenApiDocument
beforeAll(async () => {
  const opened = await openEmbedded()
  drop = opened.drop
  app = await startApp(opened.store, await readSeed(resolve('seed')))
  document = (await get(`${app.url}/api/openapi.json`)).body
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

async function expectAnswer(path: string, schema: z.ZodType): Promise<void> {
  const { status, body } = await get(app.url + path)
  expect(status, path).toBe(200)
  const read = schema.safeParse(body)
  expect(
    read.success ? [] : read.error.issues.slice(0, 3).map(({ path: at, message }) => `${at.join('.')}: ${message}`),
    path,
  ).toEqual([])
}

describe('answers are what their schemas say', () => {
  test.each(LISTS.map((list) => [list.name, list] as const))(
    '%s, whole and with everything included',
    async (name, list) => {
      const answer = listOf(list.item)
      await expectAnswer(`/api/${name}?limit=200`, answer)
      const include = [...list.includes, 'sources'].join(',')
      await expectAnswer(`/api/${name}?limit=200&include=${include}`, answer.extend({ sources: SourceView.array() }))
    },
  )

  test('each record that stands in a list is answered by itself', async () => {
    const single: Record<string, z.ZodType> = {
      measures: MeasureDetail,
      communications: CommunicationDetail,
      events: EventDetail,
      rights: RightDetail,
      sources: SourceDetail,
      jurisdictions: JurisdictionDetail,
      ...Object.fromEntries(PLAIN_LISTS.map(({ name, item }) => [name, item.extend(Envelope.shape)])),
      families: FamilyDetail,
    }
    for (const [name, schema] of Object.entries(single)) {
      const { body } = await get(`${app.url}/api/${name}?limit=200&fields=slug`)
      for (const { slug } of body.items) await expectAnswer(`/api/${name}/${slug}`, schema)
    }
    await expectAnswer('/api/versions/1', VersionDetail)
  })

  test('the views over many records, whole and chosen', async () => {
    for (const query of ['', '?jurisdiction=KG&reply=none&due=past&sort=-silence', '?asOf=2021-07-15'])
      await expectAnswer(`/api/ledger${query}`, LedgerView)
    for (const query of ['', '?jurisdiction=kg&status=in_force']) await expectAnswer(`/api/matrix${query}`, MatrixView)
    await expectAnswer('/api/questions?jurisdiction=KG', OpenQuestionsView)
    await expectAnswer('/api/rights/association?article=iccpr:22', RightDetail)
    await expectAnswer('/api/states', StatesView)
    await expectAnswer('/api/source-index?page=2', SourceIndexView)
  })

  test('the pages of sources, put together, are all of them, by publisher and the newest first', async () => {
    const read = async (query: string) => (await get(`${app.url}/api/source-index${query}`)).body
    const { pages, total, publishers } = await read('')
    const numbers = Array.from({ length: pages }, (_, i) => i + 1)
    const items: SourceView[] = (await Promise.all(numbers.map((page) => read(`?page=${page}`)))).flatMap(
      (one) => one.items,
    )
    expect(items).toHaveLength(total)
    const sources = (await readSeed(resolve('seed'))).filter(({ record }) => record === 'source')
    expect(new Set(items.map(({ slug }) => slug))).toEqual(new Set(sources.map(({ slug }) => slug)))
    const inOrder = items.toSorted(
      (a, b) =>
        a.publisher.localeCompare(b.publisher) ||
        (b.on?.earliest ?? '').localeCompare(a.on?.earliest ?? '') ||
        (a.slug < b.slug ? -1 : 1),
    )
    expect(items.map(({ slug }) => slug)).toEqual(inOrder.map(({ slug }) => slug))
    const [{ publisher, sources: count }] = publishers
    const own = await read(`?publisher=${encodeURIComponent(publisher)}`)
    expect([own.total, own.items.every((one: SourceView) => one.publisher === publisher)]).toEqual([count, true])
  })

  test('the timeline, whole and chosen', async () => {
    for (const query of [
      '',
      '?right=association&asOf=2021-07-15',
      '?kind=decree&status=returned',
      '?group=right&open=none&compare=2020-01-01',
      '?kind=law&from=2020-01-01',
    ])
      await expectAnswer(`/api/timeline${query}`, TimelineAnswer)
  })
})

describe('the OpenAPI document', () => {
  test('is of 3.1, says each address once, and gives each operation its own name', () => {
    expect(document).toMatchObject({ openapi: '3.1.0' })
    const names = Object.values(document.paths).map(({ get: operation }) => operation.operationId)
    expect(names.length).toBeGreaterThan(40)
    expect(new Set(names).size).toBe(names.length)
    expect(JSON.stringify(document)).not.toContain('"nullable"')
  })

  test('every address that it names is answered, and every reference in it leads somewhere', async () => {
    const filled = (path: string) =>
      path
        .replace('/communications/{slug}', '/communications/al-kgz-2-2021')
        .replace('/measures/{slug}', '/measures/gay-propaganda-bill-2014')
        .replace('{number}', '1')
        .replace('{code}', 'KG')
    /** What cannot be asked for without saying of what. */
    const asked = [
      ['/api/cite', '?of=/'],
      ['/api/questions', '?jurisdiction=KG'],
    ] as const
    for (const path of Object.keys(document.paths)) {
      const list = /^\/api\/([\w-]+)\/\{slug\}(?:\.csv|\.jsonld)?$/.exec(path)?.[1]
      const slug = list && (await get(`${app.url}/api/${list}?limit=1&fields=slug`)).body.items[0].slug
      const { status } = await get(
        app.url +
          filled(path).replace('{slug}', slug ?? '') +
          (asked.find(([start]) => path.startsWith(start))?.[1] ?? ''),
      )
      expect(status, path).toBe(200)
    }
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    )
    expect(references.length).toBeGreaterThan(20)
    expect(references.filter((name) => !(name && name in document.components.schemas))).toEqual([])
  })

  test('the page about it names every list and its filters', async () => {
    const { text } = await get(`${app.url}/api/docs`, { headers: { accept: 'text/html' } })
    for (const { name, filters } of LISTS) {
      expect(text).toContain(`GET /api/${name}`)
      for (const filter of Object.keys(filters)) expect(text).toContain(`<code>${filter}</code>`)
    }
  })
})

test('the generated client compiles strictly and asks for what its user means', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'threatline-client-'))
  try {
    await writeFile(join(folder, 'client.ts'), (await get(`${app.url}/api/client.ts`)).text)
    await writeFile(join(folder, 'package.json'), '{"type":"module"}')
    await writeFile(
      join(folder, 'use.ts'),
      `import { Threatline, ThreatlineError } from './client.ts'
declare const process: { argv: string[] }
const client = new Threatline(process.argv[2] ?? '')
const slugs: string[] = []
for await (const page of client.pages((query) => client.listMeasures({ ...query, limit: 7, fields: ['slug'] })))
  slugs.push(...page.items.flatMap(({ slug }) => slug ?? []))
const measure = await client.getMeasure('foreign-representatives-law-2022-2024', { asOf: '2024-03-20' })
const csv = await client.listSourcesCsv({ slug: ['al-kgz-2-2021'] })
const refused = await client.listMeasures({ asOf: 'never' }).catch((error: unknown) =>
  error instanceof ThreatlineError ? (error.problem?.errors?.[0]?.field ?? '') : 'another error')
console.log(JSON.stringify({ slugs, is: measure.status.is, rows: csv.trim().split('\\r\\n').length, refused }))
`,
    )
    const options =
      '--noEmit --ignoreConfig --strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --target es2022 --module esnext --moduleResolution bundler --allowImportingTsExtensions --lib es2023,dom,dom.iterable'
    const checked = await runProgram(resolve('node_modules/.bin/tsc'), [...options.split(' '), join(folder, 'use.ts')])
    expect(checked).toEqual({ code: 0, output: '' })
    const built = `import('vite').then(({ runnerImport }) => runnerImport(${JSON.stringify(join(folder, 'use.ts'))}, { configFile: false }))`
    const { output } = await runProgram(process.execPath, ['-e', built, app.url, app.url])
    const said = JSON.parse(output.trim().split('\n').at(-1) ?? '')
    expect(said).toMatchObject({ is: 'adopted', rows: 2, refused: 'asOf' })
    expect(said.slugs).toEqual(
      (await get(`${app.url}/api/measures?limit=200`)).body.items.map((item: { slug: string }) => item.slug),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 60_000)
