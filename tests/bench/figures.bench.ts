/**
 * The figure of Kyrgyzstan as two renderers draw it: resvg, which paints our PNG, and rsvg-convert of Debian, given our SVG and the
 * shipped font alone. What differs is counted in pixels.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { PNG } from 'pngjs'
import { FONT_FILES } from '../../api/timeline/fonts.ts'
import { installFromDebian } from '../support/debian.ts'
import { startServer } from '../support/server.ts'
import type { Figure } from './figures.ts'

/** In percent of all pixels. */
const MOST = 2
/**
 * In steps of 255, of the channel that differs most. 32 is about the least that the eye tells apart in two thin strokes, and more
 * than the rounding of fades and edges makes; a letter that stands elsewhere differs by 100 and more. The others are for comparison.
 */
const SEEN = 32
const STEPS = [0, 8, SEEN, 96]

const THEMES = ['light', 'dark'] as const

export async function bench(say: (text: string) => void): Promise<Figure[]> {
  if (!hasOther()) {
    say('Threatline: rsvg-convert is not here, so that nothing is compared (Debian: apt-get install librsvg2-bin).')
    return []
  }
  const folder = mkdtempSync(join(tmpdir(), 'threatline-figures-'))
  const server = await startServer({ DATA_DIR: join(folder, 'data') })
  try {
    const convert = otherRenderer(folder)
    const figures: Figure[] = []
    for (const theme of THEMES) {
      const ask = async (form: string) => {
        const answer = await fetch(`${server.url}/api/timeline.${form}?jurisdiction=KG&theme=${theme}`)
        if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
        return Buffer.from(await answer.arrayBuffer())
      }
      const ours = PNG.sync.read(await ask('png'))
      const theirs = PNG.sync.read(convert(await ask('svg'), ours.width))
      for (const step of STEPS) {
        const share = shareThatDiffers(ours, theirs, step)
        const target = { words: `at most ${MOST} %`, isMet: share <= MOST }
        figures.push({
          what: `figure, ${theme}: pixels that differ by more than ${step} of 255`,
          unit: '%',
          ours: [share],
          ...(step === SEEN ? { target } : {}),
        })
      }
    }
    return figures
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function hasOther(): boolean {
  const isHere = () => {
    try {
      execFileSync('rsvg-convert', ['--version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  }
  return isHere() || (installFromDebian('librsvg2-bin', { bare: true }) && isHere())
}

/** rsvg-convert with our font and no other; `width` of the picture in pixels. */
function otherRenderer(folder: string): (svg: Buffer, width: number) => Buffer {
  const fonts = join(folder, 'fonts')
  mkdirSync(fonts)
  for (const file of FONT_FILES) copyFileSync(file, join(fonts, basename(file)))
  const settings = join(folder, 'fonts.conf')
  writeFileSync(
    settings,
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  )
  return (svg, width) => {
    const file = join(folder, 'figure.svg')
    writeFileSync(file, svg)
    const out = join(folder, 'figure.png')
    execFileSync('rsvg-convert', ['--width', String(width), '--keep-aspect-ratio', '--output', out, file], {
      env: { ...process.env, FONTCONFIG_FILE: settings },
    })
    return readFileSync(out)
  }
}

/** Percent of the pixels of which a channel differs by more than `step`. Throws where the pictures are of two sizes. */
function shareThatDiffers(a: PNG, b: PNG, step: number): number {
  if (a.width !== b.width || a.height !== b.height)
    throw new Error(`${a.width} × ${a.height} pixels against ${b.width} × ${b.height}`)
  let count = 0
  for (let at = 0; at < a.data.length; at += 4) {
    const differs = [0, 1, 2].some((channel) => {
      const place = at + channel
      return Math.abs((a.data[place] ?? 0) - (b.data[place] ?? 0)) > step
    })
    if (differs) count++
  }
  return (100 * count) / (a.width * a.height)
}
