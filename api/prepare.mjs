/**
 * What has to stand before the server or the tests can run: Node, the packages, the build. Plain JavaScript without
 * dependencies, because it runs in an empty clone. A step that was cut off at any moment is done again: its stamp is
 * taken away first and written last.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const inRoot = (...path) => join(root, ...path)
const PACKAGES_STAMP = inRoot('node_modules', '.threatline-stamp')
const BUILD_STAMP = inRoot('dist', '.stamp')
const RUNNING_STEP = inRoot('dist', '.running-step')
const OLDEST_NODE = [20, 19]
const LONGEST_WAIT_MS = 180_000

/** A step failed; the message says which, and what to do. */
export class StepFailed extends Error {}

let print = console.log

/** For a program whose stdout is data. */
export function talkOnStderr() {
  print = console.error
}

/** Prints one calm line. */
export function say(line) {
  print(`Threatline: ${line}`)
}

/** Throws StepFailed on a Node that is too old. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
    throw new StepFailed(
      `Node ${version} is too old. Install Node ${OLDEST_NODE.join('.')} or newer (nodejs.org) and start again.`,
    )
}

/** Installs the packages if they are missing or not those of the lock file. Throws StepFailed. */
export async function ensurePackages(env) {
  const wanted = digestOfPackages()
  if (stamped(PACKAGES_STAMP, wanted)) return
  await untilNoOtherStepRuns()
  if (!installedAsLocked()) {
    say('installing packages (once; it can take a minute)')
    // npm removes packages in no set order; without its own list a half-emptied folder cannot pass for a whole one.
    rmSync(PACKAGES_STAMP, { force: true })
    rmSync(inRoot('node_modules', '.package-lock.json'), { force: true })
    const onWindows = process.platform === 'win32'
    const code = await runStep(
      onWindows ? 'npm.cmd' : 'npm',
      ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'],
      {
        env: { ...env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
        shell: onWindows,
      },
    )
    if (code !== 0)
      throw new StepFailed(
        `installing packages failed (npm ci: ${code}). npm's own lines above say why; check the network and start again.`,
      )
    say('packages are installed')
  }
  writeFileSync(PACKAGES_STAMP, wanted)
}

/** Builds server and web files if their sources have changed since the last build. Throws StepFailed. */
export async function ensureBuild(env) {
  const wanted = digestOfSources()
  const isCurrent = () =>
    stamped(BUILD_STAMP, wanted) && ['server.js', 'cli.js'].every((name) => existsSync(inRoot('dist', 'server', name)))
  if (isCurrent()) return
  await untilNoOtherStepRuns()
  if (isCurrent()) return
  say('building')
  rmSync(BUILD_STAMP, { force: true })
  const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js')
  const code = await runStep(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    env: { ...env, NODE_ENV: 'production' },
  })
  if (code !== 0)
    throw new StepFailed(`the build failed (vite build: ${code}). Mend what the lines above name and start again.`)
  writeFileSync(BUILD_STAMP, wanted)
  say('built')
}

/** Identifies the packages that the lock file and package.json ask for on this kind of machine. */
function digestOfPackages() {
  const { dependencies, devDependencies, overrides } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))
  return createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .update(JSON.stringify([dependencies, devDependencies, overrides, process.platform, process.arch]))
    .digest('hex')
}

/** Identifies the sources of the build by content: a copied or unpacked tree may bear any modification time. */
function digestOfSources() {
  const hash = createHash('sha256')
  const add = (path) => {
    if (statSync(inRoot(path)).isDirectory())
      for (const name of readdirSync(inRoot(path)).sort()) add(`${path}/${name}`)
    else
      hash
        .update(`${path}\0`)
        .update(readFileSync(inRoot(path)))
        .update('\0')
  }
  for (const path of [
    'api',
    'web',
    'db',
    'seed/load.ts',
    'docs/glossary.md',
    'docs/methodology.md',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'vite.config.ts',
  ])
    add(path)
  return hash.digest('hex')
}

function stamped(file, digest) {
  return existsSync(file) && readFileSync(file, 'utf8') === digest
}

/**
 * Whether somebody has already installed what the lock file names, by hand or in a run that died before its stamp. npm
 * lists what it installed, as the last act of an installation; optional packages are those of another kind of machine.
 */
function installedAsLocked() {
  const list = inRoot('node_modules', '.package-lock.json')
  if (!existsSync(list)) return false
  const locked = Object.entries(JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages)
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages
  return locked.every(([path, wanted]) => {
    if (path === '') return true
    const there = installed[path]
    return there
      ? there.version === wanted.version && there.integrity === wanted.integrity
      : wanted.optional && !meantForHere(wanted)
  })
}

/** Whether an optional package says that it is for this kind of machine; one that says nothing is needed by none. */
function meantForHere({ os, cpu, libc }) {
  if (!os && !cpu) return false
  const fits = (list, here) => !list || list.includes(here)
  const libcHere = () => (process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl')
  return fits(os, process.platform) && fits(cpu, process.arch) && (!libc || fits(libc, libcHere()))
}

/**
 * Runs a step to its end and gives its exit code, or the signal that ended it. Its errors are shown without the stacks of
 * other people's programs. A step outlives a parent that is killed, so its process is written down for the next start.
 */
function runStep(command, args, options) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], ...options })
    child.once('error', (error) =>
      fail(new StepFailed(`${command} could not be run (${error.message}). Is it installed?`)),
    )
    let errors = ''
    child.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text
    })
    if (child.pid === undefined) return
    mkdirSync(inRoot('dist'), { recursive: true })
    writeFileSync(RUNNING_STEP, String(child.pid))
    const stop = () => {
      child.kill('SIGTERM')
      process.exit(1)
    }
    process.once('SIGTERM', stop)
    child.once('close', (code, signal) => {
      process.off('SIGTERM', stop)
      rmSync(RUNNING_STEP, { force: true })
      process.stderr.write(errors.replace(/^ +at .*\n/gm, ''))
      done(code ?? signal)
    })
  })
}

/** Two installations or builds at once would spoil each other; the later one waits for the earlier. */
async function untilNoOtherStepRuns() {
  if (!existsSync(RUNNING_STEP)) return
  const pid = Number(readFileSync(RUNNING_STEP, 'utf8'))
  const giveUp = Date.now() + LONGEST_WAIT_MS
  if (pid && worksHere(pid)) say(`waiting for process ${pid}, which is installing or building here`)
  while (pid && worksHere(pid) && Date.now() < giveUp) await pause(200)
  rmSync(RUNNING_STEP, { force: true })
}

/** Whether a process is alive and, where the system tells, works in this folder: numbers of dead processes are reused. */
function worksHere(pid) {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return process.platform !== 'linux' || join(readlinkSync(`/proc/${pid}/cwd`), '/') === join(root, '/')
  } catch {
    return false
  }
}
