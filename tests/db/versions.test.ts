import { beforeEach, expect, test } from 'vitest'
import type { Measure } from '../../api/contract/record.ts'
import type { Store } from '../../db/connect.ts'
import { listMeasures } from '../../db/queries/measures.ts'
import { listBodies, listVersions } from '../../db/queries/records.ts'
import { accept, newestVersion, reindex } from '../../db/versions.ts'
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
import { indexRows } from '../support/index-rows.ts'
import { describeOnBothStores, empty } from '../support/stores.ts'

const by = (message: string) => ({ author: 'test', message, at: '2026-11-24T00:00:00.000Z' })

const statusOf = async ({ db }: Store, slug: string, asOf: string, version?: number) => {
  const [row] = await listMeasures(db, { slugs: [slug] }, { version: version ?? (await newestVersion(db)), asOf })
  return row?.status
}

describeOnBothStores('Versions', (store) => {
  beforeEach(() => empty(store()))

  test('accepting records makes one version, and accepting the same again makes none', async () => {
    const records = [...ground(), buildMeasure()]
    expect(await accept(store(), records, by('first'))).toEqual({
      version: 1,
      added: 3,
      changed: 0,
      unchanged: 0,
      retracted: 0,
    })
    expect(await accept(store(), records, by('again'))).toEqual({
      version: 1,
      added: 0,
      changed: 0,
      unchanged: 3,
      retracted: 0,
    })
    expect(await newestVersion(store().db)).toBe(1)
  })

  test('a change closes the old record and leaves every earlier version as it was', async () => {
    const { db } = store()
    await accept(store(), [...ground(), buildMeasure()], by('first'))
    await accept(store(), [buildMeasure({ summary: 'A corrected sentence.' })], by('second'))
    const summaryIn = async (version: number) =>
      (await listBodies(db, 'measure', version)).map((body) => (body as { summary: string }).summary)
    expect(await summaryIn(1)).toEqual(['A bill that exists only in tests.'])
    expect(await summaryIn(2)).toEqual(['A corrected sentence.'])
    const versions = await listVersions(db)
    expect(versions.map(({ number, added, changed, retracted }) => ({ number, added, changed, retracted }))).toEqual([
      { number: 2, added: 0, changed: 1, retracted: 0 },
      { number: 1, added: 3, changed: 0, retracted: 0 },
    ])
  })

  test('a record that cannot be indexed leaves no half version behind', async () => {
    const { db } = store()
    await accept(store(), ground(), by('first'))
    const broken = buildMeasure({ steps: [buildStep('introduced', 'no date at all')] })
    await expect(accept(store(), [buildMeasure({ slug: 'fine-bill' }), broken], by('broken'))).rejects.toThrow()
    expect(await newestVersion(db)).toBe(1)
    expect(await listBodies(db, 'measure', 2)).toEqual([])
    expect(await accept(store(), [buildMeasure()], by('after'))).toMatchObject({ version: 2, added: 1 })
  })

  test('two acceptances at once become two versions, one after the other', async () => {
    const { db } = store()
    await accept(store(), ground(), by('first'))
    const slugs = ['one-bill', 'two-bill', 'three-bill', 'four-bill']
    const accepted = await Promise.all(slugs.map((slug) => accept(store(), [buildMeasure({ slug })], by(slug))))
    expect(accepted.map((made) => made.version).sort()).toEqual([2, 3, 4, 5])
    expect(await listBodies(db, 'measure', 5)).toHaveLength(4)
  })

  test('days come back as text and counts as numbers from either store', async () => {
    const { db } = store()
    await accept(store(), [...ground(), buildMeasure()], by('first'))
    const step = await db.selectFrom('step').selectAll().executeTakeFirstOrThrow()
    expect(step.on_earliest).toBe('2020-01-15')
    expect(typeof step.record_id).toBe('number')
    const [version] = await listVersions(db)
    expect(version?.added).toBe(3)
    expect(typeof version?.at).toBe('string')
  })

  test('a status is found for a day, with the step and rule it rests on', async () => {
    const steps = [
      buildStep('introduced', '2020-01-15'),
      buildStep('adopted', '2020-06-01'),
      buildStep('signed', '2020-06-20'),
      buildStep('in_force', '2020-07-01'),
    ]
    await accept(store(), [...ground(), buildMeasure({ steps })], by('first'))
    expect(await statusOf(store(), 'example-bill', '2019-12-31')).toMatchObject({ status: null, basis_step: null })
    expect(await statusOf(store(), 'example-bill', '2020-06-30')).toMatchObject({
      status: 'adopted',
      since: '2020-06-01',
      rule: 'S3',
      basis_step: 'adopted-2020-06-01',
    })
    expect(await statusOf(store(), 'example-bill', '2020-07-01')).toMatchObject({
      status: 'in_force',
      since: '2020-07-01',
      rule: 'S6',
      basis_measure: 'example-bill',
      basis_label: 'Step in_force',
      basis_earliest: '2020-07-01',
    })
  })

  test('a newer measure that replaces an older one changes the older one’s status, but not in versions before', async () => {
    const older = buildMeasure({
      slug: 'old-law',
      steps: [buildStep('signed', '2015-01-01'), buildStep('in_force', '2015-02-01')],
    })
    const newer = buildMeasure({
      slug: 'new-law',
      steps: [buildStep('signed', '2020-01-01'), buildStep('in_force', '2020-02-01')],
      relations: [{ type: 'replaces', to: 'old-law', cites: cites() }],
    })
    await accept(store(), [...ground(), older], by('first'))
    await accept(store(), [newer], by('second'))
    expect(await statusOf(store(), 'old-law', '2020-03-01', 1)).toMatchObject({ status: 'in_force' })
    expect(await statusOf(store(), 'old-law', '2020-03-01', 2)).toMatchObject({
      status: 'ended',
      since: '2020-02-01',
      rule: 'S11',
      basis_measure: 'new-law',
    })
    const amending: Measure = { ...newer, relations: [{ type: 'amends', to: 'old-law', cites: cites() }] }
    await accept(store(), [amending], by('third'))
    expect(await statusOf(store(), 'old-law', '2020-03-01', 3)).toMatchObject({
      status: 'in_force',
      since: '2015-02-01',
    })
    expect(await statusOf(store(), 'old-law', '2020-03-01', 2)).toMatchObject({ status: 'ended' })
  })

  test('an intended replacement changes nothing', async () => {
    const older = buildMeasure({ slug: 'old-law', steps: [buildStep('in_force', '2015-02-01')] })
    const newer = buildMeasure({
      slug: 'new-law',
      steps: [buildStep('in_force', '2020-02-01')],
      relations: [{ type: 'replaces', to: 'old-law', intended: true, cites: cites() }],
    })
    await accept(store(), [...ground(), older, newer], by('first'))
    expect(await statusOf(store(), 'old-law', '2020-03-01')).toMatchObject({ status: 'in_force' })
  })

  test('a bill that nothing has moved for a year is dormant if somebody looked, else not checked', async () => {
    const looked = buildMeasure({ slug: 'looked-bill', checked_on: '2026-11-01' })
    const notLooked = buildMeasure({ slug: 'unlooked-bill', checked_on: '2020-06-01' })
    await accept(store(), [...ground(), looked, notLooked], by('first'))
    expect(await statusOf(store(), 'looked-bill', '2021-01-14')).toMatchObject({ quiet: null })
    expect(await statusOf(store(), 'looked-bill', '2021-01-15')).toMatchObject({
      status: 'in_procedure',
      quiet: 'dormant',
      last_movement_on: '2020-01-15',
    })
    expect(await statusOf(store(), 'unlooked-bill', '2021-01-15')).toMatchObject({
      status: 'in_procedure',
      quiet: 'not_checked',
    })
  })

  test('reindexing makes the same index from the records alone, over several versions', async () => {
    const { db } = store()
    const newer = buildMeasure({
      slug: 'new-law',
      steps: [buildStep('introduced', '2021-01-01'), buildStep('in_force', '[2021-02-01..2021-03-01]')],
      relations: [{ type: 'revives', to: 'example-bill', cites: cites() }],
      impacts: [buildImpact('expression')],
    })
    await accept(store(), [...ground(), buildMeasure()], by('first'))
    await accept(
      store(),
      [newer, buildLetter(), buildEvent({ measures: ['new-law'] }), buildFamily(['example-bill', 'new-law'])],
      by('second'),
    )
    await accept(
      store(),
      [buildMeasure({ steps: [buildStep('drafted', '2019-05')] }), buildSource({ title: 'Another title' })],
      by('third'),
    )
    const before = await indexRows(store())
    expect(Object.values(before).flat().length).toBeGreaterThan(15)
    await reindex(db)
    expect(await indexRows(store())).toEqual(before)
  })

  test('lists are filtered by jurisdiction, right, kind, status on the day, family and period', async () => {
    const { db } = store()
    const expression = buildMeasure({ slug: 'a-bill', impacts: [buildImpact('expression')] })
    const law = buildMeasure({
      slug: 'b-law',
      kind: 'law',
      steps: [buildStep('in_force', '2022-01-01')],
      impacts: [buildImpact('assembly')],
    })
    const elsewhere = buildMeasure({ slug: 'c-bill', jurisdiction: 'yy' })
    await accept(store(), [...ground(), expression, law, elsewhere, buildFamily(['b-law'])], by('first'))
    const slugs = async (filter: Parameters<typeof listMeasures>[1], asOf = '2026-01-01') =>
      (await listMeasures(db, filter, { version: 1, asOf })).map((row) => row.slug)
    expect(await slugs({})).toEqual(['a-bill', 'b-law', 'c-bill'])
    expect(await slugs({ jurisdiction: 'xx' })).toEqual(['a-bill', 'b-law'])
    await accept(store(), [buildMeasure({ slug: 'd-bill', jurisdiction: 'xx-part' })], by('part'))
    const inPart = async (jurisdiction: string) =>
      (await listMeasures(db, { jurisdiction }, { version: 2, asOf: '2026-01-01' })).map((row) => row.slug)
    expect(await inPart('xx')).toEqual(['a-bill', 'b-law', 'd-bill'])
    expect(await inPart('xx-part')).toEqual(['d-bill'])
    expect(await inPart('x')).toEqual([])
    expect(await slugs({ right: 'expression' })).toEqual(['a-bill'])
    expect(await slugs({ kind: 'law' })).toEqual(['b-law'])
    expect(await slugs({ status: 'in_force' })).toEqual(['b-law'])
    expect(await slugs({ status: 'in_force' }, '2021-12-31')).toEqual([])
    expect(await slugs({ family: 'example-family' })).toEqual(['b-law'])
    expect(await slugs({ from: '2021-01-01' })).toEqual(['b-law'])
    expect(await slugs({ to: '2021-01-01' })).toEqual(['a-bill', 'c-bill'])
    expect(await slugs({ from: '2020-01-15', to: '2020-01-15' })).toEqual(['a-bill', 'c-bill'])
  })
})
