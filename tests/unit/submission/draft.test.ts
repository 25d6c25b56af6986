import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  beginDraft,
  chooseFacts,
  factsOf,
  moved,
  moveSection,
  renew,
  renewalsOf,
  withBlock,
} from '../../../web/submission/draft.ts'
import { allFacts, type Material } from '../../../web/submission/material.ts'
import { anyMaterial, counter, draftOf, emptyDraft, PACK, RIGHTS, SOURCES } from './arbitrary-draft.ts'

test('moving changes the order and nothing else, and stops at the ends', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.nat(12), fc.integer({ min: -12, max: 12 }), (items, at, by) => {
      const after = moved(items, at, by)
      expect([...after].sort()).toEqual([...items].sort())
      if (at < items.length) expect(after[Math.min(Math.max(at + by, 0), items.length - 1)]).toBe(items[at])
    }),
  )
  const { sections } = moveSection(emptyDraft(), 0, 1)
  expect(sections[1]?.key).toBe('part-who')
})

test('an outline has the parts that the mechanism asks for, but for what the cover holds', () => {
  expect(emptyDraft().sections.map(({ key }) => key)).toEqual([
    'part-who',
    'part-follow-up',
    'laws',
    'letters',
    'events',
    'recommendations',
  ])
  const choice = { ...emptyDraft(), pack: { ...PACK, parts: [] } }
  expect(beginDraft(choice, counter()).sections[0]?.key).toBe('introduction')
})

test('choosing again keeps what stays as it was, with what was left out of it', () => {
  fc.assert(
    fc.property(anyMaterial, fc.nat(10), (material, drop) => {
      const draft = draftOf(material)
      const facts = allFacts(material, RIGHTS)
      const fewer = facts.filter((_, i) => i !== drop)
      const before = factsOf(draft)
      const after = factsOf(chooseFacts(draft, fewer, material.sources, counter()))
      expect(after).toEqual(
        before.filter(({ fact }) => fewer.some(({ record, slug }) => record === fact.record && slug === fact.slug)),
      )
    }),
  )
})

test('a draft holds the sources that it cites, and lets go of them with the fact', () => {
  fc.assert(
    fc.property(anyMaterial, (material) => {
      let draft = draftOf(material)
      for (const { id } of factsOf(draft)) draft = withBlock(draft, id, () => null)
      expect(draft.sources).toEqual({})
    }),
  )
})

/** The same material, with other words in its first record. */
function corrected(material: Material): Material {
  const [first, ...rest] = material.events
  return { ...material, version: 4, events: first ? [{ ...first, summary: 'It was otherwise.' }, ...rest] : [] }
}

describe('a correction of the record', () => {
  test('is offered for the facts that it changes, and only there', () => {
    fc.assert(
      fc.property(anyMaterial, (material) => {
        const draft = draftOf(material)
        expect(renewalsOf(draft, allFacts(material, RIGHTS))).toEqual([])
        const offered = renewalsOf(draft, allFacts(corrected(material), RIGHTS))
        expect(offered.map(({ block }) => block.fact.slug)).toEqual(material.events.length > 0 ? ['event-0'] : [])
      }),
    )
  })

  test('is taken with its version, when asked; what is no longer on record can be taken out', () => {
    fc.assert(
      fc.property(
        anyMaterial.filter(({ events }) => events.length > 0),
        (material) => {
          const draft = draftOf(material)
          const later = corrected(material)
          const [offer] = renewalsOf(draft, allFacts(later, RIGHTS))
          const taken = offer && renew(draft, offer, later, later.sources)
          const block = taken && factsOf(taken).find(({ fact }) => fact.slug === 'event-0')
          expect(block?.version).toBe(4)
          expect(JSON.stringify(block?.fact)).toContain('It was otherwise.')
          expect(taken && renewalsOf(taken, allFacts(later, RIGHTS))).toEqual([])
          const gone = renewalsOf(draft, []).reduce((sofar, renewal) => renew(sofar, renewal, later, SOURCES), draft)
          expect(factsOf(gone)).toEqual([])
        },
      ),
    )
  })
})
