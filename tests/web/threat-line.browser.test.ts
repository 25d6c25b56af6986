import axe from 'axe-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { RequestError } from '../../web/api-client.ts'
import { ThreatLine, type ThreatLineView } from '../../web/elements/threat-line.ts'
import { buildMeasure, buildView, event, letter, SOURCE } from '../../web/gallery/build-view.ts'
import {
  closedGroupsView,
  emptyView,
  fortyStepsView,
  kyrgyzView,
  statesView,
} from '../../web/gallery/timeline.examples.ts'
import type { TimelineView } from '../../web/timeline/view.ts'

beforeAll(() => customElements.define('threat-line', ThreatLine))

beforeEach(() => page.viewport(1280, 900))

afterEach(() => {
  document.body.replaceChildren()
  document.documentElement.removeAttribute('style')
})

const SERVER_MADE = '<figure slot="figure">The server’s drawing</figure><ul slot="list"><li>The list</li></ul>'

/** An element in the page, as the server would send it. */
function mount(properties: Partial<ThreatLine> = {}, inside = SERVER_MADE): ThreatLine {
  const element = document.createElement('threat-line')
  element.innerHTML = inside
  Object.assign(element, properties)
  document.body.append(element)
  return element
}

/** The same, drawn and with its controls. */
async function draw(data: TimelineView, properties: Partial<ThreatLine> = {}): Promise<ThreatLine> {
  const element = mount({ ...properties, data })
  await drawn(element)
  return element
}

async function drawn(element: ThreatLine): Promise<void> {
  await vi.waitFor(() => {
    part(element, 'canvas')
    part(element, '.counts')
  }, 5000)
}

function part<E extends HTMLElement = HTMLElement>(element: ThreatLine, selector: string): E {
  const found = element.shadowRoot?.querySelector<E>(selector)
  if (!found) throw new Error(`There is no ${selector}`)
  return found
}

const parts = (element: ThreatLine, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
]

const words = (element: ThreatLine, selector: string): string =>
  part(element, selector).innerText.replace(/\s+/g, ' ').trim()

const isShown = (node: HTMLElement): boolean => node.checkVisibility()

const focused = (element: ThreatLine): string | undefined =>
  (element.shadowRoot?.activeElement as HTMLElement | null)?.dataset.item

const statusOf = (element: ThreatLine, title: string): string => {
  const all = parts(element, '.word')
  const at = all.findIndex((node) => node.textContent?.startsWith(title))
  return all.slice(at).find((node) => node.matches('.lane-status'))?.textContent ?? ''
}

async function press(element: ThreatLine, keys: string): Promise<void> {
  await userEvent.keyboard(keys)
  await element.updateComplete
}

/** Puts the keyboard on an item that is on show. */
async function focusItem(element: ThreatLine, id: string): Promise<void> {
  await vi.waitFor(() => part(element, `button[data-item="${id}"]`).focus())
  await element.updateComplete
}

function listen(element: ThreatLine): ThreatLineView[] {
  const heard: ThreatLineView[] = []
  element.addEventListener('threat-line-view', ({ detail }) => heard.push(detail))
  return heard
}

/** A turn of the wheel over the plot, at a share of its width. Says whether the page was kept from scrolling. */
async function turnWheel(element: ThreatLine, share: number, init: WheelEventInit): Promise<boolean> {
  const plot = part(element, '.plot')
  const { left, width, top } = plot.getBoundingClientRect()
  const place = { clientX: left + share * width, clientY: top + 60, bubbles: true, composed: true, cancelable: true }
  const turn = new WheelEvent('wheel', { ...place, ...init })
  plot.dispatchEvent(turn)
  await element.updateComplete
  return turn.defaultPrevented
}

function pointer(target: HTMLElement, type: string, x: number, y: number, init: PointerEventInit = {}): void {
  const place = { clientX: x, clientY: y, bubbles: true, composed: true, cancelable: true }
  target.dispatchEvent(new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', button: 0, ...place, ...init }))
}

async function findFaults(element: ThreatLine): Promise<string[]> {
  const { violations } = await axe.run(element)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Example data that came with all of its time on show. */
function wholeView(): TimelineView {
  const view = kyrgyzView()
  return { ...view, range: view.extent }
}

const lengthInDays = ({ from, until }: { from: string; until: string }): number =>
  (Date.parse(until) - Date.parse(from)) / 86_400_000

describe('for everybody', () => {
  it('has no fault that axe can find, closed and with details open', async () => {
    const element = await draw(kyrgyzView())
    expect(await findFaults(element)).toEqual([])
    await element.open('step:foreign-representatives/s4')
    expect(words(element, '.details')).toContain('1st reading')
    expect(await findFaults(element)).toEqual([])
  })

  it('has none without any measure either', async () => {
    expect(await findFaults(await draw(emptyView))).toEqual([])
  })

  it('is one stop for the Tab key besides its controls, and the picture itself none', async () => {
    const element = await draw(kyrgyzView())
    expect(parts(element, '.overview [tabindex="0"]')).toHaveLength(3)
    const stops = parts(element, '.stage :is(a, button, input, [tabindex])').filter((node) => node.tabIndex >= 0)
    expect(stops.flatMap((node) => (node.matches('.hold') ? [] : [node.dataset.item]))).toEqual([
      'measure:constitutional-amendments-2016',
    ])
    expect(part(element, 'canvas').getAttribute('aria-hidden')).toBe('true')
  })

  it('names every item that is near and says how many there are', async () => {
    const element = await draw(kyrgyzView())
    const items = parts(element, '.items li')
    const total = Number(items[0]?.getAttribute('aria-setsize'))
    expect(total).toBeGreaterThan(items.length)
    expect(items.every((item) => item.textContent?.trim())).toBe(true)
    expect(items.map((item) => item.getAttribute('aria-posinset'))).toEqual(items.map((_, i) => String(i + 1)))
  })

  it('has buttons that a finger can hit', async () => {
    const element = await draw(kyrgyzView())
    for (const button of parts(element, '.tools :is(button, input)')) {
      const { width, height } = button.getBoundingClientRect()
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
    }
  })
})

describe('its states', () => {
  it('leaves the server’s drawing where it is until the data has come', async () => {
    let answer: (view: TimelineView) => void = () => {}
    const element = mount({ src: '/api/timeline', load: () => new Promise((resolve) => (answer = resolve)) })
    await element.updateComplete
    const figure = element.querySelector('figure') as HTMLElement
    expect(isShown(figure)).toBe(true)
    await vi.waitFor(() => {
      answer(kyrgyzView())
      part(element, 'canvas')
    })
    expect(isShown(figure)).toBe(false)
    expect(isShown(element.querySelector('ul') as HTMLElement)).toBe(true)
  })

  it('draws first, list and all, and has the controls follow into the room kept for them', async () => {
    const element = mount({ data: kyrgyzView() })
    await element.updateComplete
    expect(parts(element, 'canvas, .items li').length).toBeGreaterThan(10)
    expect(parts(element, '.tools :is(input, button)')).toHaveLength(0)
    const top = () => part(element, '.drawing').getBoundingClientRect().top
    const before = top()
    await drawn(element)
    // Fonts differ by a pixel or three.
    expect(Math.abs(top() - before)).toBeLessThan(6)
  })

  it('says that it is loading where there is no drawing of the server', async () => {
    const element = mount({ src: '/api/timeline', load: () => new Promise(() => {}) }, '')
    await element.updateComplete
    expect(words(element, '[role="status"]')).toBe('The timeline is being loaded.')
  })

  it('keeps the server’s drawing when no data comes, says so, and asks again when told', async () => {
    const load = vi
      .fn<ThreatLine['load']>()
      .mockRejectedValueOnce(new RequestError('The server answered with 503.', 503))
      .mockResolvedValueOnce(kyrgyzView())
    const element = mount({ src: '/api/timeline?kind=bill', load })
    await vi.waitFor(() => expect(words(element, '[role="status"]')).toContain('The server answered with 503.'))
    expect(isShown(element.querySelector('figure') as HTMLElement)).toBe(true)
    part(element, '[role="status"] button').click()
    await vi.waitFor(() => part(element, 'canvas'))
    expect(part(element, '[role="status"]').textContent?.trim()).toBe('')
    expect(load.mock.calls.map(([address]) => address)).toEqual(['/api/timeline?kind=bill', '/api/timeline?kind=bill'])
  })

  it('says that a view is empty', async () => {
    const element = await draw(emptyView)
    expect(words(element, '.stage')).toContain('No measures in this view.')
    expect(words(element, '.counts')).toBe('23 November 2026: no measure')
  })

  it('reaches each of forty steps, those that stand together through their cluster', async () => {
    const element = await draw(fortyStepsView)
    const ids = parts(element, '.items button').map((button) => button.dataset.item ?? '')
    let reached = ids.filter((id) => id.startsWith('step:')).length
    for (const id of ids.filter((candidate) => candidate.startsWith('cluster:'))) {
      await element.open(id)
      reached += parts(element, '.members button').length
    }
    expect(reached).toBe(40)
  })

  it('draws anew when its data is replaced', async () => {
    const element = await draw(kyrgyzView())
    expect(words(element, '.stage')).toContain('Assembly bans')
    element.data = fortyStepsView
    await element.updateComplete
    expect(words(element, '.stage')).toContain('Bill with forty steps')
    expect(words(element, '.stage')).not.toContain('Assembly bans')
  })

  it('closes the details of what new data no longer holds', async () => {
    const element = await draw(kyrgyzView())
    await element.open(`event:${kyrgyzView().events[0]?.slug}`)
    expect(isShown(part(element, '.details'))).toBe(true)
    element.data = fortyStepsView
    await element.updateComplete
    expect(isShown(part(element, '.details'))).toBe(false)
  })

  it('is as wide as its place and follows it', async () => {
    const element = await draw(kyrgyzView())
    element.style.width = '800px'
    await vi.waitFor(() => expect(part(element, 'canvas').getBoundingClientRect().width).toBe(800))
  })

  it('paints one canvas pixel for each of the screen’s', async () => {
    const element = await draw(kyrgyzView())
    const canvas = part<HTMLCanvasElement>(element, 'canvas')
    expect(canvas.width).toBe(Math.ceil(canvas.getBoundingClientRect().width * devicePixelRatio))
  })

  it('paints in the colours of the page, and again when they change', async () => {
    const element = await draw(kyrgyzView())
    expect(coloursOf(element).has('143,26,43')).toBe(true)
    document.documentElement.style.setProperty('--tl-status-in-force', 'rgb(0, 120, 10)')
    await vi.waitFor(() => expect(coloursOf(element).has('0,120,10')).toBe(true))
  })

  it('keeps only what is in sight where there are more lanes than a page should hold', async () => {
    const bill = (n: number) =>
      buildMeasure({ slug: `b${n}`, title: `Bill ${n}`, steps: [['2020-01-15', 'introduced', 'Introduced']] }).lane
    const element = await draw(buildView({ lanes: Array.from({ length: 500 }, (_, n) => bill(n)) }))
    expect(part(element, '.drawing').clientHeight).toBeLessThanOrEqual(innerHeight)
    expect(parts(element, '.lane-title').length).toBeLessThan(60)
    part(element, '.drawing').scrollTop = 48 * 300
    await vi.waitFor(() => expect(words(element, '.stage')).toContain('Bill 303'))
    expect(words(element, '.stage')).not.toContain('Bill 1 ')
  })

  it('leaves only the day and the list on a phone, without sideways scrolling', async () => {
    const element = await draw(kyrgyzView())
    await page.viewport(320, 700)
    await vi.waitFor(() => expect(isShown(part(element, '.drawing'))).toBe(false))
    expect(isShown(part(element, 'input[type="range"]'))).toBe(true)
    expect(isShown(element.querySelector('ul') as HTMLElement)).toBe(true)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })

  it('runs from right to left in a page that does', async () => {
    document.documentElement.dir = 'rtl'
    try {
      const element = await draw(kyrgyzView())
      const label = part(element, '.lane-title').getBoundingClientRect()
      const plot = part(element, '.plot').getBoundingClientRect()
      expect(label.left).toBeGreaterThan(plot.right)
    } finally {
      document.documentElement.removeAttribute('dir')
    }
  })
})

function coloursOf(element: ThreatLine): Set<string> {
  const canvas = part<HTMLCanvasElement>(element, 'canvas')
  const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {}
  const colours = new Set<string>()
  for (let i = 0; i < data.length; i += 4)
    if (data[i + 3] === 255) colours.add(`${data[i]},${data[i + 1]},${data[i + 2]}`)
  return colours
}

describe('moving in time', () => {
  it('leaves a plain wheel to the page', async () => {
    const element = await draw(kyrgyzView())
    const before = element.range
    expect(await turnWheel(element, 0.5, { deltaY: 120 })).toBe(false)
    expect(element.range).toEqual(before)
  })

  it('magnifies around the pointer with Ctrl and the wheel', async () => {
    const element = await draw(kyrgyzView())
    const before = element.range
    if (!before) throw new Error('There is no range')
    const dayAt = (share: number, range = element.range ?? before) =>
      Date.parse(range.from) + share * (Date.parse(range.until) - Date.parse(range.from))
    const under = dayAt(0.7)
    expect(await turnWheel(element, 0.7, { deltaY: -300, ctrlKey: true })).toBe(true)
    expect(lengthInDays(element.range ?? before)).toBeLessThan(lengthInDays(before) * 0.7)
    expect(Math.abs(dayAt(0.7) - under) / 86_400_000).toBeLessThan(3)
  })

  it('takes the wheel once it was pressed, until the pointer leaves', async () => {
    const element = await draw(kyrgyzView())
    const plot = part(element, '.plot')
    const { left, bottom } = plot.getBoundingClientRect()
    pointer(plot, 'pointerdown', left + 20, bottom - 4)
    pointer(plot, 'pointerup', left + 20, bottom - 4)
    expect(await turnWheel(element, 0.5, { deltaY: -120 })).toBe(true)
    part(element, '.stage').dispatchEvent(new PointerEvent('pointerleave', { pointerId: 1 }))
    expect(await turnWheel(element, 0.5, { deltaY: -120 })).toBe(false)
  })

  it('moves with a wheel to the side', async () => {
    const element = await draw(kyrgyzView())
    await turnWheel(element, 0.5, { deltaY: -600, ctrlKey: true })
    const before = element.range
    expect(await turnWheel(element, 0.5, { deltaX: 100 })).toBe(true)
    expect(element.range?.from).not.toBe(before?.from)
    expect((element.range?.from ?? '') > (before?.from ?? '')).toBe(true)
  })

  it('moves with a drag, and says where to', async () => {
    const element = await draw(kyrgyzView())
    await turnWheel(element, 0.5, { deltaY: -600, ctrlKey: true })
    const heard = listen(element)
    const before = element.range
    const plot = part(element, '.plot')
    const { left, width, top } = plot.getBoundingClientRect()
    pointer(plot, 'pointerdown', left + width / 2, top + 60)
    // The surface of these invented pointers cannot be captured; what is told is told all the same.
    part(element, '.stage').setPointerCapture = () => {}
    pointer(plot, 'pointermove', left + width / 2 + 80, top + 60)
    pointer(plot, 'pointerup', left + width / 2 + 80, top + 60)
    await element.updateComplete
    expect((element.range?.from ?? '') < (before?.from ?? '')).toBe(true)
    expect(heard.at(-1)).toMatchObject({
      changed: 'range',
      asOf: '2026-11-23',
      from: element.range?.from,
      to: element.range?.until,
    })
  })

  it('magnifies with two fingers', async () => {
    const element = await draw(kyrgyzView())
    const before = element.range
    part(element, '.stage').setPointerCapture = () => {}
    const plot = part(element, '.plot')
    const { left, width, top } = plot.getBoundingClientRect()
    const middle = left + width / 2
    const finger = (id: number) => ({ pointerId: id, pointerType: 'touch' })
    pointer(plot, 'pointerdown', middle - 50, top + 60, finger(1))
    pointer(plot, 'pointerdown', middle + 50, top + 60, finger(2))
    pointer(plot, 'pointermove', middle + 150, top + 60, finger(2))
    await element.updateComplete
    expect(lengthInDays(element.range as { from: string; until: string })).toBeLessThan(
      lengthInDays(before as { from: string; until: string }) * 0.6,
    )
  })

  it('has buttons for all of it, and never leaves what there is', async () => {
    const element = await draw(wholeView())
    const click = async (name: string) => {
      part(element, `button[aria-label="${name}"]`).click()
      await element.updateComplete
    }
    const whole = element.data?.extent
    await click('Zoom in')
    const closer = element.range
    expect(lengthInDays(closer as { from: string; until: string })).toBeLessThan(
      lengthInDays(whole as { from: string; until: string }),
    )
    await click('Earlier')
    expect((element.range?.from ?? '') < (closer?.from ?? '')).toBe(true)
    for (let i = 0; i < 12; i++) await click('Later')
    expect(element.range?.until).toBe(whole?.until)
    await click('Fit all time')
    expect(element.range).toEqual(whole)
    await click('Zoom out')
    expect(element.range).toEqual(whole)
  })
})

describe('the keyboard', () => {
  it('walks along a lane and from lane to lane, and says where it is', async () => {
    const element = await draw(kyrgyzView())
    await focusItem(element, 'measure:constitutional-amendments-2016')
    await press(element, '{ArrowDown}')
    expect(focused(element)).toBe('measure:gay-propaganda')
    await press(element, '{ArrowRight}')
    const first = focused(element)
    expect(first).toMatch(/^(cluster:)?(step|span):gay-propaganda\//)
    expect(element.shadowRoot?.activeElement?.textContent).toContain('Gay propaganda')
    await press(element, '{End}')
    expect(focused(element)).not.toBe(first)
    await press(element, '{Home}')
    expect(focused(element)).toBe('measure:gay-propaganda')
    await press(element, '{Control>}{End}{/Control}')
    expect(focused(element)).toMatch(/event:/)
    expect(parts(element, '.items button[tabindex="0"]').map((button) => button.dataset.item)).toEqual([
      focused(element),
    ])
  })

  it('reaches every item of the drawing by arrows alone', async () => {
    const element = await draw(fortyStepsView)
    await focusItem(element, 'measure:forty')
    const reached = new Set<string | undefined>([focused(element)])
    const total = Number(part(element, '.items li').getAttribute('aria-setsize'))
    for (let i = 0; i < total; i++) {
      await press(element, '{ArrowRight}')
      reached.add(focused(element))
    }
    expect(reached.size).toBe(total)
  })

  it('goes on in time where the lane goes on beyond what is on show', async () => {
    const element = await draw(kyrgyzView(), { range: { from: '2014-01-01', until: '2014-12-31' } })
    await focusItem(element, 'measure:gay-propaganda')
    await press(element, '{End}')
    const last = element.range
    for (let i = 0; i < 4; i++) await press(element, '{ArrowRight}')
    expect((element.range?.from ?? '') > (last?.from ?? '')).toBe(true)
    expect(focused(element)).toContain('gay-propaganda')
  })

  it('magnifies, moves and shows all', async () => {
    const element = await draw(wholeView())
    await focusItem(element, 'measure:gay-propaganda')
    const whole = element.range
    await press(element, '+')
    const closer = element.range
    expect(closer).not.toEqual(whole)
    await press(element, '{Shift>}{ArrowRight}{/Shift}')
    expect((element.range?.from ?? '') > (closer?.from ?? '')).toBe(true)
    await press(element, '0')
    expect(element.range).toEqual(element.data?.extent)
    await press(element, '-')
    expect(element.range).toEqual(element.data?.extent)
  })

  it('keeps its place when the item it is on joins a cluster', async () => {
    const element = await draw(kyrgyzView(), { range: { from: '2023-01-01', until: '2024-12-31' } })
    await focusItem(element, 'step:foreign-representatives/s5')
    await press(element, '0')
    expect(focused(element)).toMatch(/^(cluster:)?step:foreign-representatives\//)
    expect(words(element, '.tip')).toContain('Foreign representatives')
  })

  it('opens details with Enter, goes into them, and comes back with Escape', async () => {
    const element = await draw(kyrgyzView())
    await focusItem(element, 'measure:gay-propaganda')
    await press(element, '{Enter}')
    await vi.waitFor(() => expect(element.shadowRoot?.activeElement?.id).toBe('details-title'))
    await press(element, '{Escape}')
    await vi.waitFor(() => expect(focused(element)).toBe('measure:gay-propaganda'))
    expect(isShown(part(element, '.details'))).toBe(false)
  })
})

describe('the day', () => {
  async function slide(element: ThreatLine, day: string): Promise<void> {
    const slider = part<HTMLInputElement>(element, 'input[type="range"]')
    slider.value = String(lengthInDays({ from: element.data?.extent.from ?? '', until: day }))
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    await element.updateComplete
  }

  it('changes the status words of every lane while the scrubber moves', async () => {
    const element = await draw(kyrgyzView())
    expect(statusOf(element, 'Constitution of 2021')).toContain('In force')
    await slide(element, '2021-04-20')
    expect(statusOf(element, 'Constitution of 2021')).toContain('Adopted')
    expect(words(element, '.counts')).toMatch(/^20 April 2021: .*1 adopted/)
    expect(part(element, 'input[type="range"]').getAttribute('aria-valuetext')).toBe('20 April 2021')
    expect(part<HTMLInputElement>(element, 'input[type="date"]').value).toBe('2021-04-20')
    expect(words(element, '.axis')).toContain('as of 20 Apr 2021')
    await slide(element, '2020-12-20')
    expect(statusOf(element, 'Constitution of 2021')).toContain('Proposed')
  })

  it('says the day once it rests, and asks for that day’s data', async () => {
    const load = vi.fn<ThreatLine['load']>(async (address) =>
      kyrgyzView(new URL(address, location.href).searchParams.get('asOf') ?? undefined),
    )
    const element = mount({ src: '/api/timeline?right=expression', load })
    await drawn(element)
    const heard = listen(element)
    const slider = part<HTMLInputElement>(element, 'input[type="range"]')
    for (const day of ['2021-07-13', '2021-07-14', '2021-07-15']) {
      await slide(element, day)
      slider.dispatchEvent(new Event('change', { bubbles: true }))
    }
    await vi.waitFor(() => expect(element.data?.asOf).toBe('2021-07-15'))
    expect(heard.map(({ changed, asOf }) => [changed, asOf])).toEqual([['as-of', '2021-07-15']])
    expect(load.mock.calls.map(([address]) => new URL(address, location.href).search)).toEqual([
      '?right=expression',
      '?right=expression&asOf=2021-07-15',
    ])
  })

  it('goes back to today with one press', async () => {
    const element = await draw(kyrgyzView(), { asOf: '2021-07-15' })
    const heard = listen(element)
    part(element, '.as-of button').click()
    await element.updateComplete
    expect(heard.map(({ asOf }) => asOf)).toEqual(['2026-11-23'])
    expect(words(element, '.axis')).not.toContain('as of')
    expect(part<HTMLButtonElement>(element, '.as-of button').disabled).toBe(true)
  })

  it('takes a date that is written, and nothing that is none', async () => {
    const element = await draw(kyrgyzView())
    const heard = listen(element)
    const input = part<HTMLInputElement>(element, 'input[type="date"]')
    input.value = ''
    input.dispatchEvent(new Event('change'))
    input.value = '2021-04-20'
    input.dispatchEvent(new Event('change'))
    await vi.waitFor(() => expect(heard.map(({ asOf }) => asOf)).toEqual(['2021-04-20']))
  })

  it('is also set by a press on the axis', async () => {
    const element = await draw(kyrgyzView())
    const heard = listen(element)
    const axis = part(element, '.axis')
    axis.setPointerCapture = () => {}
    axis.hasPointerCapture = () => true
    const { top } = axis.getBoundingClientRect()
    const { left, width } = part(element, '.plot').getBoundingClientRect()
    pointer(axis, 'pointerdown', left + width / 2, top + 5)
    pointer(axis, 'pointermove', left + width / 4, top + 5)
    pointer(axis, 'pointerup', left + width / 4, top + 5)
    const [said] = heard
    expect(heard).toHaveLength(1)
    expect(said?.changed).toBe('as-of')
    expect(said?.asOf.slice(0, 4)).toMatch(/201[67]/)
  })

  it('stays on the day asked for when its data does not come', async () => {
    const load = vi
      .fn<ThreatLine['load']>()
      .mockResolvedValueOnce(kyrgyzView())
      .mockRejectedValue(new RequestError('The server could not be reached.', null))
    const element = mount({ src: '/api/timeline', load })
    await vi.waitFor(() => part(element, 'canvas'))
    element.asOf = '2021-04-20'
    await vi.waitFor(() => expect(words(element, '[role="status"]')).toContain('could not be reached'))
    expect(statusOf(element, 'Constitution of 2021')).toContain('Adopted')
  })
})

describe('what stands behind an item', () => {
  const second = {
    ...SOURCE,
    slug: 'leaked-list',
    publisher: 'Example monitor',
    title: 'A list that names people',
    address: null,
    addressWithheld: true,
  }

  function twoSources(): TimelineView {
    const { lane } = buildMeasure({
      slug: 'bill',
      title: 'Example bill',
      steps: [
        [
          '2020-01-15',
          'introduced',
          'Tabled by deputies',
          {
            disputed: true,
            body: 'Example Assembly',
            vote: { for: 30, against: 10 },
            cites: [
              { source: SOURCE.slug, certainty: 'stated', locator: 'p. 3', quotation: 'was tabled' },
              { source: second.slug, certainty: 'alleged' },
            ],
          },
        ],
      ],
    })
    const view = buildView({ lanes: [lane] })
    return { ...view, sources: { ...view.sources, [second.slug]: second } }
  }

  it('opens nothing for an id that the view does not hold', async () => {
    const element = await draw(kyrgyzView())
    await element.open('step:foreign-representatives/no-such-step')
    expect(isShown(part(element, '.details'))).toBe(false)
  })

  it('shows a step with each of its sources', async () => {
    const element = await draw(twoSources())
    await element.open('step:bill/s0')
    const said = words(element, '.details')
    for (const expected of [
      'Tabled by deputies',
      '15 January 2020',
      'Example Assembly',
      '30 for, 10 against',
      'Sources disagree',
    ])
      expect(said).toContain(expected)
    expect(said).toContain('In procedure from 15 January 2020, by rule S2')
    const sources = parts(element, '.sources li')
    expect(sources).toHaveLength(2)
    expect(sources[0]?.innerText).toMatch(/Example register: \[Register of bills\], 2021, p\. 3\./)
    const link = sources[0]?.querySelector('a')
    expect(link?.href).toBe('https://register.example/1')
    expect(link?.rel.split(' ')).toEqual(expect.arrayContaining(['noreferrer', 'noopener']))
    expect(sources[1]?.innerText).toContain('Address withheld')
    expect(sources[1]?.innerText).toContain('alleged')
    expect(sources[1]?.querySelector('a')).toBeNull()
  })

  it('leads to the measure’s page on the day on show', async () => {
    const element = await draw(kyrgyzView('2021-07-15'))
    await element.open('step:gay-propaganda/s0')
    expect(part<HTMLAnchorElement>(element, '.facts p a').getAttribute('href')).toBe(
      '/measures/gay-propaganda?asOf=2021-07-15',
    )
    expect(part<HTMLAnchorElement>(element, '.lane-title a').getAttribute('href')).toBe(
      '/measures/constitutional-amendments-2016?asOf=2021-07-15',
    )
  })

  it('tells a status with its rule and the step it rests on', async () => {
    const element = await draw(kyrgyzView())
    await element.open('span:constitution-2021/2021-05-05')
    const said = words(element, '.details')
    expect(said).toContain('5 May 2021')
    expect(said).toContain('In force, 5 May 2021')
    expect(said).toContain('S6: A measure is in force from the day of its entry into force.')
  })

  it('tells how a letter was answered, when an answer was due, and what it is about', async () => {
    const view = buildView({
      lanes: [buildMeasure({ slug: 'bill', title: 'Example bill', steps: [['2020-01-15', 'introduced']] }).lane],
      letters: [
        letter(
          'al-1',
          '2020-02-01',
          { state: 'none', asOf: '2021-07-15' },
          { dueOn: '2020-04-01', measures: ['bill', 'other'] },
        ),
      ],
    })
    const element = await draw(view)
    await element.open('letter:al-1')
    const said = words(element, '.details')
    expect(said).toContain('Reply due by 1 April 2020.')
    expect(said).toContain('No reply had come by 15 July 2021, 470 days after the deadline.')
    expect(parts(element, '.details dd a').map((link) => [link.innerText, link.getAttribute('href')])).toEqual([
      ['Example bill', '/measures/bill'],
      ['other', '/measures/other'],
    ])
  })

  it('tells an event, a relation and a measure', async () => {
    const element = await draw(kyrgyzView())
    const [anEvent] = kyrgyzView().events
    await element.open(`event:${anEvent?.slug}`)
    expect(words(element, '.details')).toContain(anEvent?.summary)
    const [relation] = kyrgyzView().relations
    await element.open(`relation:${relation?.type}/${relation?.from}/${relation?.to}`)
    expect(words(element, '.details')).toContain('Newer')
    await element.open('measure:gay-propaganda')
    expect(words(element, '.details')).toContain('In procedure since')
  })

  it('opens a cluster as a list, and each of its members from there', async () => {
    const element = await draw(fortyStepsView)
    const id = parts(element, '.items button').find((button) => button.dataset.item?.startsWith('cluster:'))?.dataset
      .item
    await element.open(id ?? '')
    const [first] = parts(element, '.members button')
    const label = first?.innerText ?? ''
    first?.click()
    await vi.waitFor(() => expect(label).toContain(part(element, '#details-title').innerText))
    expect(parts(element, '.sources li').length).toBeGreaterThan(0)
    expect(parts(element, '.ring')).toHaveLength(1)
  })

  it('opens what is pressed, and rings it', async () => {
    const element = await draw(kyrgyzView())
    const { x, y, width, height } = part(element, 'button[data-item="measure:gay-propaganda"]').getBoundingClientRect()
    const stage = part(element, '.stage')
    pointer(stage, 'pointerdown', x + width / 2, y + height - 4)
    pointer(stage, 'pointerup', x + width / 2, y + height - 4)
    await vi.waitFor(() => expect(words(element, '#details-title')).toBe('“Gay propaganda” bill'))
    const ring = part(element, '.ring').getBoundingClientRect()
    expect([ring.width, ring.height]).toEqual([width, height])
  })

  it('names in a bubble what the pointer rests on', async () => {
    const element = await draw(buildView({ events: [event('march', '2020-03-08', 'March')], lanes: [] }))
    const box = part(element, 'button[data-item="event:march"]').getBoundingClientRect()
    pointer(part(element, '.stage'), 'pointermove', box.x + box.width / 2, box.y + box.height / 2)
    await element.updateComplete
    expect(words(element, '.tip')).toContain('March')
  })
})

describe('lanes put together', () => {
  const rows = (element: ThreatLine) =>
    parts(element, '.items button').map((node) => node.dataset.item?.split(':', 1)[0] ?? '')

  it('open and close by a press on their heading, which says so to a screen reader', async () => {
    const element = await draw(closedGroupsView)
    const heard = listen(element)
    expect(rows(element).filter((kind) => kind === 'measure')).toEqual([])
    const heading = () => part(element, 'button[data-item="group:hu"]')
    expect(heading().getAttribute('aria-expanded')).toBe('false')
    expect(heading().hasAttribute('aria-pressed')).toBe(false)
    heading().click()
    await vi.waitFor(() => expect(rows(element)).toContain('measure'))
    expect(heading().getAttribute('aria-expanded')).toBe('true')
    expect(heard.at(-1)).toMatchObject({ changed: 'groups', open: ['hu'] })
    expect(await findFaults(element)).toEqual([])
  })

  it('are walked through from heading to heading and into their lanes', async () => {
    const element = await draw({ ...statesView, open: ['ge'] })
    await focusItem(element, 'group:ge')
    await press(element, '{ArrowDown}')
    await vi.waitFor(() => expect(focused(element)).toBe('measure:ge-0'))
    await press(element, '{ArrowUp}')
    await vi.waitFor(() => expect(focused(element)).toBe('group:ge'))
  })
})

describe('the overview', () => {
  const hold = (element: ThreatLine, name: string) => part(element, `.hold.${name}`)

  it('moves what is on show by keys, whole and by its ends, and says the days', async () => {
    const view = wholeView()
    const element = await draw({ ...view, range: { from: '2019-01-01', until: '2020-12-31' } })
    hold(element, 'whole').focus()
    await press(element, '{ArrowRight}')
    await vi.waitFor(() => expect(element.range?.from).toBe('2019-02-07'))
    expect(lengthInDays(element.range as { from: string; until: string })).toBe(730)
    hold(element, 'until').focus()
    await press(element, '{End}')
    await vi.waitFor(() => expect(element.range?.until).toBe(view.extent.until))
    expect(hold(element, 'from').getAttribute('aria-valuetext')).toBe('7 February 2019')
    expect(await findFaults(element)).toEqual([])
  })

  it('takes a drag over all of time for a new window', async () => {
    const element = await draw(wholeView())
    const { left, width, top } = part(element, '.overview').getBoundingClientRect()
    const target = part(element, '.overview')
    target.setPointerCapture = () => {}
    pointer(target, 'pointerdown', left + width * 0.5, top + 10)
    pointer(target, 'pointermove', left + width * 0.75, top + 10)
    pointer(target, 'pointerup', left + width * 0.75, top + 10)
    const whole = lengthInDays(wholeView().extent)
    await vi.waitFor(() =>
      expect(lengthInDays(element.range as { from: string; until: string }) / whole).toBeCloseTo(0.25, 1),
    )
  })

  it('runs the other way where reading does', async () => {
    const view = wholeView()
    const element = await draw({ ...view, range: { from: '2019-01-01', until: '2020-12-31' } }, { dir: 'rtl' })
    hold(element, 'whole').focus()
    await press(element, '{ArrowLeft}')
    await vi.waitFor(() => expect(element.range?.from).toBe('2019-02-07'))
  })
})

describe('two days', () => {
  it('are held against each other in words and in the drawing', async () => {
    const element = await draw(kyrgyzView('2021-08-01'))
    const heard = listen(element)
    const field = part<HTMLInputElement>(element, '#compared')
    field.value = '2020-10-01'
    field.dispatchEvent(new Event('change'))
    await vi.waitFor(() => expect(statusOf(element, 'Manipulating')).toContain('Returned → Adopted'))
    expect(words(element, '.counts')).toContain('measures changed after 1 October 2020, up to 1 August 2021.')
    expect(heard.at(-1)).toMatchObject({ changed: 'compare', compare: '2020-10-01' })
  })
})

describe('the canvas', () => {
  it.each([1, 2, 3])('has %s device pixels for each of the page', async (ratio) => {
    vi.stubGlobal('devicePixelRatio', ratio)
    const element = await draw(kyrgyzView())
    await vi.waitFor(() => {
      const canvas = part<HTMLCanvasElement>(element, 'canvas')
      expect(canvas.width / Number.parseFloat(canvas.style.width)).toBeCloseTo(ratio, 1)
      expect(canvas.height / Number.parseFloat(canvas.style.height)).toBeCloseTo(ratio, 1)
    })
    vi.unstubAllGlobals()
  })
})

describe('in a page of another site', () => {
  it('leads to the pages of the record where its data came from, at the version asked for', async () => {
    const src = 'https://record.example/api/timeline?jurisdiction=KG&version=7&asOf=2021-07-15'
    const view = { ...kyrgyzView(), version: 7, asOf: '2021-07-15', today: null }
    const element = mount({ src, load: async () => view })
    await vi.waitFor(() => part(element, '.lane-title a'), 5000)
    const hrefs = parts(element, '.lane-title a').map((link) => link.getAttribute('href'))
    expect(hrefs[0]).toMatch(/^https:\/\/record\.example\/measures\/[a-z0-9-]+\?asOf=2021-07-15&version=7$/)
    await element.open(`measure:${view.lanes[0]?.slug}`)
    expect(part(element, '[part~=details] a[href*="/measures/"]').getAttribute('href')).toBe(hrefs[0])
  })
})
