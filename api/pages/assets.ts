import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageAssets } from '../../web/pages/layout.ts'

interface ManifestEntry {
  file: string
  css?: string[]
  /** Names of entries that it loads at once. */
  imports?: string[]
  isEntry?: boolean
}

const EMBED_ASSETS = {
  timeline: ['/embed/threat-line.js'],
  card: ['/embed/card.js'],
  css: ['/embed/threat-line.css'],
}

/** The built files that pages load, by the manifest of the build. */
export async function readAssets(clientDir: string): Promise<PageAssets> {
  const manifest = JSON.parse(await readFile(join(clientDir, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    ManifestEntry
  >
  const filesOf = (name: string) => {
    const entry = manifest[name]
    if (!entry) throw new Error(`The build has no entry ${name}; run npm run build.`)
    const shared = (entry.imports ?? []).flatMap((name) => manifest[name]?.file ?? [])
    return {
      scripts: [`/${entry.file}`],
      preloads: shared.map((file) => `/${file}`),
      css: (entry.css ?? []).map((file) => `/${file}`),
    }
  }
  return { ...filesOf('web/main.ts'), workspace: filesOf('web/submission/main.ts'), embed: EMBED_ASSETS }
}

/** In development the files come from the dev server as they are. */
export const DEVELOPMENT_ASSETS: PageAssets = {
  scripts: ['/@vite/client', '/web/main.ts'],
  preloads: [],
  css: ['/web/styles/main.css'],
  workspace: { scripts: ['/web/submission/main.ts'], css: ['/web/styles/workspace.css'] },
  embed: {
    timeline: ['/@vite/client', '/web/embed/threat-line.ts'],
    card: ['/@vite/client', '/web/embed/card.ts'],
    css: ['/web/styles/embed.css'],
  },
}
