import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { breachesIn, importsIn } from '../support/import-borders.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

function sources(): { path: string; text: string }[] {
  return ['api', 'web', 'db', 'seed'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|mjs)$/.test(name))
      .map((name) => ({
        path: [folder, ...name.split(sep)].join('/'),
        text: readFileSync(join(ROOT, folder, name), 'utf8'),
      })),
  )
}

describe('Borders between the floors', () => {
  test('no file of the project crosses one', () => {
    expect(sources().flatMap(({ path, text }) => breachesIn(path, text))).toEqual([])
  })

  test('every import of a file of ours is found where it says', () => {
    const paths = new Set(sources().map(({ path }) => path))
    const imported = sources().flatMap(({ path, text }) => importsIn(path, text))
    const scripts = imported.filter(({ file }) => file?.endsWith('.ts'))
    expect(scripts.length).toBeGreaterThan(50)
    expect(scripts.filter(({ file }) => !paths.has(file ?? ''))).toEqual([])
  })
})

describe('A border is crossed when', () => {
  test.each([
    ['db/vocabulary/status.ts', `import { stages } from '../tables.ts'`, 'db/vocabulary'],
    ['db/vocabulary/status.ts', `import { readFile } from 'node:fs/promises'`, 'as an argument'],
    ['db/vocabulary/status.ts', 'const today = new Date()', 'as an argument'],
    ['web/timeline/lay-out.ts', `import type { Detail } from '../../api/contract/views.ts'`, 'web/timeline/view.ts'],
    ['web/timeline/lay-out.ts', `import { html } from 'lit'`, 'web/timeline/view.ts'],
    ['web/timeline/paint.ts', `const canvas = document.createElement('canvas')`, 'as an argument'],
    ['db/migrations/2030-01-01T0000_more.ts', `import { STAGES } from '../vocabulary/stages.ts'`, 'frozen'],
    ['db/queries/measures.ts', `import type { View } from '../../api/contract/views.ts'`, 'none of its neighbours'],
    ['db/queries/measures.ts', `import { layOut } from '../../web/timeline/lay-out.ts'`, 'none of its neighbours'],
    ['web/elements/threat-line.ts', `import { listMeasures } from '../../db/queries/measures.ts'`, 'api-client'],
    ['web/pages/measure-page.ts', `import { present } from '../../api/measures/present.ts'`, 'api/contract'],
    ['web/elements/tl-filter.ts', `import { Measure } from '../../api/contract/record.ts'`, 'import type'],
    ['web/elements/tl-filter.ts', `import { type Measure } from '../../api/contract/record.ts'`, 'import type'],
    ['web/elements/tl-filter.ts', `const schemas = import('../../api/contract/record.ts')`, 'import type'],
    ['web/elements/tl-filter.ts', `export * from '../../api/contract/record.ts'`, 'import type'],
    ['web/elements/tl-filter.ts', `export type { A }\nimport { B } from '../../api/contract/record.ts'`, 'import type'],
    ['web/main.ts', `import { readSeed } from '../seed/load.ts'`, 'loader'],
    ['api/measures/routes.ts', `import { ThreatLine } from '../../web/elements/threat-line.ts'`, 'web/pages'],
    ['api/measures/routes.ts', `import { readSeed } from '../../seed/load.ts'`, 'api/open.ts'],
    ['api/contract/record.ts', `import { parse } from '../parse.ts'`, 'api/contract'],
    ['api/contract/record.ts', `import type { Db } from '../../db/tables.ts'`, 'db/vocabulary'],
    ['api/measures/routes.ts', `import { presentEvent } from '../events/present.ts'`, 'db/expressions'],
    ['seed/load.ts', `import { notFound } from '../api/problem.ts'`, 'api/contract'],
    ['db/connect.ts', `import express from 'express'`, 'lives in api'],
    ['web/editor/form.ts', `import { z } from 'zod'`, 'api/contract'],
    ['api/measures/routes.ts', `import { sql } from 'kysely'`, 'db/queries'],
    ['api/open.ts', `const { PGlite } = await import('@electric-sql/pglite')`, 'db/queries'],
    ['web/elements/tl-filter.ts', `import { scaleUtc } from 'd3'`, 'one door'],
    ['web/submission/compose.ts', `import { Document } from 'docx'`, 'it is heavy'],
    ['api/app.ts', `import { html } from 'lit'`, 'live in web'],
    ['web/elements/tl-filter.ts', `import { html } from '@lit-labs/ssr'`, 'on the server alone'],
    ['web/elements/tl-filter.ts', `import { join } from 'node:path'`, 'no Node'],
    ['api/app.ts', `import { everything } from './measures/index.ts'`, 'not an index'],
    ['api/open.ts', 'const port = process.env.PORT', 'api/config.ts'],
    ['db/connect.ts', 'const { env } = process', 'api/config.ts'],
    ['web/elements/threat-line.ts', `const answer = await fetch('/api/timeline')`, 'api-client'],
    ['web/elements/threat-line.ts', `globalThis.fetch('/api/timeline')`, 'api-client'],
  ])('%s: %j', (path, source, instead) => {
    const breaches = breachesIn(path, source)
    expect(breaches).toHaveLength(1)
    expect(breaches[0]).toContain(path)
    expect(breaches[0]).toContain(instead)
  })

  test('an import spans lines', () => {
    const source = `import { a } from './a.ts'\nimport {\n  b,\n  c,\n} from '../../db/tables.ts'\n`
    expect(breachesIn('web/elements/threat-line.ts', source)).toHaveLength(1)
  })
})

describe('No border is crossed when', () => {
  test.each([
    ['db/vocabulary/status.ts', `import { addDays } from './edtf.ts'`],
    ['db/vocabulary/edtf.ts', 'const last = new Date(Date.UTC(2024, 0, 1))'],
    [
      'web/timeline/lay-out.ts',
      `import { scaleUtc } from 'd3'\nimport type { Day } from '../../db/vocabulary/edtf.ts'`,
    ],
    ['db/migrations/2030-01-01T0000_more.ts', `import { type Kysely, sql } from 'kysely'`],
    ['db/migrate.ts', `import { Migrator } from 'kysely/migration'`],
    [
      'web/elements/threat-line.ts',
      `import type { View } from '../../api/contract/views.ts'\nimport { zoom } from 'd3'`,
    ],
    ['web/elements/threat-line-styles.ts', `import { css } from 'lit'`],
    ['web/editor/form.ts', `import { Measure } from '../../api/contract/record.ts'`],
    ['web/pages/render.ts', `import { render } from '@lit-labs/ssr'`],
    ['api/pages/routes.ts', `import { findMeasure } from '../measures/detail.ts'`],
    ['api/measures/routes.ts', `import { toSvg } from '../../web/timeline/to-svg.ts'\nimport express from 'express'`],
    ['api/open.ts', `import { readSeed } from '../seed/load.ts'`],
    [
      'seed/load.ts',
      `import { readDossier } from '../api/contract/read-dossier.ts'\nimport { RIGHTS } from '../db/vocabulary/rights.ts'`,
    ],
    ['api/config.ts', 'const env = process.env'],
    ['web/api-client.ts', 'const answer = await fetch(address)'],
    ['api/hot-cache.ts', `prefetch(); cache.fetch('x') // not fetch('y'), and no process.env`],
    [
      'db/tables.ts',
      `/* import { a } from '../api/app.ts' */\nconst address = 'https://example.org' // see process.env`,
    ],
  ])('%s: %j', (path, source) => {
    expect(breachesIn(path, source)).toEqual([])
  })
})
