import { expect, test } from 'vitest'
import { heightMessages } from '../../../web/embed/height.ts'
import { sayNewer } from '../../../web/embed/newer.ts'

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
