/** A copy of the site in files as a reader meets it: opened by a double click, from a plain host in a folder, and without script. */

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { expect as expectPage } from 'playwright/test'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { listen } from '../../api/listen.ts'
import { readClientFiles } from '../../api/publish/client-files.ts'
import { publish } from '../../api/publish/publish.ts'
import { openStore, type Store } from '../../db/connect.ts'
import { accept } from '../../db/versions.ts'
import { readSeed } from '../../seed/load.ts'
import { launchBrowser } from '../support/browser.ts'
import { deadLinks, readCopy } from '../support/copied.ts'
import { cards, timeline, untilInteractive } from '../support/first-page.ts'

let folder: string
let store: Store
let browser: Browser
let host: { url: string; close(): Promise<void> }
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threatline-copy-'))
  store = await openStore({ dataDir: join(folder, 'data') })
  const seed = { author: 'seed', message: 'The first record', at: '2026-11-24T00:00:00.000Z' }
  await accept(store, await readSeed(resolve('seed')), seed)
  await publish({
    store,
    client: await readClientFiles(resolve('.'), resolve('dist/client')),
    out: join(folder, 'copy'),
    asOf: '2026-11-24',
    filter: 'jurisdiction=BG',
    sites: { site: null, live: null },
    isReplaced: false,
    progress: () => {},
  })
  host = await startHost(join(folder, 'copy'))
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await host?.close()
  await store?.close()
  await rm(folder, { recursive: true, force: true })
})

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
}
/** As the server's own, in which no script in a page runs. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'"
const UNDER = '/mirrors/threatline/'

/** A host that knows nothing but files, in a folder of its own. */
async function startHost(root: string) {
  const server = createServer(async (req, res) => {
    const { pathname } = new URL(req.url ?? '/', 'http://host')
    const path = pathname.startsWith(UNDER) ? pathname.slice(UNDER.length) : null
    const bytes = path === null ? null : await readFile(join(root, path)).catch(() => null)
    const type = TYPES[path?.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    res.writeHead(bytes ? 200 : 404, { 'Content-Type': type, 'Content-Security-Policy': POLICY }).end(bytes)
  })
  const url = await listen(server, { host: '127.0.0.1', port: 0 })
  return {
    url: url + UNDER,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

const PLACES = [
  { from: 'a folder on the disk', home: () => `${pathToFileURL(join(folder, 'copy')).href}/` },
  { from: 'a plain host, in a folder of it', home: () => host.url },
]

/** What must never happen: an error, or a request beyond the folder. */
const met: string[] = []
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  expect(met.splice(0)).toEqual([])
})

async function open(home: string, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  page.on('pageerror', ({ message }) => met.push(message))
  page.on('console', (said) => {
    if (said.type() === 'error' || said.type() === 'warning') met.push(said.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(home) && !request.url().startsWith('data:')) met.push(request.url())
  })
  page.on('response', (answer) => {
    if (answer.status() >= 400) met.push(`${answer.status()} ${answer.url()}`)
  })
  await page.goto(home + path)
  return page
}

test('every link of the copy of a real State leads to a file and a part of it that is there', async () => {
  expect(deadLinks(await readCopy(join(folder, 'copy')))).toEqual([])
})

describe.each(PLACES)('from $from', ({ home }) => {
  test('the timeline is drawn, walked and asked by keyboard, and its details lead to a measure’s page', async () => {
    const page = await open(home(), 'index.html')
    await untilInteractive(page)
    await expectPage(page.getByText('A copy of version 1 of the record, as of 24 November 2026.')).toBeVisible()
    const first = timeline(page).locator('.items button[tabindex="0"]')
    await first.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expectPage(timeline(page).locator('#details-title')).toBeFocused()
    await timeline(page)
      .getByRole('link', { name: /^All of / })
      .click()
    await expectPage(page).toHaveURL(/\/measures\/[a-z0-9-]+\/index\.html$/)
    await expectPage(page.getByRole('region', { name: 'Status', exact: true })).toBeVisible()
    await page.getByRole('link', { name: 'Threatline', exact: true }).click()
    await expectPage(page).toHaveURL(`${home()}index.html`)
  })

  test('another day is worked out from what is in the page', async () => {
    const page = await open(home(), 'index.html')
    await untilInteractive(page)
    await timeline(page).getByLabel('As of', { exact: true }).first().fill('2024-06-01')
    await expectPage(timeline(page).locator('.tools .counts')).toContainText('1 June 2024')
    await expectPage(timeline(page).locator('.word.flag')).toContainText('1 Jun')
  })

  test('the frame for other pages is interactive too', async () => {
    const page = await open(home(), 'embed/timeline/index.html')
    await untilInteractive(page)
  })

  test('without script the drawing and the list stand', async () => {
    const page = await open(home(), 'index.html', { javaScriptEnabled: false })
    await expectPage(page.locator('figure.drawing svg')).toBeVisible()
    expect(await cards(page).count()).toBeGreaterThan(3)
    await page.locator('figure.drawing svg a text').first().click()
    await expectPage(page.getByRole('region', { name: 'Status', exact: true })).toBeVisible()
  })
})
