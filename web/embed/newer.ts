/** A frozen embed stays as it was published; a quiet note says when the record has moved on. */
import { type Change, fetchChanges } from '../api-client.ts'

/** A correction of what is shown is more than that there is a newer version. Null where nothing came later. */
export function sayNewer(changes: readonly Change[], shown: readonly string[]): string | null {
  if (changes.length === 0) return null
  const touched = new Set(changes.map(({ record, slug }) => `${record}/${slug}`))
  const count = shown.filter((name) => touched.has(name)).length
  if (count === 0) return 'A newer version of the record exists.'
  return `${count === 1 ? 'A record' : `${count} records`} shown here changed later.`
}

/** Names in one request: an address has to stay shorter than servers take. */
const MOST_NAMES = 100

/** What came after the version: of what is shown if there is any, else anything. */
async function findNewer(version: string, shown: readonly string[]): Promise<Change[]> {
  const slugs = shown.map((name) => name.slice(name.indexOf('/') + 1))
  const asked = Array.from({ length: Math.ceil(slugs.length / MOST_NAMES) }, (_, i) =>
    fetchChanges(version, slugs.slice(i * MOST_NAMES, (i + 1) * MOST_NAMES)),
  )
  const touching = (await Promise.all(asked)).flat()
  return touching.length > 0 ? touching : fetchChanges(version)
}

/** Stays silent where no answer comes. */
export async function noteNewer(body: HTMLElement): Promise<void> {
  const { version, shows = '' } = body.dataset
  const note = body.querySelector<HTMLElement>('[data-newer]')
  if (!version || !note) return
  const shown = shows.split(' ').filter(Boolean)
  const changes = await findNewer(version, shown).catch(() => [])
  const text = sayNewer(changes, shown)
  if (!text) return
  note.textContent = text
  note.hidden = false
}
