/**
 * Keeps a page in step with its timeline: the address is the view (range and as-of day), and what the server made of the
 * day (drawing, list, counts) is taken anew from the server. For the page entry; an embed leaves its host's address alone.
 */
import { fetchPage } from '../api-client.ts'
import type { ThreatLine, ThreatLineView } from './threat-line.ts'

/** Parts of the page that speak of the day, and are replaced by the same parts of the page for another day. */
const PARTS = ['threat-line > [slot="figure"]', 'threat-line > [slot="list"]', '[data-counts]', 'footer.site']
/** Links and forms of the page that lead to the same view of other measures. */
const CARRIERS = 'a[data-keeps-view], form[data-keeps-view]'
const PARAMETERS = ['asOf', 'from', 'to', 'open', 'compare'] as const
/** Browsers refuse an address that changes with every frame. */
const REST_MS = 300

export interface AddressOptions {
  fetchPage?: (address: string, signal: AbortSignal) => Promise<Document>
  /** Leaves for an address as a link does. */
  load?: (address: URL) => void
}

/** Returns the way to stop it. */
export function keepAddress(timeline: ThreatLine, options: AddressOptions = {}): () => void {
  const { fetchPage: ask = fetchPage, load = (address) => location.assign(address) } = options
  let rest: ReturnType<typeof setTimeout> | undefined
  let request = new AbortController()
  /** Until then the range is the address's own, which may be none. */
  let rangeWasMoved = false

  const onView = ({ detail }: CustomEvent<ThreatLineView>) => {
    clearTimeout(rest)
    rangeWasMoved ||= detail.changed === 'range'
    const address = addressOf(detail, timeline, rangeWasMoved)
    if (detail.changed === 'range' || detail.changed === 'groups') {
      rest = setTimeout(() => {
        history.replaceState(history.state, '', address)
        carry(address)
        // What a group holds stands in the list in full where the group is open.
        if (detail.changed === 'groups') void replaceParts(address)
      }, REST_MS)
      return
    }
    history.pushState(null, '', address)
    carry(address)
    void replaceParts(address)
  }

  const onBack = () => {
    const { searchParams } = new URL(location.href)
    const { data } = timeline
    if (!data) return
    const asOf = searchParams.get('asOf') ?? data.today ?? data.asOf
    const moved = asOf !== (timeline.asOf ?? data.asOf) || searchParams.get('compare') !== timeline.compare
    timeline.range = {
      from: searchParams.get('from') ?? data.extent.from,
      until: searchParams.get('to') ?? data.extent.until,
    }
    timeline.asOf = asOf
    timeline.compare = searchParams.get('compare')
    carry(new URL(location.href))
    if (moved) void replaceParts(new URL(location.href))
  }

  async function replaceParts(address: URL): Promise<void> {
    request.abort()
    request = new AbortController()
    const { signal } = request
    const page = await ask(address.href, signal).catch(() => null)
    if (signal.aborted) return
    // Without an answer the parts would speak of another day than the drawing: the page is loaded whole instead.
    if (page === null) load(address)
    else for (const part of PARTS) replacePart(page, part)
  }

  timeline.addEventListener('threat-line-view', onView)
  window.addEventListener('popstate', onBack)
  return () => {
    clearTimeout(rest)
    request.abort()
    timeline.removeEventListener('threat-line-view', onView)
    window.removeEventListener('popstate', onBack)
  }
}

/** The page's address with what is on show; what shows anyway (today, all of time) is left out. */
function addressOf(
  { asOf, from, to, open, compare, changed }: ThreatLineView,
  { data }: ThreatLine,
  withRange: boolean,
): URL {
  const address = new URL(location.href)
  const isWhole = data?.extent.from === from && data.extent.until === to
  setParameter(address, 'asOf', asOf === data?.today ? null : asOf)
  setParameter(address, 'compare', compare)
  if (changed === 'groups' && open) setParameter(address, 'open', open === 'all' ? 'all' : open.join(',') || 'none')
  if (withRange) {
    setParameter(address, 'from', isWhole ? null : from)
    setParameter(address, 'to', isWhole ? null : to)
  }
  return address
}

function setParameter(address: URL, name: string, value: string | null): void {
  if (value === null) address.searchParams.delete(name)
  else address.searchParams.set(name, value)
}

function replacePart(page: Document, selector: string): void {
  const made = page.querySelectorAll(selector)
  document.querySelectorAll(selector).forEach((old, i) => {
    const fresh = made[i]
    if (fresh) old.replaceWith(document.adoptNode(fresh))
  })
}

/** Filters chosen next keep the day and the range. */
function carry({ searchParams }: URL): void {
  for (const carrier of document.querySelectorAll<HTMLAnchorElement | HTMLFormElement>(CARRIERS)) {
    if (carrier instanceof HTMLAnchorElement) {
      const target = new URL(carrier.href)
      for (const name of PARAMETERS) setParameter(target, name, searchParams.get(name))
      carrier.href = target.href
    } else {
      for (const name of PARAMETERS) carryField(carrier, name, searchParams.get(name))
    }
  }
}

function carryField(form: HTMLFormElement, name: string, value: string | null): void {
  const field = form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`)
  if (value === null) field?.remove()
  else if (field) field.value = value
  else {
    const made = document.createElement('input')
    Object.assign(made, { type: 'hidden', name, value })
    form.append(made)
  }
}
