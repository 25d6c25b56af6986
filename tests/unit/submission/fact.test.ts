import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factOfCommunication } from '../../../web/submission/communication-fact.ts'
import { certaintyOf, type Fact } from '../../../web/submission/fact.ts'
import { allFacts } from '../../../web/submission/material.ts'
import { factOfMeasure } from '../../../web/submission/measure-fact.ts'
import { AS_OF, anyMaterial, RIGHTS } from './arbitrary-draft.ts'

const wordsOf = ({ sentences }: Fact) => sentences.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join(' ')
const WORDS = { alleged: /allegedly/i, reported: /reportedly/i, inferred: /by inference/i } as const

describe('a fact of any record', () => {
  test('stands on a source with every piece of every sentence, and ends each sentence', () => {
    fc.assert(
      fc.property(anyMaterial, (material) => {
        for (const { sentences, dated } of allFacts(material, RIGHTS)) {
          for (const piece of [...sentences.flatMap(({ pieces }) => pieces), ...dated])
            expect(piece.cites.length).toBeGreaterThan(0)
          for (const { pieces } of sentences) expect(pieces.at(-1)?.text).toMatch(/[.!?…]["”’)]?$/)
        }
      }),
    )
  })

  test('says that it is alleged or only reported wherever no source states it', () => {
    fc.assert(
      fc.property(anyMaterial, (material) => {
        for (const { sentences, dated } of allFacts(material, RIGHTS)) {
          for (const { key, pieces } of sentences) {
            // What is not known is nobody's word.
            if (key === 'reply' && pieces.some(({ text }) => /is not known/.test(text))) continue
            for (const { cites } of pieces) {
              const certainty = certaintyOf(cites)
              if (certainty !== 'stated') expect(pieces.map(({ text }) => text).join('')).toMatch(WORDS[certainty])
            }
          }
          for (const { text, cites } of dated) {
            const certainty = certaintyOf(cites)
            if (certainty !== 'stated') expect(text).toMatch(WORDS[certainty])
          }
        }
      }),
    )
  })

  test('has a name for each sentence, once', () => {
    fc.assert(
      fc.property(anyMaterial, (material) => {
        for (const { sentences, besides } of allFacts(material, RIGHTS)) {
          const keys = sentences.map(({ key }) => key)
          expect(new Set(keys).size).toBe(keys.length)
          expect(besides.every((key) => keys.includes(key))).toBe(true)
        }
      }),
    )
  })
})

describe('a measure', () => {
  test('is told for the rights chosen and no other, and keeps the gravest of each right at first', () => {
    fc.assert(
      fc.property(anyMaterial, ({ measures }) => {
        for (const measure of measures) {
          const fact = factOfMeasure(measure, { asOf: AS_OF, rights: ['expression'] }, () => measure.steps)
          const impacts = measure.impacts.filter(({ right, counts }) => counts && right.slug === 'expression')
          const told = fact.sentences.filter(({ key }) => key.startsWith('impact-'))
          expect(told).toHaveLength(impacts.length)
          expect(fact.besides).toHaveLength(Math.max(0, impacts.length - 1))
        }
      }),
    )
  })

  test('has no step of a later day, and none that is only planned', () => {
    fc.assert(
      fc.property(anyMaterial, ({ measures }) => {
        for (const measure of measures) {
          const asOf = '2012-06-01'
          const fact = factOfMeasure(measure, { asOf, rights: RIGHTS }, () => measure.steps)
          const past = measure.steps.filter(
            ({ on, planned }) => !planned && (on.earliest === null || on.earliest <= asOf),
          )
          expect(fact.dated).toHaveLength(past.length)
        }
      }),
    )
  })
})

describe('a letter', () => {
  const letter = (material: Parameters<typeof factOfCommunication>[0]) => factOfCommunication(material, AS_OF)

  test('is replied, silent by a source’s word, or of unknown reply, and says which', () => {
    fc.assert(
      fc.property(anyMaterial, ({ communications }) => {
        for (const one of communications) {
          const fact = letter(one)
          expect(fact.reply === null).toBe(one.kind !== 'letter')
          if (fact.reply?.state === 'none')
            expect(wordsOf(fact)).toMatch(/silence, vouched for by a source: no reply had come by/i)
          if (fact.reply?.state === 'not_known') expect(wordsOf(fact)).toMatch(/Whether a reply came is not known/)
        }
      }),
    )
  })
})
