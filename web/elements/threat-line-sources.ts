/** Sources that the data came without: asked for when the details that cite them are open. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { fetchSources } from '../api-client.ts'
import type { TimelineView } from '../timeline/view.ts'

interface Host extends ReactiveControllerHost, HTMLElement {
  address: string | null
  data: TimelineView | null
}

export class LateSources implements ReactiveController {
  /** Each is asked for once, whether it came or not: until then, and without it, there is the way to its page. */
  private asked = new WeakMap<TimelineView, Set<string>>()

  constructor(private readonly host: Host) {}

  hostUpdated(): void {
    const { address, data, shadowRoot } = this.host
    if (address === null || data === null) return
    const asked = this.asked.get(data) ?? new Set()
    const missing = [...(shadowRoot?.querySelectorAll<HTMLElement>('[data-source]') ?? [])].flatMap(
      ({ dataset: { source } }) => (source && !asked.has(source) ? [source] : []),
    )
    if (missing.length === 0) return
    this.asked.set(data, new Set([...asked, ...missing]))
    void fetchSources(address, [...new Set(missing)], data.version).then(
      (found) => {
        for (const source of found) data.sources[source.slug] = source
        this.host.requestUpdate()
      },
      () => {},
    )
  }
}
