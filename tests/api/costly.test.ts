import { expect, test } from 'vitest'
import { costly, createTurns } from '../../api/costly.ts'
import { ApiError } from '../../api/problem.ts'

/** Work that ends when it is told to. */
function work(name: string, begun: string[]) {
  let end = (_result: string) => {}
  let fail = (_error: Error) => {}
  const ended = new Promise<string>((done, refuse) => {
    end = done
    fail = refuse
  })
  const run = () => {
    begun.push(name)
    return ended
  }
  return { run, end: () => end(name), fail: () => fail(new Error(name)) }
}

/** Lets everything go on that can. */
const settle = () => new Promise((done) => setImmediate(done))

test('costly works take turns in the order they came, a few at a time', async () => {
  const service = { turns: createTurns({ atOnce: 2, waiting: 3 }) }
  const begun: string[] = []
  const works = ['a', 'b', 'c', 'd', 'e'].map((name) => work(name, begun))
  const results = works.map(({ run }) => costly(service, run))
  await settle()
  expect(begun).toEqual(['a', 'b'])
  expect([service.turns.running, service.turns.waiting]).toEqual([2, 3])
  works[1]?.end()
  expect(await results[1]).toBe('b')
  expect(begun).toEqual(['a', 'b', 'c'])
  for (const { end } of works) end()
  expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect([service.turns.running, service.turns.waiting]).toEqual([0, 0])
})

test('beyond the queue a 503 comes at once and says when to ask again', async () => {
  const service = { turns: createTurns({ atOnce: 1, waiting: 1, retryAfter: 7 }) }
  const begun: string[] = []
  const [a, b, c] = ['a', 'b', 'c'].map((name) => work(name, begun)) as [
    ReturnType<typeof work>,
    ReturnType<typeof work>,
    ReturnType<typeof work>,
  ]
  const first = costly(service, a.run)
  const second = costly(service, b.run)
  const refused = await costly(service, c.run).catch((error) => error)
  expect(refused).toBeInstanceOf(ApiError)
  expect(refused).toMatchObject({ status: 503, code: 'busy', headers: { 'Retry-After': '7' } })
  expect(service.turns.refused).toBe(1)
  a.end()
  b.end()
  expect(await Promise.all([first, second])).toEqual(['a', 'b'])
  expect(begun).not.toContain('c')
})

test('work that fails gives its turn on, and its error to its caller', async () => {
  const service = { turns: createTurns({ atOnce: 1, waiting: 5 }) }
  const [a, b] = ['a', 'b'].map((name) => work(name, [])) as [ReturnType<typeof work>, ReturnType<typeof work>]
  const first = costly(service, a.run)
  const thrown = costly(service, () => {
    throw new Error('at once')
  })
  const second = costly(service, b.run)
  a.fail()
  b.end()
  await expect(first).rejects.toThrow('a')
  await expect(thrown).rejects.toThrow('at once')
  expect(await second).toBe('b')
  expect(service.turns.running).toBe(0)
})
