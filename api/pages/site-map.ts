/** For search engines: what may be read, and every page that there is. */
import { listNames } from '../../db/queries/names.ts'
import type { RecordKind } from '../../db/vocabulary/lists.ts'
import { pageAddress } from '../addresses.ts'
import type { ResolvedMoment, Service } from '../service.ts'

/** Of a map, by sitemaps.org. */
const MOST_PAGES = 50_000

const LISTS = [
  '/',
  '/letters',
  '/rights',
  '/jurisdictions',
  '/families',
  '/sources',
  '/versions',
  '/methodology',
  '/glossary',
  '/submissions/new',
  '/about',
  '/embeds',
  '/correct',
  '/api/docs',
]

/** Those readers look for first; sources follow. */
const KINDS: readonly RecordKind[] = [
  'measure',
  'communication',
  'event',
  'family',
  'jurisdiction',
  'right',
  'source',
  'rule_pack',
]

export const robots = (address: string): string =>
  `User-agent: *\nDisallow: /correct/received/\nDisallow: /cite\nDisallow: /api/changes\n\nSitemap: ${address}/sitemap.xml\n`

export async function siteMap({ db, address }: Service, { version }: ResolvedMoment): Promise<string> {
  const names = await listNames(db, KINDS, version, MOST_PAGES - LISTS.length)
  const order = (record: RecordKind) => KINDS.indexOf(record)
  const entries = [
    ...LISTS.map((path) => `<url><loc>${address}${path}</loc></url>`),
    ...names
      .sort((a, b) => order(a.record) - order(b.record))
      .map(
        ({ record, slug, at }) =>
          `<url><loc>${pageAddress(address, record, slug)}</loc><lastmod>${new Date(at).toISOString().slice(0, 10)}</lastmod></url>`,
      ),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`
}
