import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { RequestError } from '../../web/api-client.ts'
import { ThreatLine } from '../../web/elements/threat-line.ts'
import { type AddressOptions, keepAddress } from '../../web/elements/threat-line-address.ts'
import { kyrgyzView } from '../../web/gallery/timeline.examples.ts'

beforeAll(async () => {
  await page.viewport(1280, 900)
  customElements.define('threat-line', ThreatLine)
})

const home = location.href
let stop = () => {}

beforeEach(() => history.replaceState(null, '', '/?right=expression'))

afterEach(() => {
  stop()
  document.body.replaceChildren()
  history.replaceState(null, '', home)
})

/** What the server makes of the page for a day. */
function pageFor(asOf: string): string {
  return `
    <p data-counts>Counts as of ${asOf}</p>
    <a data-keeps-view href="/?kind=bill">Bills</a>
    <form data-keeps-view><input name="status" value="in_force"></form>
    <threat-line src="/api/timeline"><figure slot="figure">Drawing as of ${asOf}</figure><ul slot="list"><li>List as of ${asOf}</li></ul></threat-line>`
}

const asOfIn = (address: string): string => new URL(address, location.href).searchParams.get('asOf') ?? 'today'

/** A page of the server with its timeline drawn and its address kept. */
async function open(options: AddressOptions = {}): Promise<ThreatLine> {
  document.body.innerHTML = pageFor('today')
  const element = document.querySelector('threat-line') as ThreatLine
  const answer = async (address: string) =>
    kyrgyzView(new URL(address, location.href).searchParams.get('asOf') ?? undefined)
  element.load = answer
  const fetchPage = async (address: string) => new DOMParser().parseFromString(pageFor(asOfIn(address)), 'text/html')
  stop = keepAddress(element, { fetchPage, ...options })
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector('.counts')).toBeTruthy(), 5000)
  return element
}

async function goTo(element: ThreatLine, day: string): Promise<void> {
  const input = element.shadowRoot?.querySelector<HTMLInputElement>('input[type="date"]') as HTMLInputElement
  input.value = day
  input.dispatchEvent(new Event('change'))
  await vi.waitFor(() => expect(asOfIn(location.href)).toBe(day === '2026-11-23' ? 'today' : day))
}

const made = (): string[] =>
  ['[data-counts]', 'figure', 'ul'].map((selector) => document.querySelector(selector)?.textContent?.trim() ?? '')

const madeFor = (day: string): string[] => [`Counts as of ${day}`, `Drawing as of ${day}`, `List as of ${day}`]

describe('the address of the page', () => {
  it('names the day, and everything that the server made follows it', async () => {
    const element = await open()
    await goTo(element, '2021-07-15')
    expect(location.search).toBe('?right=expression&asOf=2021-07-15')
    await vi.waitFor(() => expect(made()).toEqual(madeFor('2021-07-15')))
    await vi.waitFor(() => expect(element.data?.asOf).toBe('2021-07-15'))
  })

  it('is a way back: to the day before, with all that belongs to it', async () => {
    const element = await open()
    await goTo(element, '2021-07-15')
    await vi.waitFor(() => expect(made()).toEqual(madeFor('2021-07-15')))
    history.back()
    await vi.waitFor(() => expect(made()).toEqual(madeFor('today')))
    await vi.waitFor(() => expect(element.data?.asOf).toBe('2026-11-23'))
    expect(location.search).toBe('?right=expression')
  })

  it('does not name today', async () => {
    const element = await open()
    await goTo(element, '2021-07-15')
    await goTo(element, '2026-11-23')
    expect(location.search).toBe('?right=expression')
  })

  it('names the range once it rests, without a step in the history', async () => {
    const element = await open()
    const { length } = history
    const zoomIn = element.shadowRoot?.querySelector<HTMLElement>('button[aria-label="Zoom in"]')
    zoomIn?.click()
    zoomIn?.click()
    expect(location.search).toBe('?right=expression')
    await vi.waitFor(() => expect(location.search).not.toBe('?right=expression'))
    const { searchParams } = new URL(location.href)
    expect({ from: searchParams.get('from'), until: searchParams.get('to') }).toEqual(element.range)
    expect(history.length).toBe(length)
  })

  it('names no range where all of time is on show', async () => {
    const element = await open()
    const replaced = vi.spyOn(history, 'replaceState')
    element.fit()
    await vi.waitFor(() => expect(replaced).toHaveBeenCalled())
    replaced.mockRestore()
    expect(location.search).toBe('?right=expression')
  })

  it('is carried along by the filters', async () => {
    const element = await open()
    await goTo(element, '2021-07-15')
    const link = document.querySelector('a') as HTMLAnchorElement
    const form = document.querySelector('form') as HTMLFormElement
    expect(new URL(link.href).search).toContain('kind=bill')
    expect(asOfIn(link.href)).toBe('2021-07-15')
    expect(new FormData(form).get('asOf')).toBe('2021-07-15')
    await goTo(element, '2026-11-23')
    expect(asOfIn(link.href)).toBe('today')
    expect([...new FormData(form).keys()]).toEqual(expect.not.arrayContaining(['asOf']))
  })

  it('loads the whole page where the server’s parts cannot be had, so that nothing speaks of another day', async () => {
    const load = vi.fn()
    const element = await open({
      fetchPage: () => Promise.reject(new RequestError('The server answered with 503.', 503)),
      load,
    })
    await goTo(element, '2021-07-15')
    await vi.waitFor(() => expect(load.mock.calls.map(([address]) => asOfIn(String(address)))).toEqual(['2021-07-15']))
  })
})
