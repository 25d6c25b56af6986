/** What tells programs which files a copy holds. */
import { escapeHtml } from '../../web/pages/escape.ts'
import { LICENCE } from '../service.ts'
import type { Fixed } from './addresses.ts'
import { publicFile, type Sites } from './contents.ts'
import { FORMAT, type Folder, MANIFEST, SUMS } from './folder.ts'
import { JSON_TYPE } from './lists.ts'

export const TEXT_TYPE = 'text/plain; charset=utf-8'

/** For search engines (sitemaps.org), which want whole addresses. */
export async function writeSiteMap(folder: Folder, site: string): Promise<void> {
  const pages = folder.files.filter(({ path }) => path.endsWith('index.html') && !path.startsWith('embed/'))
  const entries = pages.map(({ path }) => `<url><loc>${escapeHtml(publicFile(site, path))}</loc></url>\n`).sort()
  const map = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`
  await folder.write('sitemap.xml', 'application/xml; charset=utf-8', map)
  await folder.write('robots.txt', TEXT_TYPE, `User-agent: *\nDisallow:\n\nSitemap: ${site}/sitemap.xml\n`)
}

/** Written last: the manifest names neither itself nor the list of checksums, which names it. */
export async function writeManifest(folder: Folder, fixed: Fixed, sites: Sites): Promise<void> {
  const files = folder.files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const manifest = { format: FORMAT, ...fixed, ...sites, licence: LICENCE, files }
  await folder.write(MANIFEST, JSON_TYPE, `${JSON.stringify(manifest, null, 1)}\n`)
  const sums = folder.files.map(({ path, sha256 }) => `${sha256}  ${path}\n`)
  await folder.write(SUMS, TEXT_TYPE, sums.sort().join(''))
}
