/** The site as files: every link leads to a file, the same record gives the same bytes, and nothing is half there. */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ApiError } from '../../api/problem.ts'
import type { ClientFiles } from '../../api/publish/client-files.ts'
import { FolderRefused } from '../../api/publish/folder.ts'
import { type Publishing, publish } from '../../api/publish/publish.ts'
import type { Store } from '../../db/connect.ts'
import { accept } from '../../db/versions.ts'
import { TODAY } from '../support/app.ts'
import {
  buildEvent,
  buildFamily,
  buildImpact,
  buildLetter,
  buildMeasure,
  buildSource,
  buildStep,
  cites,
  ground,
} from '../support/build.ts'
import { deadLinks, readCopy, readPage } from '../support/copied.ts'
import { openEmbedded } from '../support/stores.ts'

const SECRET = 'A page about people who must not be found'

let store: Store
let drop: () => Promise<void>
let folder: string
/** Made before the second version came. */
let before: Map<string, Buffer>
beforeAll(async () => {
  ;({ store, drop } = await openEmbedded())
  folder = await mkdtemp(join(tmpdir(), 'threatline-publish-'))
  const expression = { impacts: [buildImpact('expression')] }
  await accept(
    store,
    [
      ...ground(),
      { record: 'jurisdiction', slug: 'yy', code: 'YY', name: { en: 'Otherland' }, law_making: [] },
      ...Array.from({ length: 105 }, (_, i) => buildSource({ slug: `notice-${i}`, publisher: `Publisher ${i}` })),
      buildSource({ slug: 'withheld', address: null, address_withheld: true, title: SECRET }),
      buildMeasure({
        ...expression,
        short_title: { en: 'Bill </script><b> & “more”' },
        steps: [
          buildStep('introduced', '2020-01-15', { cites: cites('withheld') }),
          buildStep('in_force', '2030-01-01', { planned: true }),
        ],
      }),
      buildMeasure({ slug: 'quiet-bill', title: { en: 'A quiet bill' } }),
      buildMeasure({ slug: 'gone-bill', title: { en: 'A mistaken bill' } }),
      buildMeasure({ ...expression, slug: 'other-bill', jurisdiction: 'yy', title: { en: 'Another bill' } }),
      buildLetter({ about: [{ measure: 'example-bill', cites: cites() }] }),
      buildLetter({ slug: 'al-yyy-1-2020', reference: 'AL YYY 1/2020', jurisdiction: 'yy', about: [] }),
      buildEvent({ measures: ['example-bill'] }),
      buildFamily(['example-bill', 'other-bill']),
    ],
    { author: 'Asel', message: 'The first record', at: '2026-11-01T00:00:00.000Z' },
  )
  before = await copied('before', { asOf: '2026-11-01', sites: COPIES.both })
  await accept(
    store,
    [buildMeasure({ slug: 'quiet-bill', kind: 'law', title: { en: 'A quiet bill' } })],
    { author: 'Asel', message: 'It is a law', at: '2026-11-02T00:00:00.000Z' },
    { retract: [{ record: 'measure', slug: 'gone-bill' }] },
  )
}, 120_000)
afterAll(async () => {
  await drop?.()
  await rm(folder, { recursive: true, force: true })
})

const client: ClientFiles = {
  assets: {
    scripts: ['/assets/main.js'],
    preloads: ['/assets/shared.js'],
    workspace: { scripts: ['/assets/workspace.js'], css: ['/assets/workspace.css'] },
    css: ['/assets/main.css'],
    embed: { css: ['/embed/threat-line.css'], timeline: ['/embed/threat-line.js'], card: ['/embed/card.js'] },
  },
  files: new Map(
    ['assets/main.css', 'assets/threatline.js', 'embed/threat-line.css', 'embed/threat-line.js', 'embed/resize.js'].map(
      (path) => [path, Buffer.from(`/* ${path} */`)],
    ),
  ),
}

const to = (name: string, more: Partial<Publishing> = {}): Publishing => ({
  store,
  client,
  out: join(folder, name),
  asOf: TODAY,
  filter: '',
  sites: { site: null, live: null },
  isReplaced: false,
  progress: () => {},
  ...more,
})

const copied = async (name: string, more: Partial<Publishing> = {}) => {
  await publish(to(name, more))
  return readCopy(join(folder, name))
}

/** A choice that is soon copied. */
const FEW = 'jurisdiction=YY'
const SITE = 'https://copy.example/laws'
const LIVE = 'https://threatline.example'

/** Copies of the whole record that several tests read. */
const COPIES = {
  alone: { site: null, live: null },
  published: { site: SITE, live: null },
  both: { site: SITE, live: LIVE },
}
const made = new Map<string, Promise<Map<string, Buffer>>>()
function wholeCopy(name: keyof typeof COPIES): Promise<Map<string, Buffer>> {
  const copy = made.get(name) ?? copied(name, { sites: COPIES[name] })
  made.set(name, copy)
  return copy
}

/** As it is meant: without what XML puts in place of signs, and the breaks of a calendar's lines. */
const textOf = (path: string, bytes: Buffer): string =>
  path.endsWith('.ics') ? bytes.toString().replaceAll('\r\n ', '') : bytes.toString().replaceAll('&amp;', '&')

/** Addresses of the copy, wherever in a text they stand. */
const addressesIn = (text: string): string[] =>
  [...text.matchAll(/https:\/\/copy\.example\/laws[^\s"'<>\\|;,)]*/g)].map(([found]) => found)

describe('links', () => {
  test.each(['alone', 'published', 'both'] as const)(
    'each leads to a file and a part of it that is there, in the copy that is %s',
    async (name) => {
      const sites = COPIES[name]
      const files = await wholeCopy(name)
      expect(deadLinks(files)).toEqual([])
      // Nothing of the way it was made, nor of this machine.
      const all = Buffer.concat([...files.values()]).toString()
      for (const trace of ['threatline.invalid', '127.0.0.1', folder, tmpdir()]) expect(all).not.toContain(trace)
      for (const [path, bytes] of files) {
        if (!path.endsWith('.html')) continue
        const { links, elements } = readPage(path, bytes.toString())
        const outside = links.filter(({ href }) => href.startsWith('http')).map(({ href }) => new URL(href).origin)
        const known = [
          'https://creativecommons.org',
          'https://gazette.example',
          sites.live,
          sites.site && new URL(SITE).origin,
        ]
        expect(
          outside.filter((origin) => !known.includes(origin)),
          path,
        ).toEqual([])
        expect(elements.has('form') && !sites.live, path).toBe(false)
      }
      if (!sites.site) return
      for (const [path, bytes] of files)
        for (const address of path.endsWith('.png') ? [] : addressesIn(textOf(path, bytes))) {
          const target = address.slice(SITE.length + 1).replace(/[?#].*$/, '')
          const file = target === '' || target.endsWith('/') ? `${target}index.html` : target
          // A calendar is read by the folder's address without its slash.
          expect(files.has(file) || files.has(`${file}/index.html`), `${path}: ${address}`).toBe(true)
        }
    },
    60_000,
  )

  test('the pages of long lists, of States, rights, versions and records are all there', async () => {
    const files = [...(await wholeCopy('alone')).keys()]
    expect(files).toEqual(
      expect.arrayContaining([
        'index.html',
        'jurisdiction/xx/index.html',
        'right/expression/index.html',
        'letters/index.html',
        'letters/jurisdiction/yy/index.html',
        'sources/page/2/index.html',
        'sources/notice-104/index.html',
        'versions/1/index.html',
        'versions/2/index.html',
        'measures/other-bill/index.html',
        'families/example-family/index.html',
        'embed/measure/example-bill/index.html',
        'embed/timeline/index.html',
        'api/timeline/family/example-family.svg',
        'api/timeline/jurisdiction/xx.png',
        'api/timeline.timelinejs.json',
        'api/measures.json',
        'api/measures.csv',
        'api/measures.steps.csv',
        'api/measures/example-bill.json',
        'dossier.json',
        'README.txt',
      ]),
    )
    expect(files.filter((file) => /gone-bill|robots|sitemap|atom|ics|feed/.test(file))).toEqual([])
  })

  test('what a reader can do only with a server is left out, or leads to one', async () => {
    const alone = (await wholeCopy('alone')).get('index.html')?.toString() ?? ''
    expect(alone).not.toMatch(/<form|Cite this page|Correct or remove|canonical|oembed/)
    const led = (await wholeCopy('both')).get('index.html')?.toString() ?? ''
    const links = readPage('index.html', led).links.map(({ href }) => href)
    expect(links).toContain(`${LIVE}/cite?of=%2F%3Fversion%3D2%26asOf%3D${TODAY}`)
    expect(led).toContain(`action="${LIVE}/"`)
  })
})

describe('pages', () => {
  test('a page says of which day and version it is, and is what the server makes', async () => {
    const files = await wholeCopy('alone')
    for (const [path, bytes] of files)
      if (path.endsWith('.html') && !path.startsWith('embed/'))
        expect(bytes.toString(), path).toContain('A copy of version 2 of the record, as of 24 November 2026.')
    expect(files.get('embed/measure/example-bill/index.html')?.toString()).toContain('As of 24 November 2026')
  })

  test('no script stands in a page, and its data ends no script', async () => {
    for (const [path, bytes] of await wholeCopy('alone')) {
      if (!path.endsWith('.html')) continue
      const text = bytes.toString()
      for (const [, attributes = '', body = ''] of text.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)) {
        if (attributes.includes('src=')) expect([attributes.includes('module'), body], path).toEqual([false, ''])
        else {
          expect(attributes, path).toBe(' type="application/json"')
          expect(JSON.parse(body), path).toMatchObject({ version: 2, asOf: TODAY, today: null })
        }
      }
    }
  })

  test('an address that is withheld stays so', async () => {
    const files = await wholeCopy('alone')
    const csv: Record<string, string>[] = parseCsv(files.get('api/sources.csv') ?? '', { columns: true })
    expect(csv.find(({ title }) => title === SECRET)?.address).toBe('[address withheld]')
    expect(files.get('sources/withheld/index.html')?.toString()).toContain('withheld')
  })
})

describe('what is followed at an address', () => {
  test('feeds have entries of their own, each leading to a page; the site map names every page', async () => {
    const files = await wholeCopy('published')
    const xml = new XMLParser({ ignoreAttributes: false, isArray: (name) => ['entry', 'url'].includes(name) })
    const { feed } = xml.parse(files.get('api/measures.atom')?.toString() ?? '') as {
      feed: { id: string; entry: { id: string; link: { '@_href': string } }[] }
    }
    expect(feed.id).toBe(`${SITE}/api/measures.atom`)
    const ids = feed.entry.map(({ id }) => id)
    expect(new Set(ids).size).toBe(6)
    expect(ids).toContain(`${SITE}/measures/quiet-bill/#changed`)
    expect(feed.entry.map(({ link }) => link['@_href'])).toContain(`${SITE}/measures/quiet-bill/?version=1`)
    expect(files.get('api/measures.ics')?.toString()).toContain(`${SITE}/measures/example-bill`)
    const { urlset } = xml.parse(files.get('sitemap.xml')?.toString() ?? '') as { urlset: { url: { loc: string }[] } }
    const pages = [...files.keys()].filter((path) => path.endsWith('index.html') && !path.startsWith('embed/'))
    expect(urlset.url.map(({ loc }) => loc).sort()).toEqual(
      pages.map((path) => `${SITE}/${path.replace(/index\.html$/, '')}`).sort(),
    )
    expect(files.get('robots.txt')?.toString()).toContain(`Sitemap: ${SITE}/sitemap.xml`)
    expect(files.get('measures/quiet-bill/index.html')?.toString()).toContain(
      `<link rel="canonical" href="${SITE}/measures/quiet-bill/">`,
    )
  })
})

describe('the same record', () => {
  test('gives the same bytes at another time, in another time zone and in another folder', async () => {
    const first = await wholeCopy('both')
    const zone = process.env.TZ
    process.env.TZ = 'Pacific/Kiritimati'
    try {
      const again = await copied('elsewhere/again', { sites: COPIES.both })
      expect([...again.keys()]).toEqual([...first.keys()])
      for (const [path, bytes] of again) expect(bytes.equals(first.get(path) ?? Buffer.of()), path).toBe(true)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  test('an older version and day are copied as they were, after what came later', async () => {
    const files = await copied('older', { version: 1, asOf: '2026-11-01', sites: COPIES.both })
    expect([...files.keys()]).toEqual([...before.keys()])
    for (const [path, bytes] of files) expect(bytes.equals(before.get(path) ?? Buffer.of()), path).toBe(true)
    const measures = JSON.parse(files.get('api/measures.json')?.toString() ?? '')
    expect(measures).toMatchObject({ version: 1, asOf: '2026-11-01' })
    expect(measures.items.find(({ slug }: { slug: string }) => slug === 'quiet-bill').kind).toBe('bill')
    expect([...files.keys()]).toContain('measures/gone-bill/index.html')
    expect([...files.keys()]).not.toContain('versions/2/index.html')
  })

  test('manifest and checksums name every file with what it holds', async () => {
    const files = await wholeCopy('alone')
    const sumOf = (path: string) =>
      createHash('sha256')
        .update(files.get(path) ?? '')
        .digest('hex')
    const names = [...files.keys()].filter((path) => path !== 'SHA256SUMS')
    expect(files.get('SHA256SUMS')?.toString().split('\n').filter(Boolean).sort()).toEqual(
      names.map((path) => `${sumOf(path)}  ${path}`).sort(),
    )
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '')
    expect(manifest).toMatchObject({
      version: 2,
      asOf: TODAY,
      filter: {},
      site: null,
      live: null,
      licence: 'CC-BY-4.0',
    })
    expect(manifest.files).toEqual(
      names
        .filter((path) => path !== 'manifest.json')
        .map((path) => ({
          path,
          bytes: files.get(path)?.length,
          type: expect.stringMatching(/^\w+\/[\w+.-]+/),
          sha256: sumOf(path),
        })),
    )
  })
})

describe('a filter', () => {
  test('only what the view shows is copied, and its exports hold the same', async () => {
    const files = await copied('filtered', { filter: 'jurisdiction=XX&right=expression' })
    expect(deadLinks(files)).toEqual([])
    const pages = [...files.keys()].filter((path) => /^(measures|communications|events|sources)\//.test(path))
    expect(pages).toEqual([
      'communications/al-xxx-1-2020/index.html',
      'events/example-event/index.html',
      'measures/example-bill/index.html',
      'sources/gazette/index.html',
      'sources/withheld/index.html',
    ])
    const slugs = (path: string) =>
      (parseCsv(files.get(path) ?? '', { columns: true }) as { slug: string }[]).map(({ slug }) => slug)
    expect(slugs('api/measures.csv')).toEqual(['example-bill'])
    expect(slugs('api/communications.csv')).toEqual(['al-xxx-1-2020'])
    expect(slugs('api/sources.csv')).toEqual(['gazette', 'withheld'])
    const timeline = JSON.parse(files.get('api/timeline.json')?.toString() ?? '')
    expect(timeline.lanes.map(({ slug }: { slug: string }) => slug)).toEqual(['example-bill'])
    const dossier = JSON.parse(files.get('dossier.json')?.toString() ?? '') as { records: { slug: string }[] }
    expect(dossier.records.map(({ slug }) => slug).sort()).toEqual(
      ['al-xxx-1-2020', 'example-bill', 'example-event', 'gazette', 'withheld'].sort(),
    )
    expect([...files.keys()].filter((path) => /letters|rights|versions|other-bill|quiet/.test(path))).toEqual([])
  })

  test('a State by itself has its page and its letters too', async () => {
    const files = await copied('state', { filter: FEW })
    expect(deadLinks(files)).toEqual([])
    const { links } = readPage('index.html', files.get('index.html')?.toString() ?? '')
    expect(links.map(({ href }) => href)).toContain('letters/index.html')
    expect([...files.keys()].filter((path) => /^(jurisdictions|letters|measures)/.test(path))).toEqual([
      'jurisdictions/YY/index.html',
      'letters/index.html',
      'measures/other-bill/index.html',
    ])
  })

  test.each([
    ['jurisdiction=XX&rihgt=expression', 'rihgt: is not known here. Known: jurisdiction, right'],
    ['right=silence', 'right: has an unknown value. Write one of'],
    ['right=expression&right=assembly', 'right: is given more than once.'],
    ['jurisdiction=ZZ', 'jurisdiction:'],
    ['from=2022-01-01&to=2021-01-01', 'from: is 2022-01-01, after to'],
    ['version=1', 'version: is not known here.'],
  ])('%s is refused by the name of its field, and nothing is written', async (filter, says) => {
    const refused = await publish(to('refused', { filter })).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ApiError)
    expect((refused as ApiError).message).toContain(says)
    expect(await readdir(folder)).not.toContain('refused')
  })
})

describe('the folder', () => {
  test('what is there is not touched, unless it is an older copy that is to be replaced', async () => {
    const out = join(folder, 'mine')
    await mkdir(out)
    await writeFile(join(out, 'letter.txt'), 'mine')
    await expect(publish(to('mine'))).rejects.toThrow(FolderRefused)
    await expect(publish(to('mine', { isReplaced: true }))).rejects.toThrow('holds no copy of the site')
    expect(await readdir(out)).toEqual(['letter.txt'])
    await mkdir(join(folder, 'empty'))
    await publish(to('empty', { version: 1, filter: FEW }))
    await expect(publish(to('empty'))).rejects.toThrow('--replace')
    await publish(to('empty', { isReplaced: true, filter: FEW }))
    expect(JSON.parse(await readFile(join(folder, 'empty/manifest.json'), 'utf8')).version).toBe(2)
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('what somebody put beside a copy is not deleted with it', async () => {
    await publish(to('served', { version: 1, filter: FEW }))
    const out = join(folder, 'served')
    await mkdir(join(out, '.git'))
    await writeFile(join(out, '.git/HEAD'), 'theirs')
    await expect(publish(to('served', { isReplaced: true, filter: FEW }))).rejects.toThrow('such as .git/HEAD')
    expect(await readFile(join(out, '.git/HEAD'), 'utf8')).toBe('theirs')
    expect(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')).version).toBe(1)
  })

  test('a run that is stopped leaves nothing, and an older copy as it was', async () => {
    await publish(to('kept', { version: 1, filter: FEW }))
    const kept = await readCopy(join(folder, 'kept'))
    for (const name of ['kept', 'never']) {
      const stopping = new AbortController()
      let asked = 0
      const progress = () => {
        if (++asked === 5) stopping.abort(new Error('stopped'))
      }
      await expect(
        publish(to(name, { isReplaced: true, filter: FEW, progress, stopping: stopping.signal })),
      ).rejects.toThrow('stopped')
    }
    expect(await readCopy(join(folder, 'kept'))).toEqual(kept)
    expect((await readdir(folder)).filter((name) => name.startsWith('.') || name === 'never')).toEqual([])
  })
})
