import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { verify } from '../../db/verify.ts'
import { acceptHistory, randomHistory } from '../support/random-history.ts'
import { describeOnBothStores, empty } from '../support/stores.ts'

describeOnBothStores('Verifying', (store) => {
  beforeEach(async () => {
    await empty(store())
    await acceptHistory(store(), randomHistory(11, 12))
  })

  const faultsAfter = async (statement: string) => {
    await sql.raw(statement).execute(store().db)
    return (await verify(store().db)).faults
  }

  test('a record that was accepted is whole', async () => {
    const { versions, records, digest, faults } = await verify(store().db)
    expect({ versions, faults }).toEqual({ versions: 12, faults: [] })
    expect(records).toBeGreaterThan(15)
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
  })

  test('a changed body is found, with the record and version it is of', async () => {
    const faults = await faultsAfter(
      `update record set body = jsonb_set(body, '{summary}', '"Something else"') where slug = 'bill-0' and from_version = 1`,
    )
    expect(faults).toEqual(['measure bill-0 of version 1 is not what its digest says.'])
  })

  test('a changed body whose digest was made to fit is found in the chain', async () => {
    const faults = await faultsAfter(
      `update record set body = jsonb_set(body, '{summary}', '"Something else"'), digest = repeat('0', 64) where slug = 'bill-0' and from_version = 1`,
    )
    expect(faults).toContain('Version 1 is not what its digest says: something of it is missing, added or changed.')
  })

  test('a removed record is found', async () => {
    expect(await faultsAfter(`delete from record where slug = 'gazette'`)).toEqual([
      'Version 1 is not what its digest says: something of it is missing, added or changed.',
    ])
  })

  test('a removed version is found', async () => {
    await sql`alter table record drop constraint record_from_version_fkey, drop constraint record_to_version_fkey`.execute(
      store().db,
    )
    try {
      const faults = await faultsAfter(`delete from version where number = 5`)
      expect(faults[0]).toBe('Version 5 is missing.')
    } finally {
      await empty(store())
      await sql`alter table record
        add constraint record_from_version_fkey foreign key (from_version) references version,
        add constraint record_to_version_fkey foreign key (to_version) references version`.execute(store().db)
    }
  })

  test.each(['author', 'message'])('a changed %s of a version is found', async (column) => {
    const faults = await faultsAfter(`update version set ${column} = 'somebody else' where number = 3`)
    expect(faults).toEqual(['Version 3 is not what its digest says: something of it is missing, added or changed.'])
  })

  test('a record that somebody took back by hand is found', async () => {
    const faults = await faultsAfter(`update record set to_version = 4 where slug = 'gazette' and to_version is null`)
    expect(faults).toEqual(['Version 4 is not what its digest says: something of it is missing, added or changed.'])
  })

  test('a record that goes on beside the one that took its place is found', async () => {
    const faults = await faultsAfter(
      `update record set to_version = 12 where id = (select min(id) from record where to_version is not null and to_version < 12
        and exists (select from record as next where next.record = record.record and next.slug = record.slug and next.from_version = record.to_version))`,
    )
    expect(faults.some((fault) => fault.includes('goes on after the record that took its place'))).toBe(true)
  })
})
