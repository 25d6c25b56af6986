/**
 * Where the hot cache keeps its answers: found by the address as it was written, bounded by bytes. What was used longest ago
 * goes first; several go at once, so that making room costs little for each.
 */
import type { CachedAnswer } from './cached-answer.ts'
import type { Taste } from './negotiation.ts'

type Form = Taste['form']

export interface Place {
  readonly form: Form
  /** Form and canonical address. */
  readonly key: string
  answer: CachedAnswer
  /** Number of the last use; higher is later. */
  usedAt: number
  /** The spellings under which it is found at once. */
  readonly spellings: string[]
  bytes: number
}

/** Room is made down to this part of the bound. */
const AFTER_CLEARING = 0.9
/** A stranger can write an address in many ways; the others are found by the canonical address, a little slower. */
const MOST_SPELLINGS = 4

/** No address has a space. */
export const keyOf = (form: Form, canonical: string): string => `${form} ${canonical}`

export class Shelf {
  private readonly byKey = new Map<string, Place>()
  private readonly bySpelling: Record<Form, Map<string, Place>> = { json: new Map(), html: new Map() }
  private uses = 0
  private held = 0

  constructor(readonly maxBytes: number) {}

  get bytes(): number {
    return this.held
  }

  get size(): number {
    return this.byKey.size
  }

  /** The largest answer that is kept; one alone may not push out all others. */
  get largest(): number {
    return this.maxBytes / 4
  }

  spelt(form: Form, address: string): Place | undefined {
    return this.bySpelling[form].get(address)
  }

  at(form: Form, canonical: string): Place | undefined {
    return this.byKey.get(keyOf(form, canonical))
  }

  use(place: Place): void {
    place.usedAt = ++this.uses
  }

  put(form: Form, canonical: string, answer: CachedAnswer): void {
    const key = keyOf(form, canonical)
    const known = this.byKey.get(key)
    if (known) known.answer = answer
    const place = known ?? { form, key, answer, usedAt: 0, spellings: [], bytes: 0 }
    this.byKey.set(key, place)
    this.use(place)
    this.weigh(place)
  }

  /** Remembers a spelling of an address that is here. */
  spell(place: Place, address: string): void {
    const spellings = this.bySpelling[place.form]
    if (place.spellings.length >= MOST_SPELLINGS || spellings.has(address) || !this.isHere(place)) return
    place.spellings.push(address)
    spellings.set(address, place)
    this.weigh(place)
  }

  /** Counts a place's bytes anew: a body in another encoding has been made. */
  weigh(place: Place): void {
    if (!this.isHere(place)) return
    const bytes = place.answer.bytes + place.key.length + place.spellings.reduce((sum, text) => sum + text.length, 0)
    this.held += bytes - place.bytes
    place.bytes = bytes
    if (this.held > this.maxBytes) this.makeRoom()
  }

  remove(place: Place): void {
    if (!this.byKey.delete(place.key)) return
    for (const address of place.spellings) this.bySpelling[place.form].delete(address)
    this.held -= place.bytes
  }

  removeAt(form: Form, canonical: string): void {
    const place = this.at(form, canonical)
    if (place) this.remove(place)
  }

  /** Removes what does not hold any more. */
  keepOnly(holds: (answer: CachedAnswer) => boolean): void {
    for (const place of this.byKey.values()) if (!holds(place.answer)) this.remove(place)
  }

  private isHere(place: Place): boolean {
    return this.byKey.get(place.key) === place
  }

  private makeRoom(): void {
    const oldestFirst = [...this.byKey.values()].sort((a, b) => a.usedAt - b.usedAt)
    for (const place of oldestFirst) {
      if (this.held <= this.maxBytes * AFTER_CLEARING) return
      this.remove(place)
    }
  }
}
