import { afterEach, expect, test, vi } from 'vitest'
import { heightMessages } from '../../../web/embed/height.ts'
import { noteNewer, sayNewer } from '../../../web/embed/newer.ts'

test('the height is told in our own shape, and in that of WordPress where it gave a secret', () => {
  expect(heightMessages(640, '')).toEqual([{ type: 'threatline-height', height: 640 }])
  for (const hash of ['#?secret=aB3', '#secret=aB3'])
    expect(heightMessages(640, hash)[1]).toEqual({ message: 'height', value: 640, secret: 'aB3' })
})

test('a frozen embed says that something is newer, and more if it touches what is shown', () => {
  const change = (slug: string) => ({ record: 'measure', slug })
  expect(sayNewer([], ['measure/a'])).toBeNull()
  expect(sayNewer([change('b')], ['measure/a'])).toBe('A newer version of the record exists.')
  expect(sayNewer([change('a'), change('a')], ['measure/a', 'measure/c'])).toBe('A record shown here changed later.')
  expect(sayNewer([change('a'), change('c')], ['measure/a', 'measure/c'])).toBe('2 records shown here changed later.')
})

afterEach(() => vi.unstubAllGlobals())

/** A frozen embed whose server knows these changes; gives the note, and what was asked. */
async function noteOf(shows: readonly string[], changed: readonly string[]) {
  const asked: URLSearchParams[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    const { searchParams } = new URL(address, 'https://threatline.example')
    asked.push(searchParams)
    const slugs = searchParams.get('slug')?.split(',')
    const items = changed.filter((slug) => slugs?.includes(slug) ?? true).map((slug) => ({ record: 'measure', slug }))
    return Response.json({ items: items.slice(0, Number(searchParams.get('limit'))) })
  })
  const note = { textContent: '', hidden: true }
  const dataset = { version: '3', shows: shows.map((slug) => `measure/${slug}`).join(' ') }
  await noteNewer({ dataset, querySelector: () => note } as unknown as HTMLElement)
  return { note, asked }
}

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}-${i}`)

test('a correction of what is shown is told however many other changes came before it', async () => {
  const { note, asked } = await noteOf(['shown'], [...names('other', 1000), 'shown'])
  expect(note).toEqual({ textContent: 'A record shown here changed later.', hidden: false })
  expect(asked.map((query) => Object.fromEntries(query))).toEqual([
    { after: '3', fields: 'record,slug', slug: 'shown', limit: '200' },
  ])
})

test('of many records that are shown, each is asked for', async () => {
  const shown = names('shown', 250)
  const { note, asked } = await noteOf(shown, ['shown-0', 'shown-120', 'shown-249'])
  expect(note.textContent).toBe('3 records shown here changed later.')
  expect(asked.flatMap((query) => query.get('slug')?.split(',') ?? [])).toEqual(shown)
})

test('what touches nothing shown is told as a newer version, and nothing is said of none', async () => {
  expect((await noteOf(['shown'], ['other'])).note.textContent).toBe('A newer version of the record exists.')
  expect((await noteOf(['shown'], [])).note.hidden).toBe(true)
})
