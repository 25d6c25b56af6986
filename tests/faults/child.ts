import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { StoreAddress } from '../../db/connect.ts'
import { CHILD } from './build-child.ts'
import type { Said } from './said.ts'

export interface Child {
  /** Everything said so far. */
  said: Said[]
  /** What it printed to stderr: why it ended, if it ended by itself. */
  errors(): string
  /** Waits until it is open; false if it ended before. */
  opened(): Promise<boolean>
  /** Kills it, and waits until it has ended and all it said is read. */
  kill(): Promise<void>
  ended: Promise<unknown>
  process: ChildProcess
}

export function startChild(address: StoreAddress, seed: number, mode: 'once' | 'forever'): Child {
  const child = spawn(process.execPath, [CHILD, JSON.stringify(address), String(seed), mode], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  const said: Said[] = []
  let errors = ''
  child.stderr.on('data', (text: Buffer) => {
    errors = (errors + text).slice(-4000)
  })
  let isOpen: (open: boolean) => void = () => {}
  const opened = new Promise<boolean>((done) => {
    isOpen = done
  })
  createInterface(child.stdout).on('line', (line) => {
    const heard = JSON.parse(line) as Said
    said.push(heard)
    if (heard.is === 'open') isOpen(true)
  })
  const ended = once(child, 'close').then(() => {
    process.off('exit', endWithUs)
    isOpen(false)
  })
  return {
    said,
    errors: () => errors,
    opened: () => opened,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    ended,
    process: child,
  }
}
