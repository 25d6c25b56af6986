/**
 * A draft as a file that only a passphrase opens: AES-256-GCM under a key that PBKDF2 makes of the passphrase. Whoever changes a
 * byte of the file makes it unreadable. Needs a secure page (https, or this machine), as browsers have it.
 */
import { fromBase64, toBase64 } from './base64.ts'
import type { Draft } from './draft.ts'

/** Rounds of PBKDF2 with SHA-256: what OWASP’s Password Storage Cheat Sheet asks for (2023). */
const ROUNDS = 600_000
/** A file that asks for more would only keep the browser busy. */
const MOST_ROUNDS = 10_000_000
const SALT_BYTES = 16
/** https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf, 8.2 */
const IV_BYTES = 12

/** What keeps a file from being opened, in a sentence for its reader. */
export class SealError extends Error {
  override name = 'SealError'
}

interface SealedFile {
  threatline: 'draft'
  edition: 1
  rounds: number
  /** Base64, as all that follows. */
  salt: string
  iv: string
  sealed: string
}

/** Throws SealError where the page may not use cryptography. */
export async function seal(draft: Draft, passphrase: string, rounds = ROUNDS): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const key = await keyOf(passphrase, salt, rounds)
  const plain = new TextEncoder().encode(JSON.stringify(draft))
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain))
  const file: SealedFile = {
    threatline: 'draft',
    edition: 1,
    rounds,
    salt: toBase64(salt),
    iv: toBase64(iv),
    sealed: toBase64(sealed),
  }
  return `${JSON.stringify(file)}\n`
}

/** Throws SealError: no such file, another passphrase, or not as it was sealed. */
export async function unseal(text: string, passphrase: string): Promise<Draft> {
  const file = read(text)
  const key = await keyOf(passphrase, file.salt, file.rounds)
  const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: file.iv }, key, file.sealed).catch(() => {
    throw new SealError('The file does not open: the passphrase is another one, or the file was changed.')
  })
  const draft: unknown = JSON.parse(new TextDecoder().decode(opened))
  if (!isDraft(draft)) throw new SealError('The file holds a draft of another edition, which this page cannot read.')
  return draft
}

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  if (!globalThis.crypto?.subtle)
    throw new SealError(
      'This browser seals and opens files on secure pages (https) only. Download the document instead.',
    )
  // One way to write each letter, so that the passphrase is the same from any keyboard.
  const word = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const base = await crypto.subtle.importKey('raw', word, 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

function read(text: string) {
  try {
    const { threatline, edition, rounds, salt, iv, sealed } = JSON.parse(text) as SealedFile
    const isOurs =
      threatline === 'draft' && edition === 1 && Number.isInteger(rounds) && rounds > 0 && rounds <= MOST_ROUNDS
    if (isOurs) return { rounds, salt: fromBase64(salt), iv: fromBase64(iv), sealed: fromBase64(sealed) }
  } catch {
    // Said below: it is no such file.
  }
  throw new SealError('This is no draft that was saved here: choose a file that ends in .draft.json.')
}

/** What was sealed by us is whole; this holds it against files of an edition to come. */
const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'edition' in value && value.edition === 1 && 'sections' in value
