import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterLook, isDead, LINK_STATES, type LinkStanding, type LinkState } from '../../../db/vocabulary/links.ts'

/** What is known after looks on these days of one month. */
function lookedAt(...looks: [day: number, state: LinkState][]): LinkStanding {
  const last = looks.reduce<LinkStanding | null>(
    (before, [day, state]) => afterLook(before, state, `2026-11-${String(day).padStart(2, '0')}`),
    null,
  )
  if (!last) throw new Error('at least one look')
  return last
}

describe('A link', () => {
  test('is dead as soon as its server says that nothing is there, and since the first day that it said so', () => {
    const standing = lookedAt([3, 'ok'], [4, 'gone'], [4, 'gone'], [9, 'gone'])
    expect(isDead(lookedAt([4, 'gone']))).toBe(true)
    expect(standing).toEqual({
      state: 'gone',
      since: '2026-11-04',
      days: 2,
      checkedOn: '2026-11-09',
      lastGoodOn: '2026-11-03',
    })
  })

  test('whose host has no name is dead after three days in a row, not after three looks', () => {
    expect(isDead(lookedAt([1, 'no_such_host'], [1, 'no_such_host'], [1, 'no_such_host']))).toBe(false)
    expect(isDead(lookedAt([1, 'no_such_host'], [2, 'no_such_host']))).toBe(false)
    expect(isDead(lookedAt([1, 'no_such_host'], [2, 'no_such_host'], [9, 'no_such_host']))).toBe(true)
  })

  test('whose host is found again in between begins its row anew', () => {
    const looks: [number, LinkState][] = [
      [1, 'no_such_host'],
      [2, 'no_such_host'],
      [3, 'unreachable'],
      [4, 'no_such_host'],
    ]
    expect(isDead(lookedAt(...looks))).toBe(false)
    expect(lookedAt(...looks).since).toBe('2026-11-04')
  })

  test('that answers again is not dead any more', () => {
    expect(isDead(lookedAt([1, 'gone'], [2, 'redirected']))).toBe(false)
    expect(isDead(lookedAt([1, 'gone'], [2, 'refused']))).toBe(false)
  })

  test('is never dead for a refusal or a fault of the network, however often', () => {
    const harmless = LINK_STATES.filter((state) => state !== 'gone' && state !== 'no_such_host')
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...harmless), { minLength: 1, maxLength: 28 }), (states) => {
        expect(isDead(lookedAt(...states.map((state, i): [number, LinkState] => [i + 1, state])))).toBe(false)
      }),
    )
  })
})
