/** What is asked of one version and one day stays the same bytes, on the wire, whatever comes after it. */
import { expect, test } from 'vitest'
import type { AnyRecord } from '../../api/contract/record.ts'
import { accept, adoptRules } from '../../db/versions.ts'
import { EDITIONS, type StatusRules } from '../../db/vocabulary/editions.ts'
import { type Answer, get, type RunningApp, serve } from '../support/app.ts'
import { buildLetter } from '../support/build.ts'
import { acceptHistory, randomHistory } from '../support/random-history.ts'
import { describeOnBothStores } from '../support/stores.ts'

const PINNED = 10
const AT = '2026-12-01T00:00:00.000Z'
const [FIRST] = EDITIONS
if (!FIRST) throw new Error('there is an edition')
/** Rules under which everything is only proposed. */
const NEXT: StatusRules = {
  ...FIRST,
  edition: FIRST.edition + 1,
  readStatus: (...given) => {
    const reading = FIRST.readStatus(...given)
    return { ...reading, spans: reading.spans.map((span) => ({ ...span, status: 'proposed' as const })) }
  },
}
const BOTH = [FIRST, NEXT]

const LISTS = ['measures', 'communications', 'events', 'sources', 'families', 'jurisdictions', 'rights', 'rule-packs']
const PATHS = [
  ...LISTS.map((list) => `/api/${list}`),
  '/api/measures?include=spans,steps,texts,provisions,impacts,cites,communications,events,sources&limit=3',
  '/api/measures?status=in_force&sort=-begun',
  '/api/measures.csv',
  '/api/communications.csv',
  '/api/measures.json',
  '/api/measures.jsonld',
  '/api/communications.jsonld',
  '/api/measures.dossier.yaml',
  '/api/timeline.timelinejs.json',
  '/api/timeline',
  '/api/timeline?group=right&compare=2012-01-01',
  '/api/ledger',
  '/api/questions?jurisdiction=xx',
  '/api/matrix',
  '/api/states',
  '/api/jurisdictions/XX',
  '/api/rights/association',
  '/',
  '/letters',
  '/letters/questions?jurisdiction=xx',
  '/rights',
  '/jurisdictions/XX',
]
const DAYS = ['2014-06-01', '2026-11-20', '2027-03-01']

describeOnBothStores('A pinned answer', (store, reopen) => {
  test('is the same bytes after fifty further versions, another edition of the rules, a restart, and days later', async () => {
    const history = randomHistory(5, 60)
    const letter = buildLetter({ deadline: { days: 60, basis: 'stated_in_letter' } })
    await acceptHistory(store(), history.slice(0, PINNED - 1))
    await acceptHistory(store(), [{ records: [letter], retract: [] }])
    const pathsAt = async ({ url }: RunningApp) => {
      const singles = await Promise.all(
        LISTS.filter((list) => list !== 'jurisdictions').map(async (list) => {
          const { body } = await get(`${url}/api/${list}?version=${PINNED}&limit=2&fields=slug`)
          return body.items.flatMap(({ slug }: AnyRecord) => [
            `/api/${list}/${slug}`,
            ...(list === 'measures' || list === 'communications' ? [`/${list}/${slug}`] : []),
          ])
        }),
      )
      return [...PATHS, ...singles.flat()]
    }
    const read = async (app: RunningApp, paths: string[]) => {
      const answers: Record<string, string> = {}
      for (const path of paths)
        for (const asOf of DAYS) {
          const address = `${path}${path.includes('?') ? '&' : '?'}version=${PINNED}&asOf=${asOf}`
          const { status, text, headers }: Answer = await get(app.url + address)
          answers[address] = `${status} ${headers.get('etag')} ${text}`
        }
      return answers
    }
    let app = await serve(store())
    const paths = await pathsAt(app)
    const before = await read(app, paths)
    expect(Object.values(before).filter((answer) => !answer.startsWith('200 '))).toEqual([])

    for (const { records, retract } of history.slice(PINNED, PINNED + 25))
      await accept(store(), records, { author: 'editor', message: 'before', at: AT }, { retract })
    await adoptRules(store(), AT, BOTH)
    for (const { records, retract } of history.slice(PINNED + 25))
      await accept(store(), records, { author: 'editor', message: 'after', at: AT }, { retract, editions: BOTH })
    const changed = async () => {
      const after = await read(app, paths)
      return paths.filter((path) =>
        Object.keys(before).some((one) => one.startsWith(path) && before[one] !== after[one]),
      )
    }
    expect(await changed()).toEqual([])
    await app.close()
    await reopen()
    app = await serve(store(), { now: () => new Date('2027-01-15T09:00:00Z') })
    expect(await changed()).toEqual([])
    await app.close()
  }, 120_000)
})
