import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CERTAINTIES, SEVERITY_TEXT } from '../../db/vocabulary/lists.ts'
import { RULE_OF_STAGE, RULES, RULES_EDITION, STATUSES } from '../../db/vocabulary/stages.ts'
import { PENDING } from '../../web/timeline/count-pressure.ts'

const methodology = readFileSync('docs/methodology.md', 'utf8')

test('the methodology names every rule once in its table, in the edition that the code has', () => {
  const rows = [...methodology.matchAll(/^\| (S\d+) \|/gm)].map((row) => row[1])
  expect(rows).toEqual([...RULES])
  expect(methodology).toContain(`in edition ${RULES_EDITION}`)
})

test('every status, severity with its criteria, and certainty is explained', () => {
  for (const status of STATUSES) expect(methodology).toContain(`**${status.replace('_', ' ')}**`)
  for (const [severity, criteria] of Object.entries(SEVERITY_TEXT)) {
    const row = methodology.split('\n').find((line) => line.startsWith(`| **${severity}** |`)) ?? ''
    expect(row.toLowerCase()).toContain(criteria.toLowerCase().replace(/\.$/, ''))
  }
  for (const certainty of CERTAINTIES) expect(methodology).toContain(`| **${certainty}** |`)
})

test('every rule is somebody’s: each stage has one, and S9, S15 and S16 come from terms, defeat and relations', () => {
  const ofStages = new Set(Object.values(RULE_OF_STAGE))
  expect(RULES.filter((rule) => !ofStages.has(rule))).toEqual(['S9', 'S15', 'S16'])
})

test('what counts as pending is what the methodology says, and no other status is', () => {
  const said = methodology.match(/\*\*Pending\*\* means ([^.]+)\./)?.[1] ?? ''
  expect(STATUSES.filter((status) => said.replace('not yet in force', '').includes(status.replace('_', ' ')))).toEqual(
    STATUSES.filter((status) => PENDING.has(status)),
  )
})
