/** A ZIP read by another library than the one that writes it, which checks each file's checksum. */
import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js'

export interface Unzipped {
  name: string
  text: string
  /** As the file has it, without a zone. */
  modified: Date
}

export async function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<Unzipped[]> {
  const reader = new ZipReader(new BlobReader(new Blob([bytes])), { checkSignature: true, useWebWorkers: false })
  const entries = await reader.getEntries()
  const files: Unzipped[] = []
  for (const entry of entries) {
    if (entry.directory) throw new Error(`${entry.filename} is a folder`)
    const text = await entry.getData(new TextWriter())
    files.push({ name: entry.filename, text, modified: entry.lastModDate })
  }
  await reader.close()
  return files
}
