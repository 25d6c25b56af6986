/**
 * A ZIP whose bytes depend on its files alone: in their order, all of one day, compressed by a library in JavaScript, since the zlib
 * of Node packs differently from one machine to the next. Others are served between its pieces; threads of their own would take
 * longer to start than the packing takes.
 */
import { setImmediate } from 'node:timers/promises'
import { Zip, ZipDeflate } from 'fflate'

export interface BundledFile {
  name: string
  text: string
}

/** The first day that the format can hold, which has no zone: as each machine writes it, the same on all. */
const dayOfAll = (): Date => new Date(1980, 0, 1)

/** In bytes: packed in about ten milliseconds. */
const PIECE = 262_144

export async function writeZip(files: readonly BundledFile[]): Promise<Buffer> {
  const packed: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    packed.push(bytes)
  })
  for (const { name, text } of files) {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = dayOfAll()
    zip.add(entry)
    const bytes = Buffer.from(text)
    for (let from = 0; from === 0 || from < bytes.length; from += PIECE) {
      entry.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length)
      await setImmediate()
    }
  }
  zip.end()
  return Buffer.concat(packed)
}
