import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SealError, seal, unseal } from '../../../web/submission/sealed-file.ts'
import { anyDraft, emptyDraft } from './arbitrary-draft.ts'

/** Few, so that many can be tried; the number stands in the file. */
const ROUNDS = 10

test('a sealed draft opens with its passphrase, whatever both hold', async () => {
  await fc.assert(
    fc.asyncProperty(anyDraft, fc.string({ unit: 'grapheme', minLength: 1 }), async (draft, passphrase) => {
      expect(await unseal(await seal(draft, passphrase, ROUNDS), passphrase)).toEqual(JSON.parse(JSON.stringify(draft)))
    }),
    { numRuns: 30 },
  )
})

test('the file tells nothing of what it holds', async () => {
  const text = await seal(emptyDraft({ title: 'A telling title' }), 'correct horse', ROUNDS)
  expect(text).not.toContain('telling')
  expect(Object.keys(JSON.parse(text))).toEqual(['threatline', 'edition', 'rounds', 'salt', 'iv', 'sealed'])
  expect(await seal(emptyDraft(), 'correct horse', ROUNDS)).not.toBe(await seal(emptyDraft(), 'correct horse', ROUNDS))
})

test('another passphrase, a changed byte, or another file opens nothing and says so', async () => {
  const text = await seal(emptyDraft(), 'correct horse', ROUNDS)
  await expect(unseal(text, 'correct house')).rejects.toThrow(SealError)
  const file = JSON.parse(text)
  const bytes = Uint8Array.from(atob(file.sealed), (sign) => sign.charCodeAt(0))
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  const changed = JSON.stringify({ ...file, sealed: btoa(String.fromCharCode(...bytes)) })
  await expect(unseal(changed, 'correct horse')).rejects.toThrow(/passphrase is another one, or the file was changed/)
  for (const other of ['', '{}', 'hello', JSON.stringify({ ...file, rounds: 1e12 })])
    await expect(unseal(other, 'x')).rejects.toThrow(/no draft that was saved here/)
})

test('the same passphrase from another keyboard is the same', async () => {
  const text = await seal(emptyDraft(), 'cafe\u0301', ROUNDS)
  expect((await unseal(text, 'caf\u00e9')).id).toBe('id0')
})

test('a file made for keeping asks for as many rounds as are recommended', async () => {
  expect(JSON.parse(await seal(emptyDraft(), 'correct horse')).rounds).toBe(600_000)
})
