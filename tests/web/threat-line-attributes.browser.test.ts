/** `<threat-line>` in pages of others: what its attributes ask for, and how it behaves wherever it is put. */
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { createApp, h, ref } from 'vue'
import { ThreatLine, type ThreatLineView } from '../../web/elements/threat-line.ts'
import { fortyStepsView, kyrgyzView } from '../../web/gallery/timeline.examples.ts'

const HOME = 'https://threatline.example/api/timeline?without=sources'

beforeAll(() => customElements.define('threat-line', ThreatLine))

let asked: URL[]
let answer: (address: URL) => Response
beforeEach(async () => {
  await page.viewport(1280, 900)
  asked = []
  answer = () => Response.json(kyrgyzView())
  ThreatLine.home = HOME
  vi.stubGlobal('fetch', async (address: string, { signal }: RequestInit = {}) => {
    const url = new URL(address, location.href)
    asked.push(url)
    await new Promise((rest) => setTimeout(rest))
    signal?.throwIfAborted()
    return answer(url)
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  ThreatLine.home = null
  document.body.replaceChildren()
  document.documentElement.removeAttribute('style')
})

/** As somebody writes it into a page. */
function write(html: string, into: HTMLElement | ShadowRoot = document.body): ThreatLine {
  into.innerHTML = html
  return into.querySelector('threat-line') as ThreatLine
}

const find = <E extends HTMLElement = HTMLElement>(element: ThreatLine, selector: string): E | null =>
  element.shadowRoot?.querySelector<E>(selector) ?? null

const note = (element: ThreatLine): string => find(element, '.note')?.innerText.replace(/\s+/g, ' ').trim() ?? ''

async function drawn(element: ThreatLine): Promise<HTMLCanvasElement> {
  return vi.waitFor(() => {
    const canvas = find<HTMLCanvasElement>(element, 'canvas')
    if (!canvas?.style.width) throw new Error('Nothing is drawn')
    return canvas
  })
}

const queries = () => asked.map(({ search }) => Object.fromEntries(new URLSearchParams(search)))

describe('what it asks for', () => {
  it('is the record of the site that its file is from, where no source is named', async () => {
    await drawn(write('<threat-line></threat-line>'))
    expect(asked.map(String)).toEqual([HOME])
  })

  it('is what its attributes say, by the names of the API', async () => {
    await drawn(
      write(`<threat-line src="/api/timeline?kind=bill&right=privacy" jurisdiction="KG" right="association" severity="severe"
        article="iccpr:22" status="in_force" family="ngo-control" mandate="freedom-of-association" from="2014-01-01"
        to="2026-12-31" group="right" version="3" as-of="2026-11-01"></threat-line>`),
    )
    expect(queries()).toEqual([
      {
        kind: 'bill',
        jurisdiction: 'KG',
        right: 'association',
        severity: 'severe',
        article: 'iccpr:22',
        status: 'in_force',
        family: 'ngo-control',
        mandate: 'freedom-of-association',
        from: '2014-01-01',
        to: '2026-12-31',
        group: 'right',
        version: '3',
        asOf: '2026-11-01',
      },
    ])
    expect(asked[0]?.origin).toBe(location.origin)
  })

  it('is asked once for all that changes in a turn, and what it overtakes is not shown', async () => {
    answer = ({ searchParams }) => Response.json(searchParams.get('kind') === 'law' ? fortyStepsView : kyrgyzView())
    const element = write('<threat-line kind="bill"></threat-line>')
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    element.setAttribute('kind', 'law')
    element.setAttribute('jurisdiction', 'KG')
    element.right = 'privacy'
    await drawn(element)
    await vi.waitFor(() => expect(find(element, '.stage')?.innerText).toContain('Bill with forty steps'))
    expect(queries().map(({ kind, jurisdiction, right }) => [kind, jurisdiction, right])).toEqual([
      ['bill', undefined, undefined],
      ['law', 'KG', 'privacy'],
    ])
    expect(element.getAttribute('right')).toBe('privacy')
  })

  it('asks no more for what is taken away', async () => {
    const element = write('<threat-line kind="bill"></threat-line>')
    await drawn(element)
    element.removeAttribute('kind')
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    expect(asked[1]?.searchParams.has('kind')).toBe(false)
  })

  it('asks nobody where it is given what it shows', async () => {
    const element = document.createElement('threat-line')
    element.data = kyrgyzView()
    document.body.append(element)
    await drawn(element)
    expect(asked).toEqual([])
  })

  it('compares with another day without asking', async () => {
    const element = write('<threat-line compare="2016-01-01"></threat-line>')
    await drawn(element)
    expect(find<HTMLInputElement>(element, '#compared')?.value).toBe('2016-01-01')
    expect(asked).toHaveLength(1)
  })

  it('asks for sources when somebody opens what cites them, from the same site and version, and links to them till then', async () => {
    const { sources, ...view } = kyrgyzView()
    const step = view.lanes[0]?.steps[0]
    const slug = step?.cites[0]?.source ?? ''
    answer = ({ pathname }) =>
      Response.json(pathname === '/api/sources' ? { items: [sources[slug]] } : { ...view, sources: {} })
    const element = write('<threat-line version="1"></threat-line>')
    await drawn(element)
    await element.open(`step:${view.lanes[0]?.slug}/${step?.key}`)
    const link = find<HTMLAnchorElement>(element, `[data-source="${slug}"]`)
    expect(link?.href).toBe(`https://threatline.example/sources/${slug}?version=${view.version}`)
    await vi.waitFor(() => expect(find(element, '.sources')?.innerText).toContain(sources[slug]?.publisher))
    expect(asked.slice(1).map(String)).toEqual([
      `https://threatline.example/api/sources?slug=${slug}&limit=200&version=${view.version}`,
    ])
  })
})

describe('what cannot be', () => {
  it.each([
    ['theme="blue"', 'theme is “blue”: write light, dark or auto.'],
    ['height="tall"', 'height is “tall”: write a number of pixels.'],
    ['compare="yesterday"', 'compare is “yesterday”: write YYYY-MM-DD.'],
    ['theme="<img src=x onerror=alert(1)>"', 'theme is “<img src=x onerror=alert(1)>”: write light, dark or auto.'],
  ])('%s is told by its name, and the rest is drawn', async (attribute, sentence) => {
    const element = write(`<threat-line ${attribute}></threat-line>`)
    await drawn(element)
    expect(note(element)).toBe(sentence)
    expect(find(element, '.note img')).toBeNull()
  })

  it('a day that is none is told, and is not taken for today', async () => {
    const element = write('<threat-line version="3" as-of="2021-02-30"></threat-line>')
    await vi.waitFor(() => expect(note(element)).toBe('as-of is “2021-02-30”: write YYYY-MM-DD.'))
    expect(asked).toEqual([])
    element.setAttribute('as-of', '2021-02-28')
    await drawn(element)
    expect(asked.map(({ searchParams }) => searchParams.get('asOf'))).toEqual(['2021-02-28'])
  })

  it('an address that is none is told too, and nobody is asked', async () => {
    const element = write('<threat-line src="http://[" kind="bill"></threat-line>')
    await vi.waitFor(() => expect(note(element)).toBe('src is “http://[”: write an address.'))
    expect(asked).toEqual([])
  })

  it('is told in the server’s words, as text, with a way to the record', async () => {
    const value = '<img src=x onerror=alert(1)>'
    const errors = [{ field: 'family', message: `is "${value}", and the record has none.`, remedy: 'Write another.' }]
    answer = () => Response.json({ status: 400, errors }, { status: 400 })
    const element = write('<threat-line></threat-line>')
    element.family = value
    await vi.waitFor(() =>
      expect(note(element)).toBe(
        `The interactive timeline could not be loaded. family is "${value}", and the record has none. Write another. The whole record Try again`,
      ),
    )
    expect(find<HTMLAnchorElement>(element, '.note a')?.origin).toBe('https://threatline.example')
    expect(find(element, '.note img')).toBeNull()
  })

  it('is a sentence where a version is not there, and goes when it is mended', async () => {
    answer = ({ searchParams }) =>
      searchParams.get('version') === '99'
        ? Response.json({ detail: 'There is no version 99.' }, { status: 404 })
        : Response.json(kyrgyzView())
    const element = write('<threat-line version="99"></threat-line>')
    await vi.waitFor(() => expect(note(element)).toContain('There is no version 99.'))
    element.version = 1
    await drawn(element)
    await vi.waitFor(() => expect(note(element)).toBe(''))
  })
})

describe('where it stands', () => {
  it('stands several times on a page, each with its own', async () => {
    document.body.innerHTML = '<threat-line kind="bill"></threat-line><threat-line kind="law"></threat-line>'
    await Promise.all([...document.querySelectorAll('threat-line')].map(drawn))
    expect(queries().map(({ kind }) => kind)).toEqual(['bill', 'law'])
  })

  it('stands in a shadow tree, and is heard outside of it', async () => {
    const host = document.createElement('div')
    document.body.append(host)
    const heard: ThreatLineView[] = []
    host.addEventListener('threat-line-view', ({ detail }) => heard.push(detail))
    const element = write('<threat-line></threat-line>', host.attachShadow({ mode: 'open' }))
    await drawn(element)
    find(element, '[aria-label="Zoom in"]')?.click()
    await vi.waitFor(() => expect(heard.map(({ changed }) => changed)).toEqual(['range']))
  })

  it('is drawn when the tab that hid it is shown, as wide as its place', async () => {
    document.body.innerHTML = '<div style="display: none; width: 700px"><threat-line></threat-line></div>'
    const element = document.querySelector('threat-line') as ThreatLine
    await vi.waitFor(() => expect(element.data).not.toBeNull())
    expect(find(element, 'canvas')).toBeNull()
    ;(element.parentElement as HTMLElement).style.display = 'block'
    expect((await drawn(element)).getBoundingClientRect().width).toBe(700)
  })

  it('draws in a narrow column where it has no list to show instead', async () => {
    await page.viewport(320, 700)
    const element = write('<threat-line></threat-line>')
    const { width } = (await drawn(element)).getBoundingClientRect()
    expect(width).toBeGreaterThan(200)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })

  it('is no higher than it is told, and scrolls', async () => {
    const element = write('<threat-line height="400"></threat-line>')
    await drawn(element)
    expect(element.getBoundingClientRect().height).toBe(400)
    const whole = find(element, '.root') as HTMLElement
    expect(whole.scrollHeight).toBeGreaterThan(600)
    element.height = null
    await vi.waitFor(() => expect(element.getBoundingClientRect().height).toBeGreaterThan(600))
  })

  it('says whose it is on another site, and that it speaks English', async () => {
    document.documentElement.lang = 'ky'
    const element = write('<threat-line></threat-line>')
    await drawn(element)
    expect(find(element, '[part="credit"]')?.innerText).toBe('Threatline, CC BY 4.0')
    expect(find(element, '.root')?.lang).toBe('en')
    document.documentElement.removeAttribute('lang')
  })
})

describe('its dress', () => {
  const ink = (element: ThreatLine) => getComputedStyle(find(element, '.tools') as HTMLElement).color
  const LIGHT_INK = 'rgb(20, 24, 29)'
  const DARK_INK = 'rgb(238, 241, 244)'

  it.each([
    ['', '', LIGHT_INK],
    ['', 'theme="dark"', DARK_INK],
    ['dark', '', DARK_INK],
    ['dark', 'theme="auto"', DARK_INK],
    ['dark', 'theme="light"', LIGHT_INK],
  ])('in a page of the scheme “%s” with %s', async (scheme, attribute, colour) => {
    document.documentElement.style.colorScheme = scheme
    const element = write(`<threat-line ${attribute}></threat-line>`)
    await drawn(element)
    expect(ink(element)).toBe(colour)
  })

  it('changes with its attribute, and what the page paints goes before', async () => {
    const element = write('<threat-line theme="light"></threat-line>')
    await drawn(element)
    element.theme = 'dark'
    await vi.waitFor(() => expect(ink(element)).toBe(DARK_INK))
    // The window over the overview is seen through.
    expect(getComputedStyle(find(element, '.hold.whole') as HTMLElement).backgroundColor).toBe('rgba(0, 0, 0, 0)')
    element.style.setProperty('--tl-ink', 'rgb(0, 120, 10)')
    expect(ink(element)).toBe('rgb(0, 120, 10)')
  })
})

describe('in frameworks', () => {
  it('React sets what it shows, and hears what a reader looks at', async () => {
    const heard: string[] = []
    const onView = ({ detail }: CustomEvent<ThreatLineView>) => heard.push(detail.changed)
    const Story = ({ kind }: { kind: string }) =>
      createElement('threat-line', { kind, 'as-of': '2026-11-01', height: 500, 'onthreat-line-view': onView })
    const place = document.createElement('div')
    document.body.append(place)
    const root = createRoot(place)
    root.render(createElement(Story, { kind: 'bill' }))
    await vi.waitFor(() => expect(place.firstElementChild).not.toBeNull())
    const element = place.firstElementChild as ThreatLine
    await drawn(element)
    root.render(createElement(Story, { kind: 'law' }))
    await vi.waitFor(() =>
      expect(queries().map(({ kind, asOf }) => [kind, asOf])).toEqual([
        ['bill', '2026-11-01'],
        ['law', '2026-11-01'],
      ]),
    )
    find(element, '[aria-label="Zoom in"]')?.click()
    await vi.waitFor(() => expect(heard).toEqual(['range']))
    expect(element.getBoundingClientRect().height).toBe(500)
    root.unmount()
  })

  it('Vue does too', async () => {
    const heard: string[] = []
    const kind = ref('bill')
    const app = createApp({
      render: () =>
        h('threat-line', {
          kind: kind.value,
          asOf: '2026-11-01',
          onThreatLineView: ({ detail }: CustomEvent<ThreatLineView>) => heard.push(detail.changed),
        }),
    })
    const place = document.createElement('div')
    document.body.append(place)
    app.mount(place)
    const element = place.querySelector('threat-line') as ThreatLine
    await drawn(element)
    kind.value = 'law'
    await vi.waitFor(() =>
      expect(queries().map(({ kind, asOf }) => [kind, asOf])).toEqual([
        ['bill', '2026-11-01'],
        ['law', '2026-11-01'],
      ]),
    )
    find(element, '[aria-label="Zoom in"]')?.click()
    await vi.waitFor(() => expect(heard).toEqual(['range']))
    app.unmount()
  })
})

it('asks again where it is moved to while it waits for an answer', async () => {
  const element = write('<div><threat-line jurisdiction="KG"></threat-line></div><aside></aside>')
  await element.updateComplete
  document.querySelector('aside')?.append(element)
  await drawn(element)
  expect(asked).toHaveLength(2)
})
