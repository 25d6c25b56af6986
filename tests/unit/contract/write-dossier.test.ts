import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDossier } from '../../../api/contract/read-dossier.ts'
import { writeDossier } from '../../../api/writers/dossier.ts'
import { buildSource } from '../../support/build.ts'

/** Text as it is pasted: with every sign that some program takes for the end of a line. */
const pasted = fc
  .array(fc.constantFrom('a', 'Draft law', ' ', '\n', '\u2028', '\u2029', '\u0085', '\t', ': ', '# ', '- ', '“', 'ә'), {
    maxLength: 30,
  })
  .map((parts) => `x${parts.join('')}x`)

test.each(['yaml', 'json'] as const)('a text goes out as %s and comes in again, letter by letter', (form) => {
  fc.assert(
    fc.property(pasted, pasted, (title, note) => {
      const { records, faults } = readDossier(`a.${form}`, writeDossier([buildSource({ title, note })], form))
      expect(faults).toEqual([])
      expect(records).toMatchObject([{ title, note }])
    }),
    { numRuns: 300 },
  )
})
