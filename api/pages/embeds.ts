/** What the page that makes embeds shows: the choice made, by its title, and what it weighs. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { ServerRenderedTemplate } from '@lit-labs/ssr'
import type { z } from 'zod'
import { measureEmbed, timelineEmbed } from '../../web/pages/embed-page.ts'
import type { EmbedChoice } from '../../web/pages/embed-snippets.ts'
import { embedsPage } from '../../web/pages/embeds-page.ts'
import type { PageContext } from '../../web/pages/layout.ts'
import { renderPage } from '../../web/pages/render.ts'
import { findMeasureDetail } from '../measures/detail.ts'
import { TooManyMeasures, unlessTooMany } from '../problem.ts'
import type { ResolvedMoment, Service } from '../service.ts'
import { findTimeline, findTimelineChoices } from '../timeline/view.ts'
import type { EmbedsRequest } from './embed-request.ts'

type Asked = Omit<z.infer<typeof EmbedsRequest>, 'version' | 'asOf'>

/** What is said of the embed, and not of what it shows. */
const OF_EMBED = ['measure', 'theme', 'height']
/** All that is said of a card. */
const MOMENT = ['asOf', 'version']

/** `embedDir` holds the built files of embeds. */
export async function findEmbedsPage(
  service: Service,
  { measure, theme = 'auto', height, ...choice }: Asked,
  moment: ResolvedMoment,
  embedDir: string,
  context: PageContext,
): Promise<ServerRenderedTemplate> {
  const { version, asOf } = moment
  const isSaid = (name: string) => (measure ? MOMENT.includes(name) : !OF_EMBED.includes(name))
  const said = Object.entries(context.query).filter(([name, value]) => value && isSaid(name))
  const pinned = moment.pinned.version ? { version: String(version), asOf } : {}
  const embed = { query: { ...Object.fromEntries(said), ...pinned }, theme, height: height ?? null, site: context.site }
  const framed = { ...context, query: { ...embed.query, theme } }
  if (measure) {
    const detail = await findMeasureDetail(service, measure, moment)
    const page = await renderPage(measureEmbed(detail, framed))
    const card: EmbedChoice = { ...embed, measure, title: detail.shortTitle.en }
    return embedsPage({ embed: card, version, asOf, bytes: await weigh(embedDir, 'card.js', [page]) }, null, context)
  }
  const [view, choices] = await Promise.all([
    findTimeline(service, choice, moment).catch(unlessTooMany),
    findTimelineChoices(service, moment),
  ])
  if (view instanceof TooManyMeasures)
    return embedsPage({ embed: null, most: view.most, version, asOf }, choices, context)
  const page = await renderPage(timelineEmbed(view, framed))
  const bytes = await weigh(embedDir, 'threat-line.js', [page, JSON.stringify({ ...view, sources: {} })])
  return embedsPage({ embed: { ...embed, measure: null, title: view.title }, version, asOf, bytes }, choices, context)
}

/** As the server compresses what is made for a version, and what is made once (api/cached-answer.ts). */
const QUALITY = { text: 5, file: 11 }

async function compressed(text: string | Buffer, quality: number): Promise<number> {
  return (await promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })).length
}

/** Of files that stay the same as long as the program runs. */
const ofFiles = new Map<string, Promise<number>>()

function weighFile(path: string): Promise<number> {
  const known = ofFiles.get(path) ?? readFile(path).then((file) => compressed(file, QUALITY.file))
  ofFiles.set(path, known)
  return known
}

/** Bytes that a reader's browser loads, after brotli; null where nothing is built, as in development. */
async function weigh(embedDir: string, script: string, texts: readonly string[]): Promise<number | null> {
  const files = [script, 'threat-line.css'].map((name) => weighFile(join(embedDir, name)))
  try {
    const sizes = await Promise.all([...files, ...texts.map((text) => compressed(text, QUALITY.text))])
    return sizes.reduce((sum, size) => sum + size, 0)
  } catch {
    return null
  }
}
