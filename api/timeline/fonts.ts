/** DejaVu Sans, which figures are laid out by and set in: from the package, on every machine the same. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)

/** Paths of the regular and the bold cut. */
export const FONT_FILES: readonly string[] = ['DejaVuSans', 'DejaVuSans-Bold'].map((name) =>
  require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`),
)

let cuts: Promise<Buffer[]> | undefined

/** CSS that holds the letters of the text, and no others: the same text gives the same bytes. */
export async function fontsFor(text: string): Promise<string> {
  cuts ??= Promise.all(FONT_FILES.map((file) => readFile(file)))
  const letters = [...new Set(text)].sort().join('')
  const faces = (await cuts).map(async (cut, i) => {
    const subset = await subsetFont(cut, letters, { targetFormat: 'woff2' })
    const source = `url(data:font/woff2;base64,${subset.toString('base64')}) format("woff2")`
    return `@font-face{font-family:"DejaVu Sans";font-weight:${i === 0 ? 400 : 700};src:${source}}`
  })
  return (await Promise.all(faces)).join('')
}
