/** Writes a copy: asks the original for what the copy holds, and puts its answers into files. */
import { listAllBodies } from '../../db/queries/records.ts'
import type { Progress } from '../../db/versions.ts'
import type { TimelineView } from '../../web/timeline/view.ts'
import { sayDay } from '../../web/timeline/words.ts'
import { pageAddress, permalinkOf } from '../addresses.ts'
import type { AnyRecord } from '../contract/record.ts'
import type { ListResource } from '../list.ts'
import { LISTS } from '../lists.ts'
import { TooManyMeasures } from '../problem.ts'
import { drawPng, drawSvg, PRINT_WIDTH } from '../timeline/figure.ts'
import { writeDossier } from '../writers/dossier.ts'
import { addressOf, fileOf, keyOf, NOWHERE } from './addresses.ts'
import { type ClientFiles, typeOf } from './client-files.ts'
import type { Asked, Contents } from './contents.ts'
import type { Folder } from './folder.ts'
import { TEXT_TYPE, writeManifest, writeSiteMap } from './inventory.ts'
import { type Asked as AskedOfList, JSON_TYPE, listFiles, listKeys } from './lists.ts'
import { type Original, typeOfAnswer, viewOf } from './original.ts'
import { copyPage } from './page.ts'
import { type Choice, type Plan, planView, planWhole } from './plan.ts'
import { readMe } from './read-me.ts'

/** Records that name their sources beside them. */
const CITING = /^\/api\/(measures|communications|events)\/[^/]+$/

export class Copy {
  constructor(
    private readonly original: Original,
    private readonly contents: Contents,
    private readonly folder: Folder,
    private readonly progress: Progress,
  ) {}

  /** All of it. `view` is what is chosen; null for the whole record. */
  async write(client: ClientFiles, view: TimelineView | null): Promise<void> {
    const { contents, folder, original } = this
    const { fixed, sites } = contents
    for (const [path, bytes] of client.files) {
      contents.know(`/${path}`, path)
      await folder.write(path, typeOf(path), bytes)
    }
    const plan = view ? planView(contents, fixed.filter, view) : await planWhole(contents, original)
    const address = sites.site
    const lists = LISTS.flatMap((resource): { resource: ListResource; asked: AskedOfList }[] => {
      if (!plan.chosen) return [{ resource, asked: { slugs: null, address } }]
      const slugs = resource.record && plan.chosen.get(resource.record)
      return slugs ? [{ resource, asked: { slugs, address } }] : []
    })
    for (const { resource, asked } of lists) for (const key of listKeys(resource, asked)) contents.know(key)
    for (const choice of plan.timelines) await this.draw(choice)
    await this.answers(plan)
    for (const { resource, asked } of lists) await this.list(resource, asked)
    await this.dossiers(plan)
    await folder.write('README.txt', TEXT_TYPE, readMe(fixed, sites))
    if (sites.site) await writeSiteMap(folder, sites.site)
    await writeManifest(folder, fixed, sites)
  }

  /** In files of their own: a figure, in a frame, and as slides. */
  private async draw(choice: Choice): Promise<void> {
    const { contents, folder } = this
    const view = await viewOf(this.original, choice).catch(unlessTooMany)
    // No page shows it, and no figure could.
    if (view === null) return
    const key = (path: string) => keyOf(addressOf(path, choice), contents.fixed)
    const options = { theme: 'light', permalink: this.permalink(choice) } as const
    const svg = await drawSvg(view, PRINT_WIDTH, options)
    await folder.write(contents.know(key('/api/timeline.svg')), 'image/svg+xml; charset=utf-8', svg)
    await folder.write(contents.know(key('/api/timeline.png')), 'image/png', await drawPng(view, 'social', options))
    for (const path of ['/api/timeline', '/api/timeline.timelinejs.json', '/embed/timeline'])
      contents.add(addressOf(path, choice))
  }

  /** Where a figure says that it is found again. */
  private permalink(choice: Choice): string | null {
    const { fixed, sites } = this.contents
    const page = new URL(addressOf('/', choice), NOWHERE)
    if (sites.site) return this.contents.publicAddress(page.href)
    return sites.live && permalinkOf(sites.live, page, fixed)
  }

  /** Until no page leads to one that is not written yet. */
  private async answers({ chosen }: Plan): Promise<void> {
    const { contents, folder, original } = this
    for (let asked = contents.next(); asked; asked = contents.next()) {
      this.progress(folder.files.length, contents.size)
      const answer = await original.ask(asked.address)
      const type = typeOfAnswer(answer)
      if (!asked.key.startsWith('/api/')) {
        await folder.write(asked.file, type, await this.page(asked, answer.body.toString()))
        continue
      }
      await folder.write(asked.file, type, contents.withPublicAddresses(answer.body.toString()))
      const sources = chosen?.get('source')
      if (!sources || !CITING.test(asked.key)) continue
      for (const { slug } of (JSON.parse(answer.body.toString()) as { sources?: { slug: string }[] }).sources ?? []) {
        sources.add(slug)
        contents.add(pageAddress('', 'source', slug))
      }
    }
  }

  private page({ key, file }: Asked, text: string): Promise<string> {
    const { contents, original } = this
    const { version, asOf } = contents.fixed
    return copyPage(text, {
      contents,
      path: new URL(key, NOWHERE).pathname,
      file,
      note: `A copy of version ${version} of the record, as of ${sayDay(asOf)}.`,
      isEmbed: key.startsWith('/embed/'),
      load: async (address) => (await original.ask(withSources(address))).body.toString(),
    })
  }

  private async list(resource: ListResource, asked: AskedOfList): Promise<void> {
    const { service, moment } = this.original
    for await (const { key, type, text } of listFiles(service, moment, resource, asked))
      await this.folder.write(fileOf(key), type, this.contents.withPublicAddresses(text))
  }

  /** The records as they are edited: all, or those of the view. */
  private async dossiers({ chosen }: Plan): Promise<void> {
    const { service, moment } = this.original
    const all = (await listAllBodies(service.db, moment.version)) as AnyRecord[]
    const records = chosen ? all.filter(({ record, slug }) => chosen.get(record)?.has(slug)) : all
    await this.folder.write('dossier.json', JSON_TYPE, writeDossier(records, 'json'))
    await this.folder.write('dossier.yaml', 'application/yaml; charset=utf-8', writeDossier(records, 'yaml'))
  }
}

/** A copy has nobody to ask for sources later. */
function withSources(address: string): string {
  const whole = new URL(address, NOWHERE)
  whole.searchParams.delete('without')
  return whole.pathname + whole.search
}

function unlessTooMany(error: unknown): null {
  if (error instanceof TooManyMeasures) return null
  throw error
}
