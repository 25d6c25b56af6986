import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageAssets } from '../../web/pages/layout.ts'

interface ManifestEntry {
  file: string
  css?: string[]
  isEntry?: boolean
}

const EMBED_ASSETS = {
  timeline: ['/embed/threat-line.js'],
  card: ['/embed/card.js'],
  css: ['/embed/threat-line.css'],
}

/** The built files that every page loads, by the manifest of the build. */
export async function readAssets(clientDir: string): Promise<PageAssets> {
  const manifest = JSON.parse(await readFile(join(clientDir, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    ManifestEntry
  >
  const entry = manifest['web/main.ts']
  if (!entry) throw new Error('The build has no entry web/main.ts; run npm run build.')
  return { scripts: [`/${entry.file}`], css: (entry.css ?? []).map((file) => `/${file}`), embed: EMBED_ASSETS }
}

/** In development the files come from the dev server as they are. */
export const DEVELOPMENT_ASSETS: PageAssets = {
  scripts: ['/@vite/client', '/web/main.ts'],
  css: ['/web/styles/main.css'],
  embed: {
    timeline: ['/@vite/client', '/web/embed/threat-line.ts'],
    card: ['/@vite/client', '/web/embed/card.ts'],
    css: ['/web/styles/embed.css'],
  },
}
