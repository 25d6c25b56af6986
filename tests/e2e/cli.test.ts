/** The command line as a process: what an operator types, reads and pipes. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildMeasure, ground } from '../support/build.ts'
import { startServer } from '../support/server.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threatline-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Ended {
  code: number
  out: string
  talk: string
}

/** Runs a command on a store in the folder. */
async function threatline(store: string, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [resolve('api/cli.mjs'), ...args], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: '', DATA_DIR: join(folder, store) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let talk = ''
  child.stdout.on('data', (text: Buffer) => {
    out += text
  })
  child.stderr.on('data', (text: Buffer) => {
    talk += text
  })
  const [code] = (await once(child, 'close')) as [number]
  expect(talk).not.toMatch(/^\s+at .*:\d+/m)
  return { code, out, talk }
}

async function dossier(name: string, records: object[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, JSON.stringify({ dossier: 1, records }))
  return path
}

test('a record is imported, proposed, accepted, compared, exported, backed up and restored', async () => {
  const first = await dossier('first.json', [...ground(), buildMeasure()])
  expect(await threatline('a', 'import', first, '--accept', '--author', 'Asel')).toMatchObject({ code: 0, out: '' })
  const second = await dossier('second.json', [buildMeasure({ kind: 'law' })])
  const proposed = await threatline('a', 'import', second, '--author', 'Bakyt', '--message', 'It is a law')
  expect(proposed.code).toBe(0)
  expect(proposed.talk).toContain('changed measure example-bill\n  kind: "bill" → "law"\n')
  const id = proposed.out.trim()
  expect((await threatline('a', 'proposals')).out).toMatch(
    new RegExp(`^${id}\t.*\tBakyt\tIt is a law\t1 given, 0 taken back\topen\n$`),
  )
  const accepted = await threatline('a', 'accept', id, '--author', 'Asel')
  expect(accepted.talk).toContain('Version 2: 0 added, 1 changed, 0 retracted.')
  expect((await threatline('a', 'diff', '1', '2')).out).toBe('changed measure example-bill\n  kind: "bill" → "law"\n')
  expect(JSON.parse((await threatline('a', 'export')).out).records).toHaveLength(3)
  const backup = join(folder, 'a.backup')
  expect((await threatline('a', 'backup', backup)).code).toBe(0)
  const restored = await threatline('b', 'restore', backup)
  expect(restored).toMatchObject({ code: 0, out: (await threatline('a', 'verify')).out })
  expect(restored.out).toMatch(/^[0-9a-f]{64}\n$/)
}, 240_000)

test('what cannot be read ends with 2 and says how to write it; what fails ends with 1 and says what to do', async () => {
  expect(await threatline('c', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('backup FILE') })
  const unknown = await threatline('c', 'print')
  expect(unknown).toMatchObject({ code: 2, talk: expect.stringContaining('no command "print"') })
  expect(await threatline('c', 'diff', '1')).toMatchObject({ code: 2, talk: expect.stringContaining('diff FROM TO') })
  const missing = await threatline('c', 'restore', join(folder, 'none'))
  expect(missing).toMatchObject({ code: 1, talk: expect.stringContaining('is not there. Correct the path.') })
  const empty = await threatline('c', 'export')
  expect(empty).toMatchObject({ code: 1, out: '', talk: expect.stringContaining('store is empty') })
  const broken = await dossier('broken.json', [{ ...buildMeasure(), kind: 'poem' }])
  const refused = await threatline('c', 'import', broken, '--accept')
  expect(refused).toMatchObject({
    code: 1,
    talk: expect.stringContaining('measure example-bill: kind: must be one of'),
  })
}, 240_000)

test('a command that reads says that DATA_DIR holds no store, and makes none', async () => {
  const commands = [
    ['verify'],
    ['reindex'],
    ['backup', join(folder, 'nothing.backup')],
    ['export'],
    ['publish', '--out', join(folder, 'nothing')],
    ['diff', '0', '0'],
    ['proposals'],
    ['messages'],
    ['accept', 'one'],
    ['reject', 'one', '--because', 'so'],
  ]
  for (const command of commands)
    expect(await threatline('nowhere', ...command), command.join(' ')).toEqual({
      code: 1,
      out: '',
      talk: `DATA_DIR is ${join(folder, 'nowhere')}, which holds no store. Set DATA_DIR (or DATABASE_URL) to where the record is, or bring one in with restore or import.\n`,
    })
  expect(await readdir(folder)).not.toContain('nowhere')
  expect(await readdir(folder)).not.toContain('nothing.backup')
  await mkdir(join(folder, 'bare'))
  expect(await threatline('bare', 'verify')).toMatchObject({ code: 1, talk: expect.stringContaining('holds no store') })
  expect(await readdir(join(folder, 'bare'))).toEqual([])
}, 240_000)

test('a backup takes the place of a file only when told to, and is never half there', async () => {
  const records = await dossier('kept.json', [...ground(), buildMeasure()])
  expect((await threatline('kept', 'import', records, '--accept', '--author', 'Asel')).code).toBe(0)
  const file = join(folder, 'kept.backup')
  await writeFile(file, 'mine')
  expect(await threatline('kept', 'backup', file)).toEqual({
    code: 1,
    out: '',
    talk: `${file} is there already. Name another file, or say --replace to put the backup in its place.\n`,
  })
  expect(await readFile(file, 'utf8')).toBe('mine')
  expect((await threatline('kept', 'backup', file, '--replace')).code).toBe(0)
  expect((await threatline('again', 'restore', file)).code).toBe(0)
  await mkdir(join(folder, 'is-a-folder'))
  expect((await threatline('kept', 'backup', join(folder, 'is-a-folder'), '--replace')).code).toBe(1)
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
}, 240_000)

test('the site is published as files, and what cannot be read is refused by name before anything is written', async () => {
  const records = await dossier('site.json', [...ground(), buildMeasure()])
  expect((await threatline('site', 'import', records, '--accept', '--author', 'Asel')).code).toBe(0)
  const out = join(folder, 'site-in-files')
  const to = ['publish', '--out', out]
  expect(await threatline('site', 'publish')).toMatchObject({ code: 2, talk: expect.stringContaining('--out DIR') })
  const refused = async (...options: string[]) => {
    const { code, talk } = await threatline('site', ...to, ...options)
    return { code, talk: talk.trim() }
  }
  expect(await refused('--filter', 'jurisdiction=XX&rihgt=life')).toEqual({
    code: 2,
    talk: expect.stringMatching(/^--filter rihgt is not known here\. Known: jurisdiction, right, /),
  })
  expect(await refused('--version', '2')).toEqual({
    code: 2,
    talk: '--version is 2, and the newest is 1. Write a number from 1 to 1.',
  })
  expect(await refused('--as-of', 'today')).toMatchObject({ code: 2, talk: expect.stringContaining('YYYY-MM-DD') })
  expect(await refused('--site', 'example.org')).toMatchObject({
    code: 2,
    talk: expect.stringContaining('--site example.org'),
  })
  expect(await readdir(folder)).not.toContain('site-in-files')
  const done = await threatline('site', ...to, '--as-of', '2026-11-24')
  expect(done).toMatchObject({ code: 0, out: '' })
  expect(done.talk).toMatch(
    /\d+ files, \d+ bytes: version 1 as of 2026-11-24 is in .*\nOpen .*index\.html in a browser/,
  )
  expect(await readdir(out)).toEqual(
    expect.arrayContaining(['index.html', 'manifest.json', 'SHA256SUMS', 'README.txt']),
  )
  expect(await threatline('site', ...to)).toMatchObject({ code: 1, talk: expect.stringContaining('--replace') })
  expect((await threatline('site', ...to, '--replace')).code).toBe(0)
}, 240_000)

test('what a visitor asks is listed until an editor is done with it', async () => {
  const server = await startServer({ DATA_DIR: join(folder, 'asked') })
  const says = 'The day of the second reading is wrong.'
  const sent = await fetch(`${server.url}/correct`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ wish: 'correct', about: '/measures/a', says }),
  })
  const number = new URL(sent.url).pathname.split('/').at(-1) ?? ''
  await server.stop()
  const listed = await threatline('asked', 'messages')
  expect(listed.out).toMatch(new RegExp(`^${number}\t\\d{4}-\\d\\d-\\d\\d\tcorrect\t/measures/a\t${says}\n$`))
  const author = ['--author', 'Asel']
  expect(await threatline('asked', 'messages', 'done', number.toUpperCase(), ...author)).toMatchObject({
    code: 0,
    out: '',
  })
  expect((await threatline('asked', 'messages')).out).toBe('')
  expect((await threatline('asked', 'messages', '--all')).out).toContain('by Asel')
  const again = await threatline('asked', 'messages', 'done', number, ...author)
  expect(again).toMatchObject({ code: 1, talk: `Message ${number} was done already.\n` })
  expect(await threatline('asked', 'messages', 'finished', number)).toMatchObject({ code: 2 })
}, 240_000)

test('while the server holds the directory, a command says in one line who holds it and what to do', async () => {
  const server = await startServer({ DATA_DIR: join(folder, 'held') })
  try {
    const { code, out, talk } = await threatline('held', 'verify')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(talk).toMatch(
      /^The data directory .* is held by process \d+, serving http:\/\/127.0.0.1:\d+\. .*stop the server.*\n$/,
    )
    expect(talk).toContain(server.url)
  } finally {
    await server.stop()
  }
}, 120_000)
