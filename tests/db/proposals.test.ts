import { beforeEach, expect, test } from 'vitest'
import type { AnyRecord } from '../../api/contract/record.ts'
import { acceptProposal, NotAcceptable, proposeAgain } from '../../api/proposals/review.ts'
import { findProposal, listProposals, NotOpen, propose, reject } from '../../db/proposals.ts'
import { listVersions } from '../../db/queries/records.ts'
import { verify } from '../../db/verify.ts'
import { accept, newestVersion, Overtaken } from '../../db/versions.ts'
import type { RecordName } from '../../db/vocabulary/record-name.ts'
import { buildMeasure, ground } from '../support/build.ts'
import { describeOnBothStores, empty } from '../support/stores.ts'

const AT = '2026-11-24T00:00:00.000Z'
const editor = { by: 'editor', at: AT }
const name: RecordName = { record: 'measure', slug: 'example-bill' }

describeOnBothStores('Proposals', (store) => {
  beforeEach(async () => {
    await empty(store())
    await edit([...ground(), buildMeasure()])
  })

  const edit = (records: AnyRecord[]) => accept(store(), records, { author: 'editor', message: 'An edit', at: AT })
  const proposed = (records: object[], retract: RecordName[] = []) =>
    propose(store(), { at: AT, author: 'contributor', message: 'Please', baseVersion: 1, records, retract })

  test('acceptance makes one version in the author’s name, and keeps who accepted it', async () => {
    const id = await proposed([buildMeasure({ kind: 'law' })])
    expect(await newestVersion(store().db)).toBe(1)
    expect(await acceptProposal(store(), id, editor)).toMatchObject({ version: 2, changed: 1 })
    const [version] = await listVersions(store().db)
    expect(version).toMatchObject({ author: 'contributor', message: 'Please', changed: 1 })
    expect(await findProposal(store().db, id)).toMatchObject({ decision: 'accepted', decided_by: 'editor', version: 2 })
  })

  test('what was decided stays decided', async () => {
    const id = await proposed([buildMeasure({ kind: 'law' })])
    await acceptProposal(store(), id, editor)
    await expect(acceptProposal(store(), id, editor)).rejects.toThrow(NotOpen)
    await expect(reject(store(), { id, ...editor, because: 'Late' })).rejects.toThrow(NotOpen)
    const other = await proposed([buildMeasure({ slug: 'other-bill' })])
    await reject(store(), { id: other, ...editor, because: 'No' })
    await expect(reject(store(), { id: other, ...editor, because: 'No' })).rejects.toThrow(NotOpen)
    await expect(acceptProposal(store(), other, editor)).rejects.toThrow(/was rejected already/)
    expect(await newestVersion(store().db)).toBe(2)
  })

  test('a proposal that would leave the record in pieces is refused with its faults', async () => {
    const id = await proposed([], [{ record: 'source', slug: 'gazette' }])
    await expect(acceptProposal(store(), id, editor)).rejects.toThrow(/the record: measure example-bill: .*gazette/)
    expect(await findProposal(store().db, id)).toMatchObject({ decision: null })
  })

  test('a proposal on records that changed meanwhile is refused until it is made again on the newest version', async () => {
    const id = await proposed([buildMeasure({ kind: 'law' })])
    await edit([buildMeasure({ summary: 'Changed meanwhile.' })])
    await expect(acceptProposal(store(), id, editor)).rejects.toThrow(NotAcceptable)
    const again = await proposeAgain(store(), id, editor)
    expect(await findProposal(store().db, id)).toMatchObject({
      decision: 'rejected',
      decided_because: `Proposed again as ${again}`,
    })
    expect(await acceptProposal(store(), again, editor)).toMatchObject({ version: 3, changed: 1 })
  })

  test('a retraction takes the record out of the next version and leaves it in those before', async () => {
    await acceptProposal(store(), await proposed([], [name]), editor)
    const [version] = await listVersions(store().db)
    expect(version).toMatchObject({ number: 2, added: 0, changed: 0, retracted: 1 })
    expect((await edit([buildMeasure()])).added).toBe(1)
  })

  test('a decision made on an older version than the newest is refused', async () => {
    const late = accept(store(), [buildMeasure({ kind: 'law' })], { author: 'a', message: 'b', at: AT }, { after: 0 })
    await expect(late).rejects.toThrow(Overtaken)
  })

  test('what is given twice in a retraction, or given and retracted, leaves no version that does not verify', async () => {
    const by = { author: 'a', message: 'b', at: AT }
    await expect(accept(store(), [buildMeasure({ kind: 'law' })], by, { retract: [name] })).rejects.toThrow(/both/)
    expect(await accept(store(), [], by, { retract: [name, name] })).toMatchObject({ version: 2, retracted: 1 })
    expect((await verify(store().db)).faults).toEqual([])
  })

  test('open proposals are listed, and on demand all', async () => {
    await proposed([buildMeasure({ slug: 'a-bill' })])
    await reject(store(), { id: await proposed([buildMeasure({ slug: 'b-bill' })]), ...editor, because: 'No' })
    expect(await listProposals(store().db, 'open')).toHaveLength(1)
    expect(await listProposals(store().db, 'all')).toHaveLength(2)
  })
})
