/** The browser of the tests: the one that the system has. None is ever downloaded by a test library. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installFromDebian, isRoot } from './debian.ts'

/** Where Debian's package puts it. */
export const DEBIAN_CHROMIUM = '/usr/bin/chromium'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const KNOWN_PLACES = [
  DEBIAN_CHROMIUM,
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Path of a Chromium on this machine: the variable CHROMIUM, else the system's; undefined if there is none. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM
  if (named) return named
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...KNOWN_PLACES, ...onPath].find(isExecutable)
}

/** The same, installed where possible. Throws if there is none and none can be had. */
export function chromiumPath(): string {
  const path = findChromium() ?? (installFromDebian('chromium') ? findChromium() : undefined)
  if (!path)
    throw new Error('The tests need Chromium. Install it (or Chrome), or name its program in the variable CHROMIUM.')
  if (!isExecutable(path)) throw new Error(`The variable CHROMIUM names ${path}, which is not a program.`)
  return path
}

/** Options for a quiet browser that asks nothing of a network; as root Chromium refuses to run with its sandbox. */
export function chromiumArgs(): string[] {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
    '--disable-dev-shm-usage',
    ...(isRoot() ? ['--no-sandbox'] : []),
  ]
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
