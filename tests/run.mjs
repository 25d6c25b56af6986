/**
 * `npm test`: sees to everything that the tests need (packages, PostgreSQL, Chromium, the build), runs them all, and
 * ends with the line `N passed, N failed`. What stands after `--` goes to Vitest: `npm test -- --project unit`.
 * `npm run faults` (`--faults`): the long ones instead, which kill, cut, fill and disconnect.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkNode, ensureBuild, ensurePackages, root } from '../api/prepare.mjs'

const isFaults = process.argv[2] === '--faults'
const given = process.argv.slice(isFaults ? 3 : 2)

/** Which tests: those that are named, else all but the long ones. */
function projects() {
  if (isFaults) return ['--project=faults']
  return given.some((arg) => arg.startsWith('--project')) ? [] : ['--project=!faults']
}

async function prepare() {
  checkNode()
  await ensurePackages(process.env)
  const { runnerImport } = await import('vite')
  const load = async (file) =>
    (await runnerImport(join(root, 'tests', 'support', file), { configFile: false, root })).module
  const { chromiumPath } = await load('chromium.ts')
  const { postgresPrograms } = await load('postgres.ts')
  if (!isFaults) chromiumPath()
  if (!process.env.TEST_DATABASE_URL) postgresPrograms()
  if (!isFaults) await ensureBuild(process.env)
}

/** Runs Vitest and counts; whatever goes wrong outside a test (a file that does not load, a stray error) counts as failed. */
async function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'threatline-tests-'))
  const report = join(folder, 'report.json')
  try {
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await run(process.execPath, [vitest, 'run', ...reporters, ...args])
    const { passed, failed } = existsSync(report)
      ? count(JSON.parse(readFileSync(report, 'utf8')))
      : { passed: 0, failed: 0 }
    const wentWell = code === 0 && passed > 0
    return { passed, failed: wentWell ? failed : Math.max(1, failed) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function count({ numPassedTests, numFailedTests, testResults }) {
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length }
}

/** The exit code of a program that prints where we print; null if a signal ended it. */
function run(command, args) {
  return new Promise((done, fail) => {
    const env = { ...process.env, NODE_ENV: 'test', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', fail)
    child.once('close', done)
    // The terminal interrupts the child too; we stay to say how it ended.
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => child.kill('SIGTERM'))
  })
}

let result = { passed: 0, failed: 1 }
try {
  await prepare()
  result = await runTests([...projects(), ...given])
} catch (error) {
  console.error(`Threatline: ${error.message}`)
}
console.log(`${result.passed} passed, ${result.failed} failed`)
process.exitCode = result.failed ? 1 : 0
