import { expect, test } from 'vitest'
import { createTerminal } from '../../../api/commands/terminal.ts'

function streams(isTTY: boolean) {
  const written = { out: '', err: '' }
  let now = 0
  const into = (stream: 'out' | 'err') => ({
    isTTY,
    write: (text: string) => {
      written[stream] += text
    },
  })
  const later = (ms: number) => {
    now += ms
  }
  return { terminal: createTerminal(into('out'), into('err'), () => now), written, later }
}

test('on a terminal progress is one line that is written over, and ends before the next line of talk', () => {
  const { terminal, written, later } = streams(true)
  const progress = terminal.progress('Verifying')
  progress(1, 10)
  later(200)
  progress(2, 10)
  terminal.say('Stopped.')
  expect(written.err).toBe('\r\u001b[KVerifying: 2 of 10\nStopped.\n')
})

test('in a log progress is a plain line now and then, and nothing for what is quick', () => {
  const { terminal, written, later } = streams(false)
  const progress = terminal.progress('Verifying')
  for (let done = 1; done <= 10; done++) progress(done, 10)
  expect(written.err).toBe('')
  later(6000)
  progress(4, 10)
  expect(written.err).toBe('Verifying: 4 of 10\n')
})

test('data goes to stdout alone, talk to stderr alone', () => {
  const { terminal, written } = streams(false)
  terminal.out('data')
  terminal.say('talk')
  expect(written).toEqual({ out: 'data', err: 'talk\n' })
})
