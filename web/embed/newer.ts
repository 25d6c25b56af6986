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

/** Asks once, and stays silent where no answer comes. */
export async function noteNewer(body: HTMLElement): Promise<void> {
  const { version, shows = '' } = body.dataset
  const note = body.querySelector<HTMLElement>('[data-newer]')
  if (!version || !note) return
  const changes = await fetchChanges(version).catch(() => [])
  const text = sayNewer(changes, shows.split(' '))
  if (!text) return
  note.textContent = text
  note.hidden = false
}
