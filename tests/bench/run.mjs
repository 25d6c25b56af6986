/**
 * `npm run bench`: measures, by ratio and side by side on this machine. Every `*.bench.ts` beside this file is run in turn, or
 * those whose names are given: `npm run bench -- cached start`. Prints a table and writes it to a file in the temp folder.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkNode, ensureBuild, ensurePackages, root } from '../../api/prepare.mjs'

const SUFFIX = '.bench.ts'

/** Built as the server is, because a runner's own way of importing holds back what is imported late. Beside the packages, so that they are found. */
async function load(file) {
  const { build } = await import('vite')
  const outDir = mkdtempSync(join(root, 'node_modules', '.bench-'))
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }))
  const ssr = { ssr: join(root, 'tests', 'bench', file), outDir, emptyOutDir: true, target: 'node20', minify: false }
  const rolldownOptions = { output: { entryFileNames: 'main.mjs' } }
  await build({ root, configFile: false, logLevel: 'error', publicDir: false, build: { ...ssr, rolldownOptions } })
  return import(pathToFileURL(join(outDir, 'main.mjs')).href)
}

async function measure(wanted) {
  const folder = join(root, 'tests', 'bench')
  const files = readdirSync(folder).filter((file) => file.endsWith(SUFFIX))
  const chosen = files.filter((file) => !wanted.length || wanted.includes(file.slice(0, -SUFFIX.length)))
  if (!chosen.length) throw new Error(`There is no bench of that name; there are ${files.join(', ')}.`)
  const { table } = await load('figures.ts')
  const rows = []
  for (const file of chosen.sort()) {
    console.log(`Threatline: measuring ${file.slice(0, -SUFFIX.length)}`)
    const { bench } = await load(file)
    rows.push(...(await bench((text) => console.log(text))))
  }
  return { text: table(rows), missed: rows.filter((row) => row.target && !row.target.isMet) }
}

try {
  checkNode()
  await ensurePackages(process.env)
  await ensureBuild(process.env)
  const { text, missed } = await measure(process.argv.slice(2))
  const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`
  const report = `${new Date().toISOString()}, ${machine}\n\n${text}`
  const file = join(mkdtempSync(join(tmpdir(), 'threatline-bench-')), 'figures.txt')
  writeFileSync(file, report)
  console.log(`\n${report}\nWritten to ${file}`)
  if (missed.length) console.log(`${missed.length} below target.`)
  process.exitCode = missed.length ? 1 : 0
} catch (error) {
  console.error(`Threatline: ${error.stack ?? error}`)
  process.exitCode = 1
}
