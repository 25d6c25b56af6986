import { lookup } from 'node:dns/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { instantOf } from '../../db/digest.ts'
import {
  type Finding,
  forgetOthers,
  listDeadLinks,
  listSourceLinks,
  type SourceLink,
  saveFinding,
} from '../../db/links.ts'
import { newestVersion } from '../../db/versions.ts'
import { LINK_STATES, type LinkState } from '../../db/vocabulary/links.ts'
import { isPublic } from '../link-check/ask.ts'
import { type Manners, userAgentOf } from '../link-check/hosts.ts'
import { checkLinks, type Link, linksOf, NothingAnswers } from '../link-check/run.ts'
import { type Command, CommandFailed, counted, UsageError } from './command.ts'

const DAY_MS = 86_400_000
const SECOND_MS = 1000
/** Without a word, a link is looked at once a week. */
const USUAL_DAYS = 7
const USUAL_PAUSE_S = 2
const TIMEOUT_MS = 20_000

export const checkSourcesCommand: Command = {
  usage: '[--jurisdiction KG] [--limit N] [--older-than 30d | --again] [--pause SECONDS] [--private-network]',
  says: 'looks whether the links of sources still lead somewhere, politely, and prints those that do not',
  words: [0, 0],
  options: {
    jurisdiction: { type: 'string' },
    limit: { type: 'string' },
    'older-than': { type: 'string' },
    again: { type: 'boolean' },
    pause: { type: 'string' },
    'private-network': { type: 'boolean' },
  },
  async run({ store: { db }, terminal, values, at, publicUrl }) {
    const days = values.again ? 0 : (numberIn(values, 'older-than', 'd') ?? USUAL_DAYS)
    const limit = numberIn(values, 'limit') ?? Number.POSITIVE_INFINITY
    const pauseMs = (numberIn(values, 'pause') ?? USUAL_PAUSE_S) * SECOND_MS
    const jurisdiction = typeof values.jurisdiction === 'string' ? values.jurisdiction.toLowerCase() : undefined

    const version = await newestVersion(db)
    await forgetOthers(db, version, at)
    const sources = await listSourceLinks(db, version, jurisdiction)
    if (sources.length === 0)
      throw new CommandFailed(
        jurisdiction
          ? `No record of "${values.jurisdiction}" cites a source. Write a code such as KG.`
          : 'The store holds no source.',
      )
    const due = linksOf(sources.filter((source) => isDue(source, at, days)))
    const links = due.slice(0, limit)
    const unlinked = sources.filter(({ address }) => address === null).length
    terminal.say(
      `${counted(links.length, 'link')} to look at; ${counted(sources.length, 'source')}, ${unlinked} of them without a link.`,
    )

    // What is under way when the signal comes is given up; what was found stays.
    const stopping = new AbortController()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
    const manners: Manners = {
      userAgent: userAgentOf(publicUrl),
      pauseMs,
      network: {
        resolve: (hostname) => lookup(hostname, { all: true }),
        mayAsk: values['private-network'] ? () => true : isPublic,
        timeoutMs: TIMEOUT_MS,
      },
      now: Date.now,
      wait: (ms, signal) => sleep(ms, undefined, { signal }),
      signal: stopping.signal,
    }
    const counts = new Map<LinkState, number>()
    let done = 0
    const told = ({ slugs, address }: Link, finding: Finding) => {
      counts.set(finding.state, (counts.get(finding.state) ?? 0) + 1)
      terminal.say(`${++done} of ${links.length}: ${sayFinding(finding)}: ${slugs.join(', ')} ${address}`)
    }
    const save = (address: string, finding: Finding) => saveFinding(db, address, finding, new Date().toISOString())
    const checked = await checkLinks(links, { manners, save, told }).catch((error) => {
      throw error instanceof NothingAnswers ? new CommandFailed(error.message) : error
    })

    const all = linksOf(sources)
    const dead = new Map((await listDeadLinks(db, addressesOf(all))).map((link) => [link.address, link]))
    for (const { address, slugs } of all) {
      const link = dead.get(address)
      if (link) terminal.out(`${[slugs.join(','), link.state, link.since, address].join('\t')}\n`)
    }
    if (stopping.signal.aborted) terminal.say('It was stopped.')
    const found = LINK_STATES.flatMap((state) => (counts.has(state) ? [`${counts.get(state)} ${state}`] : []))
    terminal.say([`${counted(checked, 'link')} looked at`, ...found].join(', ').concat('.'))
    const left = due.length - checked
    if (left > 0) terminal.say(`${counted(left, 'link')} left; the same command goes on from here.`)
    terminal.say(`${counted(dead.size, 'dead link')} in all.`)
  },
}

const isDue = ({ checkedAt }: SourceLink, at: string, days: number): boolean =>
  checkedAt === null || Date.parse(at) - Date.parse(instantOf(checkedAt)) >= days * DAY_MS

const addressesOf = (links: readonly Link[]): string[] => links.map(({ address }) => address)

/** An option's whole number, before its unit where it has one. Throws UsageError. */
function numberIn(values: Record<string, string | boolean | undefined>, name: string, unit = ''): number | null {
  const text = values[name]
  if (text === undefined) return null
  const number = /^(\d{1,5})([a-z]*)$/.exec(String(text))
  if (number?.[2] !== unit) throw new UsageError(`--${name} is "${text}"; write a whole number, such as 30${unit}.`)
  return Number(number[1])
}

/** "gone (404)", "redirected (200) to https://…", without the query, which may hold what is meant for one visitor. */
function sayFinding({ state, code, leadsTo }: Finding): string {
  const where = leadsTo === null ? '' : `to ${leadsTo.replace(/\?.*/, '')}`
  return [state, code === null ? '' : `(${code})`, where].filter(Boolean).join(' ')
}
