import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propose } from '../../../web/submission/material.ts'
import { countWords } from '../../../web/submission/words.ts'
import { anyDay } from '../timeline/arbitrary-view.ts'
import { anyMaterial, RIGHTS } from './arbitrary-draft.ts'

const ALL = { rights: RIGHTS, from: null, until: null }
const nameOf = ({ fact }: { fact: { record: string; slug: string } }) => `${fact.record}/${fact.slug}`

test('what is chosen at first leaves the authors room, whatever the limit', () => {
  fc.assert(
    fc.property(anyMaterial, fc.integer({ min: 1, max: 5000 }), (material, limit) => {
      const chosen = propose(material, ALL, limit).filter(({ fits }) => fits)
      expect(chosen.reduce((sum, { words }) => sum + words, 0)).toBeLessThanOrEqual(0.7 * limit)
    }),
  )
})

test('a fact brings as many words as its sentences have at first', () => {
  fc.assert(
    fc.property(anyMaterial, (material) => {
      for (const { fact, words } of propose(material, ALL, null)) {
        const kept = fact.sentences.filter(({ key }) => !fact.besides.includes(key))
        expect(words).toBe(
          kept.reduce((sum, { pieces }) => sum + countWords(pieces.map(({ text }) => text).join('')), 0),
        )
      }
    }),
  )
})

test('only what touches a right that was chosen is proposed, and every record once', () => {
  fc.assert(
    fc.property(anyMaterial, (material) => {
      const proposed = propose(material, { ...ALL, rights: ['association'] }, null)
      expect(new Set(proposed.map(nameOf)).size).toBe(proposed.length)
      for (const { fact } of proposed.filter(({ fact }) => fact.record === 'measure')) {
        const measure = material.measures.find(({ slug }) => slug === fact.slug)
        expect(measure?.rights.some(({ right }) => right === 'association')).toBe(true)
      }
      expect(propose(material, { ...ALL, rights: [] }, null)).toEqual([])
    }),
  )
})

test('fewer years propose no more than more years do', () => {
  fc.assert(
    fc.property(anyMaterial, anyDay, anyDay, (material, a, b) => {
      const [from, until] = a <= b ? [a, b] : [b, a]
      // What is live and began before counts as of these years too, so the beginning is left open here.
      const all = new Set(propose(material, ALL, null).map(nameOf))
      const earlier = propose(material, { ...ALL, until }, null).map(nameOf)
      expect(earlier.every((name) => all.has(name))).toBe(true)
      const events = propose(material, { ...ALL, from, until }, null).filter(({ fact }) => fact.record === 'event')
      for (const { fact } of events)
        for (const { on } of fact.dated) {
          if (on.latest) expect(on.latest >= from).toBe(true)
          if (on.earliest) expect(on.earliest <= until).toBe(true)
        }
    }),
  )
})
