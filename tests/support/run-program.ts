/** Runs a program to its end. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Its exit code, and all that it printed. It works in the project's folder. */
export async function runProgram(command: string, args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output }
}
