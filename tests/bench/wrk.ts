/** wrk, which measures a server from outside; autocannon misreads compressed bodies. */
import { execFile, execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { installFromDebian } from '../support/debian.ts'

/** Makes sure that wrk is here. Throws if there is none and none can be had. */
export function ensureWrk(): void {
  if (isHere() || (installFromDebian('wrk', { bare: true }) && isHere())) return
  throw new Error('The bench needs wrk. Install it (Debian: apt-get install wrk; macOS: brew install wrk).')
}

function isHere(): boolean {
  try {
    // Without arguments it says how it is used, and ends with 1.
    execFileSync('wrk', ['-v'], { stdio: 'ignore' })
    return true
  } catch (error) {
    return (error as { code?: string }).code !== 'ENOENT'
  }
}

export interface Load {
  url: string
  headers: Record<string, string>
  seconds: number
  connections?: number
  /** The process that answers. */
  pid: number
}

export interface Throughput {
  perSecond: number
  /** Requests for each second that the server's process had a core: what a busy machine leaves unchanged. NaN but on Linux. */
  perCpuSecond: number
}

/** Throws if any answer was an error. */
export async function throughput({ url, headers, seconds, connections = 32, pid }: Load): Promise<Throughput> {
  const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const before = cpuSeconds(pid)
  const { stdout } = await promisify(execFile)('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, ...named, url])
  const used = cpuSeconds(pid) - before
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`wrk met errors at ${url}:\n${stdout}`)
  const [, requests, , perSecond] = /(\d+) requests in ([\s\S]*?)Requests\/sec:\s+([\d.]+)/.exec(stdout) ?? []
  return { perSecond: Number(perSecond), perCpuSecond: Number(requests) / used }
}

/** What Linux has noted of a process's time, in ticks of a hundredth of a second. */
function cpuSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return Number.NaN
  }
}
