import { beforeEach, expect, test } from 'vitest'
import type { AnyRecord, Measure } from '../../api/contract/record.ts'
import { plantSeed } from '../../api/plant-seed.ts'
import { acceptProposal } from '../../api/proposals/review.ts'
import { listProposals, reject } from '../../db/proposals.ts'
import { listVersions } from '../../db/queries/records.ts'
import { accept, newestVersion } from '../../db/versions.ts'
import type { RecordName } from '../../db/vocabulary/record-name.ts'
import { buildEvent, buildLetter, buildMeasure, buildSource, cites, ground } from '../support/build.ts'
import { describeOnBothStores, empty } from '../support/stores.ts'

const AT = '2026-11-24T00:00:00.000Z'
const bill = (summary: string, slug = 'example-bill'): Measure => buildMeasure({ slug, summary })
const first = (): AnyRecord[] => [...ground(), bill('As the seed has it.'), bill('Another.', 'other-bill')]

describeOnBothStores('The seed', (store) => {
  let day = 0
  beforeEach(() => empty(store()))

  const plant = async (records: readonly AnyRecord[]) => {
    const said: string[] = []
    day++
    await plantSeed(
      store(),
      records,
      () => new Date(Date.UTC(2026, 0, day)),
      (line) => said.push(line),
    )
    return said
  }
  const edit = (records: readonly AnyRecord[], retract: RecordName[] = []) =>
    accept(
      store(),
      records,
      { author: 'editor', message: 'An edit', at: new Date(Date.UTC(2026, 0, ++day)).toISOString() },
      { retract },
    )
  const open = async () =>
    (await listProposals(store().db, 'open')).map(({ id, author, message, records, retract }) => ({
      id,
      author,
      message,
      says: (records as AnyRecord[]).map((record) => `${record.slug}: ${'summary' in record ? record.summary : ''}`),
      retract,
    }))
  const summaryOf = async (slug: string) => {
    const row = await store()
      .db.selectFrom('record')
      .select('body')
      .where('slug', '=', slug)
      .where('to_version', 'is', null)
      .executeTakeFirst()
    return (row?.body as { summary: string } | undefined)?.summary ?? null
  }

  test('is version 1 of an empty store, and planted again changes nothing', async () => {
    await plant(first())
    await plant(first())
    const versions = await listVersions(store().db)
    expect(versions.map(({ number, author, message, added }) => ({ number, author, message, added }))).toEqual([
      { number: 1, author: 'seed', message: 'The first record', added: 4 },
    ])
    expect(await open()).toEqual([])
  })

  test('when newer, adds, changes and takes back by itself what nobody else has edited', async () => {
    await plant(first())
    await plant([...ground(), bill('Corrected by the seed.'), bill('New.', 'new-bill')])
    const [version] = await listVersions(store().db)
    expect(version).toMatchObject({
      number: 2,
      author: 'seed',
      message: 'A newer seed',
      added: 1,
      changed: 1,
      retracted: 1,
    })
    await plant(first())
    expect(await summaryOf('other-bill')).toBe('Another.')
    expect(await open()).toEqual([])
  })

  test('never writes over an edit: its news waits as one proposal, once', async () => {
    await plant(first())
    await edit([bill('As an editor has it.')])
    await plant(first())
    expect(await open()).toEqual([])
    const newer = [...ground(), bill('Corrected by the seed.'), bill('Another, corrected.', 'other-bill')]
    await plant(newer)
    expect(await summaryOf('example-bill')).toBe('As an editor has it.')
    expect(await summaryOf('other-bill')).toBe('Another, corrected.')
    const waiting = await open()
    expect(waiting).toMatchObject([
      { author: 'seed', message: 'A newer seed', says: ['example-bill: Corrected by the seed.'], retract: [] },
    ])
    await plant(newer)
    expect(await open()).toEqual(waiting)
  })

  test('does not ask again what was decided, and asks anew when it says something new', async () => {
    await plant(first())
    await edit([bill('As an editor has it.')])
    const newer = (summary: string) => [...ground(), bill(summary), bill('Another.', 'other-bill')]
    await plant(newer('Corrected by the seed.'))
    const [refused] = await open()
    await reject(store(), { id: refused?.id ?? '', at: AT, by: 'editor', because: 'We know better' })
    await plant(newer('Corrected by the seed.'))
    expect(await open()).toEqual([])
    await plant(newer('Corrected once more.'))
    const [wanted] = await open()
    await acceptProposal(store(), wanted?.id ?? '', { by: 'editor', at: AT })
    expect(await summaryOf('example-bill')).toBe('Corrected once more.')
    await plant(newer('Corrected a third time.'))
    expect(await summaryOf('example-bill')).toBe('Corrected a third time.')
    expect(await open()).toEqual([])
  })

  test('has one open proposal at most: a newer one takes its place, and none is left when the seed goes back', async () => {
    await plant(first())
    await edit([bill('As an editor has it.')])
    await plant([...ground(), bill('Second.'), bill('Another.', 'other-bill')])
    await plant([...ground(), bill('Third.'), bill('Another.', 'other-bill')])
    expect((await open()).map(({ says }) => says)).toEqual([['example-bill: Third.']])
    await plant(first())
    expect(await open()).toEqual([])
    const reasons = (await listProposals(store().db, 'all')).map(({ decided_because }) => decided_because)
    expect(reasons).toEqual(['A newer seed took its place', 'A newer seed took its place'])
    await plant([...ground(), bill('Third.'), bill('Another.', 'other-bill')])
    expect((await open()).map(({ says }) => says)).toEqual([['example-bill: Third.']])
  })

  test('never brings back what somebody took back', async () => {
    await plant(first())
    await edit([], [{ record: 'measure', slug: 'other-bill' }])
    await plant(first())
    expect(await summaryOf('other-bill')).toBeNull()
    expect(await open()).toEqual([])
    await plant([...ground(), bill('As the seed has it.'), bill('Another, with news.', 'other-bill')])
    expect(await summaryOf('other-bill')).toBeNull()
    expect((await open()).map(({ says }) => says)).toEqual([['other-bill: Another, with news.']])
  })

  test('leaves out an edited record only as a proposal, and does not ask again once that is decided', async () => {
    await plant(first())
    await edit([bill('Edited.', 'other-bill')])
    const without = [...ground(), bill('As the seed has it.')]
    await plant(without)
    expect(await summaryOf('other-bill')).toBe('Edited.')
    const [waiting] = await open()
    expect(waiting?.retract).toEqual([{ record: 'measure', slug: 'other-bill' }])
    await reject(store(), { id: waiting?.id ?? '', at: AT, by: 'editor', because: 'It stays' })
    await plant(without)
    expect(await open()).toEqual([])
    expect(await summaryOf('other-bill')).toBe('Edited.')
  })

  test('takes nothing back by itself that an edit refers to', async () => {
    await plant([...first(), buildSource({ slug: 'paper' })])
    await edit([buildEvent({ cites: cites('paper') })])
    await plant(first())
    expect((await open()).map(({ retract }) => retract)).toEqual([[{ record: 'source', slug: 'paper' }]])
    expect(await newestVersion(store().db)).toBe(2)
  })

  test('adds nothing by itself that refers to what somebody took back', async () => {
    await plant(first())
    await edit([], [{ record: 'measure', slug: 'other-bill' }])
    const letter = buildLetter({ about: [{ measure: 'other-bill', cites: cites() }] })
    await plant([...first(), letter])
    expect((await open()).map(({ says }) => says)).toEqual([[`${letter.slug}: ${letter.summary}`]])
    expect(await newestVersion(store().db)).toBe(2)
  })
})
