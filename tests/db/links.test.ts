/** What is known of links: kept beside the versions, told when it changes, and part of no digest. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { openStore } from '../../db/connect.ts'
import {
  type Finding,
  forgetOthers,
  listDeadLinks,
  listSourceLinks,
  newestLinkNews,
  saveFinding,
} from '../../db/links.ts'
import { verify } from '../../db/verify.ts'
import { accept } from '../../db/versions.ts'
import { buildMeasure, buildSource, cites, ground } from '../support/build.ts'
import { describeOnBothStores, empty } from '../support/stores.ts'

const GAZETTE = 'https://gazette.example/1'
const acceptance = { author: 'test', message: 'a record', at: '2026-11-01T00:00:00Z' }
const found = (state: Finding['state'], code: number | null = null): Finding => ({ state, code, leadsTo: null })
const GONE = found('gone', 404)
const OK = found('ok', 200)
const at = (day: number, hour = 12) =>
  `2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`

describeOnBothStores('What looks at links found', (store, reopen) => {
  const db = () => store().db
  beforeEach(() => empty(store()))

  test('stays over a restart, with the day of the first of the looks that agree', async () => {
    await saveFinding(db(), GAZETTE, OK, at(2))
    await saveFinding(db(), GAZETTE, GONE, at(3))
    await reopen()
    await saveFinding(db(), GAZETTE, found('gone', 410), at(5))
    expect(await db().selectFrom('link_check').selectAll().execute()).toMatchObject([
      { address: GAZETTE, state: 'gone', code: 410, since: '2026-11-03', days: 2, last_good_on: '2026-11-02' },
    ])
    expect(await listDeadLinks(db(), [GAZETTE])).toEqual([{ address: GAZETTE, state: 'gone', since: '2026-11-03' }])
    expect(await listDeadLinks(db(), ['https://gazette.example/2'])).toEqual([])
  })

  test('is news only where it changes what readers are told', async () => {
    const numbers: number[] = []
    const looks: [Finding, string][] = [
      [OK, at(2)],
      [found('refused', 503), at(3)],
      [GONE, at(4)],
      [found('gone', 410), at(4, 13)],
      [OK, at(5)],
      [GONE, at(6)],
    ]
    const before = await newestLinkNews(db())
    for (const [finding, when] of looks) {
      await saveFinding(db(), GAZETTE, finding, when)
      numbers.push(await newestLinkNews(db()))
    }
    const [ok, refused, gone, still, again, lost] = numbers as [number, number, number, number, number, number]
    expect([ok, refused]).toEqual([before, before])
    expect(gone).toBeGreaterThan(before)
    expect(still).toBe(gone)
    expect(again).toBeGreaterThan(still)
    expect(lost).toBeGreaterThan(again)
  })

  test('changes no digest, and the record verifies with it', async () => {
    await accept(store(), ground(), acceptance)
    const before = await verify(db())
    await saveFinding(db(), GAZETTE, GONE, at(3))
    expect(await verify(db())).toEqual(before)
    expect(before.faults).toEqual([])
  })

  test('is forgotten of an address that no source has any more, or that is withheld now', async () => {
    const other = 'https://herald.example/1'
    await accept(store(), [...ground(), buildSource({ slug: 'herald', address: other })], acceptance)
    for (const address of [GAZETTE, other]) await saveFinding(db(), address, GONE, at(3))
    const told = await newestLinkNews(db())
    const withheld = buildSource({ slug: 'herald', address: null, address_withheld: true })
    const { version } = await accept(store(), [withheld], acceptance)
    await forgetOthers(db(), version, at(4))
    expect((await db().selectFrom('link_check').select('address').execute()).map(({ address }) => address)).toEqual([
      GAZETTE,
    ])
    expect(await newestLinkNews(db())).toBeGreaterThan(told)
  })

  test('says whose turn it is: never looked at, then looked at longest ago; withheld sources have no address', async () => {
    const sources = ['a', 'b', 'c'].map((slug) => buildSource({ slug, address: `https://${slug}.example/` }))
    const withheld = buildSource({ slug: 'withheld', address: null, address_withheld: true })
    const { version } = await accept(store(), [...sources, withheld], acceptance)
    await saveFinding(db(), 'https://a.example/', OK, at(5))
    await saveFinding(db(), 'https://b.example/', OK, at(4))
    const links = await listSourceLinks(db(), version)
    expect(links.map(({ slug, address }) => [slug, address])).toEqual([
      ['c', 'https://c.example/'],
      ['withheld', null],
      ['b', 'https://b.example/'],
      ['a', 'https://a.example/'],
    ])
  })

  test('can be asked for by State: what its records and those of its parts cite, wherever in them', async () => {
    const names = ['of-state', 'of-step', 'of-part', 'of-other']
    const { version } = await accept(
      store(),
      [
        ...ground(),
        ...names.map((slug) => buildSource({ slug, address: `https://${slug}.example/` })),
        {
          record: 'jurisdiction',
          slug: 'yy',
          code: 'YY',
          name: { en: 'Otherland' },
          law_making: [{ says: 'By decree.', cites: cites('of-state') }],
        },
        buildMeasure({
          slug: 'a',
          jurisdiction: 'yy',
          cites: cites('of-step'),
          steps: [],
        }),
        buildMeasure({ slug: 'b', jurisdiction: 'yy-north', cites: cites('of-part'), steps: [] }),
        buildMeasure({ slug: 'c', jurisdiction: 'xx', cites: cites('of-other'), steps: [] }),
      ],
      acceptance,
    )
    const slugs = async (jurisdiction: string) =>
      (await listSourceLinks(db(), version, jurisdiction)).map(({ slug }) => slug)
    expect(await slugs('yy')).toEqual(['of-part', 'of-state', 'of-step'])
    expect(await slugs('yy-north')).toEqual(['of-part'])
    expect(await slugs('zz')).toEqual([])
  })
})

test('a store that is made anew from its journal knows nothing of links, and tells so under another number', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'threatline-links-'))
  try {
    const store = await openStore({ dataDir })
    const { version } = await accept(store, ground(), acceptance)
    await saveFinding(store.db, GAZETTE, GONE, at(3))
    const told = await newestLinkNews(store.db)
    await store.close()
    await rm(join(dataDir, 'store'), { recursive: true })
    const again = await openStore({ dataDir })
    expect(await listDeadLinks(again.db, [GAZETTE])).toEqual([])
    expect(await listSourceLinks(again.db, version)).toMatchObject([{ address: GAZETTE, checkedAt: null }])
    await saveFinding(again.db, GAZETTE, GONE, at(4))
    expect(await newestLinkNews(again.db)).toBeGreaterThan(told)
    await again.close()
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}, 60_000)
