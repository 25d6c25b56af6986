/**
 * Measures, by ratio and side by side on this machine. Every `*.bench.ts` beside this file is run in turn, or those whose names
 * are given: `node tests/bench/run.mjs lists`. Each is built first as the server is, because development's modules are slower.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensurePackages, root } from '../../api/prepare.mjs'

const SUFFIX = '.bench.ts'
const folder = join(root, 'tests', 'bench')

/** Beside the packages, so that the built module finds them. */
async function load(file) {
  const { build } = await import('vite')
  const outDir = mkdtempSync(join(root, 'node_modules', '.bench-'))
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }))
  const output = { entryFileNames: 'main.mjs' }
  const ssr = { ssr: join(folder, file), outDir, emptyOutDir: true, target: 'node20', minify: false }
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ...ssr, rolldownOptions: { output } },
  })
  return import(pathToFileURL(join(outDir, 'main.mjs')).href)
}

await ensurePackages(process.env)
const names = process.argv.slice(2)
const files = readdirSync(folder).filter((file) => file.endsWith(SUFFIX))
const { table } = await load('figures.ts')
let missed = 0
for (const file of files.filter((one) => names.length === 0 || names.includes(one.slice(0, -SUFFIX.length)))) {
  const { bench } = await load(file)
  const figures = await bench((text) => console.log(text))
  console.log(table(figures))
  missed += figures.filter(({ target }) => target && !target.isMet).length
}
process.exitCode = missed ? 1 : 0
