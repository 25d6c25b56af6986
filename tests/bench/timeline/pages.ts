/** The candidates, each built into one script as a page would load it, in a folder that is served. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { build, preview } from 'vite'

export const CANDIDATES = ['threat-line', 'canvas', 'vis-timeline', 'timelinejs'] as const
export type Candidate = (typeof CANDIDATES)[number]

/** The project's folder, where npm runs its scripts. */
const root = process.cwd()
const HERE = join(root, 'tests', 'bench', 'timeline')
const PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8"><title>Timeline</title>
  <style>body { margin: 0; font: 12px sans-serif } #app { position: relative; width: 1200px; height: 700px; overflow: hidden }</style>
  <div id="app"></div>
</html>`

export interface Assets {
  scripts: string[]
  styles: string[]
}

export interface Pages {
  url: string
  assets: Readonly<Record<Candidate, Assets>>
  stop(): Promise<void>
}

/** Builds and serves all; the caller stops. */
export async function servePages(): Promise<Pages> {
  const folder = mkdtempSync(join(tmpdir(), 'threatline-timelines-'))
  writeFileSync(join(folder, 'index.html'), PAGE)
  cpSync(join(root, 'node_modules', '@knight-lab', 'timelinejs', 'dist'), join(folder, 'timelinejs'), {
    recursive: true,
  })
  for (const name of CANDIDATES) await buildScript(pageOf(name), folder, name)
  const server = await preview({ ...QUIET, build: { outDir: folder }, preview: { host: '127.0.0.1', port: 0 } })
  const address = server.httpServer.address()
  return {
    url: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}/`,
    assets: Object.fromEntries(CANDIDATES.map((name) => [name, assetsOf(folder, name)])) as Record<Candidate, Assets>,
    stop: async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Of the element with all that it needs, in bytes after brotli at its best. */
export async function weighElement(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'threatline-element-'))
  try {
    await buildScript(join(root, 'web', 'elements', 'threat-line.ts'), folder, 'element')
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    return brotliCompressSync(readFileSync(join(folder, 'element.js')), { params }).length
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const QUIET = { root, configFile: false, logLevel: 'error', publicDir: false } as const

function pageOf(name: Candidate): string {
  return join(HERE, `${name}.page.${name === 'canvas' ? 'mjs' : 'ts'}`)
}

async function buildScript(entry: string, outDir: string, name: string): Promise<void> {
  const lib = { entry, formats: ['iife' as const], name: 'candidate', fileName: () => `${name}.js`, cssFileName: name }
  const define = { 'process.env.NODE_ENV': '"production"' }
  await build({ ...QUIET, define, build: { lib, outDir, emptyOutDir: false, minify: true } })
}

function assetsOf(folder: string, name: Candidate): Assets {
  const isTimelineJs = name === 'timelinejs'
  return {
    scripts: [...(isTimelineJs ? ['timelinejs/js/timeline.js'] : []), `${name}.js`],
    styles: [
      ...(isTimelineJs ? ['timelinejs/css/timeline.css'] : []),
      ...(existsSync(join(folder, `${name}.css`)) ? [`${name}.css`] : []),
    ],
  }
}
