import { beforeEach, expect, test } from 'vitest'
import { listMeasures } from '../../db/queries/measures.ts'
import { listAllBodies } from '../../db/queries/records.ts'
import { accept, adoptRules, reindex } from '../../db/versions.ts'
import { EDITIONS, RulesUnknown, type StatusRules } from '../../db/vocabulary/editions.ts'
import { buildMeasure, buildStep, ground } from '../support/build.ts'
import { indexRows } from '../support/index-rows.ts'
import { acceptHistory, randomHistory } from '../support/random-history.ts'
import { describeOnBothStores, empty } from '../support/stores.ts'

const [FIRST] = EDITIONS
if (!FIRST) throw new Error('there is an edition')
const EDITION = FIRST.edition + 1

/** Rules under which nothing is ever in force: as different as rules can be. */
const NEXT: StatusRules = {
  ...FIRST,
  edition: EDITION,
  readStatus: (...given) => {
    const reading = FIRST.readStatus(...given)
    return { ...reading, spans: reading.spans.map((span) => ({ ...span, status: 'proposed' as const })) }
  },
}
const BOTH = [FIRST, NEXT]
const AT = '2026-12-01T00:00:00.000Z'

describeOnBothStores('Pinned views', (store, reopen) => {
  beforeEach(() => empty(store()))

  const answersAt = async (version: number) => {
    const days = ['2012-06-01', '2016-06-01', '2026-11-24']
    const lists = await Promise.all(days.map((asOf) => listMeasures(store().db, {}, { version, asOf })))
    return JSON.stringify([await listAllBodies(store().db, version), lists])
  }

  test('what a version answers is the same after fifty further versions, a new edition of the rules, and a restart', async () => {
    const history = randomHistory(5, 60)
    await acceptHistory(store(), history.slice(0, 10))
    const pinned = await answersAt(10)
    for (const { records, retract } of history.slice(10, 35))
      await accept(store(), records, { author: 'editor', message: 'before', at: AT }, { retract })
    expect(await adoptRules(store(), AT, BOTH)).toBe(36)
    expect(await adoptRules(store(), AT, BOTH)).toBeNull()
    for (const { records, retract } of history.slice(35))
      await accept(store(), records, { author: 'editor', message: 'after', at: AT }, { retract, editions: BOTH })
    expect(await answersAt(10)).toBe(pinned)
    await reopen()
    expect(await answersAt(10)).toBe(pinned)
    const index = await indexRows(store())
    await reindex(store().db, { editions: BOTH })
    expect(await indexRows(store())).toEqual(index)
    expect(await answersAt(10)).toBe(pinned)
  })

  test('a new edition counts from the version that brings it, for measures that nobody touched too', async () => {
    const law = buildMeasure({ steps: [buildStep('in_force', '2020-01-01')] })
    await accept(store(), [...ground(), law], { author: 'editor', message: 'first', at: AT })
    await adoptRules(store(), AT, BOTH)
    const statusIn = async (version: number) =>
      (await listMeasures(store().db, {}, { version, asOf: '2026-01-01' }))[0]?.status.status
    expect(await statusIn(1)).toBe('in_force')
    expect(await statusIn(2)).toBe('proposed')
  })

  test('a program that does not know the edition writes nothing and says so', async () => {
    await accept(store(), ground(), { author: 'editor', message: 'first', at: AT }, { editions: BOTH })
    const older = accept(store(), [buildMeasure()], { author: 'editor', message: 'second', at: AT })
    await expect(older).rejects.toThrow(RulesUnknown)
    expect(await listAllBodies(store().db, 2)).toHaveLength(2)
  })
})
