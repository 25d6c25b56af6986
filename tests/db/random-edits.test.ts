import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listChanges } from '../../db/queries/changes.ts'
import { listAllBodies } from '../../db/queries/records.ts'
import { verify } from '../../db/verify.ts'
import { reindex } from '../../db/versions.ts'
import { indexRows } from '../support/index-rows.ts'
import { acceptHistory, randomHistory } from '../support/random-history.ts'
import { describeOnBothStores, empty } from '../support/stores.ts'

describeOnBothStores('Random edits', (store) => {
  test('the index that grew with the versions is the one that is made from the records alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), async (seed) => {
        await empty(store())
        await acceptHistory(store(), randomHistory(seed, 12))
        const grown = await indexRows(store())
        await reindex(store().db)
        expect(await indexRows(store())).toEqual(grown)
        expect((await verify(store().db)).faults).toEqual([])
      }),
      { numRuns: 6 },
    )
  }, 120_000)

  test('what is said to differ between two versions makes the one of the other', async () => {
    const { db } = store()
    const versions = 12
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 2 ** 31 }),
        fc.nat(versions),
        fc.nat(versions),
        async (seed, from, to) => {
          await empty(store())
          await acceptHistory(store(), randomHistory(seed, versions))
          const bodies = async (version: number) =>
            new Map(
              ((await listAllBodies(db, version)) as { record: string; slug: string }[]).map((body) => [
                `${body.record} ${body.slug}`,
                body as object,
              ]),
            )
          const made = await bodies(from)
          for (const { record, slug, before, after } of await listChanges(db, from, to)) {
            expect(made.get(`${record} ${slug}`) ?? null).toEqual(before)
            expect(after).not.toEqual(before)
            if (after) made.set(`${record} ${slug}`, after)
            else made.delete(`${record} ${slug}`)
          }
          expect(made).toEqual(await bodies(to))
        },
      ),
      { numRuns: 6 },
    )
  }, 120_000)

  test('changes are given in pages that follow one another', async () => {
    const { db } = store()
    await empty(store())
    await acceptHistory(store(), randomHistory(21, 10))
    const whole = await listChanges(db, 0, 10)
    const first = await listChanges(db, 0, 10, { limit: 2 })
    const rest = await listChanges(db, 0, 10, { after: first[1] })
    expect(whole.length).toBeGreaterThan(4)
    expect([...first, ...rest]).toEqual(whole)
  })
})
