import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { addDays, type Day, daysBetween, isDay } from '../../db/vocabulary/edtf.ts'
import { fetchTimeline } from '../api-client.ts'
import { compareDays, sayComparison } from '../timeline/compare.ts'
import { itemAt } from '../timeline/hit-test.ts'
import { dayAt, layOut } from '../timeline/lay-out.ts'
import type { Item, Layout } from '../timeline/marks.ts'
import { paint } from '../timeline/paint.ts'
import type { TimelineView } from '../timeline/view.ts'
import { sayDay } from '../timeline/words.ts'
import { threatLineStyles } from './threat-line.styles.ts'
import { dragTo, type Grasp, grasp, type Hold, keyTo, numberAt, windowOf } from './threat-line-brush.ts'
import { type SplitLayout, splitLayout, word } from './threat-line-chrome.ts'
import { sayCounts } from './threat-line-counts.ts'
import { details, measureHref, type Place } from './threat-line-details.ts'
import { Gestures } from './threat-line-gestures.ts'
import { place } from './threat-line-place.ts'
import { type Asked, addressOf, type Dress, faultsOf, PARAMETERS } from './threat-line-question.ts'
import { type DayRange, daysOf, joinRanges, lengthOf, pan, type Range, rangeOf, zoom } from './threat-line-range.ts'
import { Screen } from './threat-line-screen.ts'
import { LateSources } from './threat-line-sources.ts'
import { type Choice, findSubject } from './threat-line-subjects.ts'
import { isWalkingKey, type WalkingKey, walk } from './threat-line-walk.ts'

/** What a reader has come to look at. `changed` names what moved: the stretch of time, the day, the groups, the other day. */
export interface ThreatLineView {
  changed: 'range' | 'as-of' | 'groups' | 'compare'
  asOf: Day
  from: Day
  to: Day
  /** Keys of the groups that stand open, or all; null where lanes stand by themselves. */
  open: 'all' | readonly string[] | null
  compare: Day | null
}

declare global {
  interface HTMLElementTagNameMap {
    'threat-line': ThreatLine
  }
  interface HTMLElementEventMap {
    'threat-line-view': CustomEvent<ThreatLineView>
  }
}

/** More lanes than this scroll inside the element. */
const MOST_LANES_AT_ONCE = 40
/** What browsers draw on one canvas without complaint, in device pixels. */
const MOST_PIXELS = 16_000_000
/** So many items before and after the focused one are in the document. */
const NEIGHBOURS = 20
/** Of an end of the window, in pixels: the least that WCAG 2.2, 2.5.8 wants of a target. */
const HOLD = 24
const STEP = 0.25
const ZOOM = 1.5
/** A key held down on the scrubber passes many days; the one where it rests is asked for. */
const REST_MS = 350

/**
 * Measures, letters and events on a timeline that can be moved, magnified, asked and walked through by keyboard. Until
 * its data has come, and on paper, the server's drawing in its figure slot stands; the list below always does.
 * Importing the class registers nothing.
 *
 * Attributes named as parameters of `/api/timeline` (PARAMETERS) ask for what they say; a change of any is followed.
 *
 * @slot figure - The server's drawing with its caption: shown until the interactive one is ready, and in print.
 * @slot list - The same facts as list or cards; always shown, below the drawing. On a phone it is shown instead of the drawing.
 * @event threat-line-view - The reader changed range, day, groups or the other day; `detail` is a ThreatLineView.
 * @csspart note - What could not be shown, and why.
 * @csspart tools - As-of control and buttons.
 * @csspart drawing - The drawing; it scrolls if there are many lanes.
 * @csspart details - What stands behind the chosen item.
 * @csspart credit - Where the record is, and its licence; on other sites.
 * @cssproperty --tl-* - The paints, by the names in web/timeline/palette.ts; without them the palette of the theme.
 */
export class ThreatLine extends LitElement implements Asked, Dress {
  static override styles = threatLineStyles
  static override properties = Object.fromEntries(PARAMETERS.map((name) => [name, { reflect: true }]))

  /** Where data is asked for without `src`; null: nowhere. */
  static home: string | null = null

  private readonly screen = new Screen(this)
  private readonly gestures = new Gestures(() => this.stage, {
    pan: (dx) => this.panPixels(dx),
    zoom: (factor, x) => this.zoomAtPixel(factor, x),
    tap: (x, y) => this.tap(x, y),
    hover: (at) => {
      this.hoveredId = at && this.layout ? (itemAt(this.layout, at.x, at.y)?.id ?? null) : null
    },
    drags: (x) => this.isOnPlot(x),
  })
  /** Derived in willUpdate from the data and what is on show; kept for the hands that ask between updates. */
  private layout: Layout | null = null
  private split: SplitLayout | null = null
  /** Whether the keyboard was in the list of items when the last update began. */
  private listHadFocus = false
  private rest: ReturnType<typeof setTimeout> | undefined
  private request: AbortController | null = null
  private isAsked = false

  @query('.root') private root!: HTMLElement
  @query('.drawing') private drawing!: HTMLElement
  @query('.stage') private stage!: HTMLElement
  @query('canvas') private canvas!: HTMLCanvasElement | null

  /** The days on show, with fractions; null for those that the data came with. */
  @state() private shown: Range | null = null
  /** The day under the reader's hand, before it rests. */
  @state() private draftAsOf: Day | null = null
  @state() private choice: Choice | null = null
  @state() private activeId: string | null = null
  @state() private hoveredId: string | null = null
  @state() private failure: Error | null = null
  @state() private scrolledTo = 0
  /** Groups that the reader opened or closed; null for those that the data came with. */
  @state() private opened: readonly string[] | null = null
  /** The day held against the as-of day: null for none, undefined for the one that the data came with. */
  @state() private comparedDay: Day | null | undefined = undefined
  private grasped: Grasp | null = null
  /** Whether the first drawing has been on the screen: the controls follow it, since a browser takes longer over them than over it. */
  @state() private isSeen = false

  /** Address of a TimelineView (`/api/timeline?…`); asked for when set, and again when a parameter changes. */
  @property({ reflect: true }) src: string | null = null

  declare jurisdiction?: Asked['jurisdiction']
  declare right?: Asked['right']
  declare severity?: Asked['severity']
  declare article?: Asked['article']
  declare kind?: Asked['kind']
  declare status?: Asked['status']
  declare family?: Asked['family']
  declare mandate?: Asked['mandate']
  declare from?: Asked['from']
  declare to?: Asked['to']
  declare group?: Asked['group']
  declare version?: Asked['version']

  /** `light`, `dark`, or `auto`: as the page around it is. */
  @property({ reflect: true }) theme: string | null = null

  /** The most that it takes of the page's height, in CSS pixels; then it scrolls inside. */
  @property({ reflect: true }) height: string | number | null = null

  /** What is shown. Set it instead of `src` where it is at hand. */
  @property({ attribute: false }) data: TimelineView | null = null

  /** The day whose statuses are shown; null for the day that the data speaks of. */
  @property({ attribute: 'as-of', reflect: true }) asOf: Day | null = null

  /** How `src` is asked for. */
  @property({ attribute: false }) load: (address: string, signal: AbortSignal) => Promise<TimelineView> = fetchTimeline

  /** Where the page of a record stands that the record's site has at this path; null for nowhere. Without it, on that site. */
  @property({ attribute: false }) pageOf: ((path: string) => string | null) | null = null

  constructor() {
    super()
    this.addController(new LateSources(this))
  }

  /** What was under way when it was taken out of its place goes on in the new one. */
  override connectedCallback(): void {
    super.connectedCallback()
    if (this.request?.signal.aborted) void this.refresh()
    if (this.draftAsOf !== null) this.settle()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.rest)
    this.request?.abort()
  }

  /** One update a frame, however many events a frame brings; the first drawing waits for none. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.layout) await new Promise(requestAnimationFrame)
    super.scheduleUpdate()
  }

  protected override firstUpdated(): void {
    this.screen.observe(this.drawing)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { data } = this
    if (isOnlyControls(changed)) return
    if (changed.has('theme')) this.screen.readPalette()
    if (changed.has('from') || changed.has('to')) this.shown = null
    this.listHadFocus = this.shadowRoot?.activeElement?.closest('.items') != null
    if (changed.has('data') && data && this.choice && !findSubject(data, this.choice)) this.choice = null
    this.layout = data && this.screen.width > 0 ? this.layOut(data) : null
    this.split = this.layout && splitLayout(this.layout)
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (isOnlyControls(changed)) return
    const isOther = (['src', ...PARAMETERS] as const).some((name) => changed.has(name))
    if (isOther || (changed.has('asOf') && this.asOf !== this.data?.asOf)) void this.refresh()
    const { root, height } = this
    if (changed.has('height')) root.style.setProperty('--_most', Number(height) > 0 ? `${Number(height)}px` : '')
    this.paint()
    if (this.data && !this.isSeen) afterNextFrame(() => (this.isSeen = true))
    // The focused item has left the view or joined a cluster: the keyboard goes on from what stands in its place.
    if (this.listHadFocus && !this.shadowRoot?.activeElement) void this.updateComplete.then(() => this.focusActive())
  }

  /** First and last day on show; null before there is data. Set it to show others. */
  get range(): DayRange | null {
    return this.data && daysOf(this.shownRange(this.data))
  }

  set range(range: DayRange | null) {
    this.shown = range && rangeOf(range)
  }

  /** The day that is held against the as-of day; null for none. */
  @property()
  get compare(): Day | null {
    if (this.comparedDay === undefined) return this.data?.compare ?? null
    return this.comparedDay !== null && isDay(this.comparedDay) ? this.comparedDay : null
  }

  set compare(day: Day | null) {
    this.comparedDay = day
  }

  /** Opens a group that is closed and closes one that is open, by its key. */
  toggle(key: string): void {
    const groups = this.layout?.items.filter(({ kind }) => kind === 'group') ?? []
    const keys = this.openGroups === 'all' ? groups.map(({ slug }) => slug) : this.openGroups
    this.opened = keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]
    this.announce('groups')
  }

  private get openGroups(): 'all' | readonly string[] {
    return this.opened ?? this.data?.open ?? 'all'
  }

  /** Opens the details of an item by its id (`step:slug/key`, `letter:slug` …) and puts the focus there. */
  async open(id: string): Promise<void> {
    if (id.startsWith('group:')) return this.toggle(id.slice('group:'.length))
    const item = this.layout?.items.find((candidate) => candidate.id === id)
    if (!this.data || !findSubject(this.data, item ?? { id })) return
    this.choice = { id, ...(item?.members && { members: item.members }) }
    if (item) this.activeId = id
    await this.updateComplete
    this.shadowRoot?.querySelector<HTMLElement>('#details-title')?.focus({ preventScroll: true })
    this.shadowRoot?.querySelector('.ring')?.scrollIntoView({ block: 'nearest' })
  }

  /** Closes the details; the focus goes back to the item they came from. */
  close(): void {
    const hadFocus = this.shadowRoot?.activeElement?.closest('.details') != null
    this.choice = null
    if (hadFocus) void this.updateComplete.then(() => this.focusActive())
  }

  /** Shows everything from the first day to the last. */
  fit(): void {
    if (this.data) this.show(rangeOf(this.data.extent))
  }

  // What is asked for

  /** Where the data is asked for; null where it is not: what is given is shown. */
  get address(): string | null {
    // On no day is not today.
    if (this.asOf && !isDay(this.asOf)) return null
    const source = this.src ?? (this.data && !this.isAsked ? null : ThreatLine.home)
    return source && URL.canParse(source, document.baseURI) ? addressOf(source, this, this.day) : null
  }

  /** The day chosen; null where none is, or what is written is none. */
  private get day(): Day | null {
    return this.asOf && isDay(this.asOf) ? this.asOf : null
  }

  private async refresh(): Promise<void> {
    const { address } = this
    if (!address) return
    this.isAsked = true
    this.request?.abort()
    const request = new AbortController()
    this.request = request
    this.failure = null
    try {
      const data = await this.load(address, request.signal)
      if (request.signal.aborted) return
      this.data = data
    } catch (error) {
      if (request.signal.aborted) return
      this.failure = error instanceof Error ? error : new Error(String(error))
    }
    this.request = null
    this.requestUpdate()
  }

  // What is on show

  private shownRange(data: TimelineView): Range {
    return this.shown ?? rangeOf(data.range)
  }

  private limits(data: TimelineView): Range {
    return joinRanges(rangeOf(data.extent), rangeOf(data.range))
  }

  private shownDay(data: TimelineView): Day {
    return this.draftAsOf ?? this.day ?? data.asOf
  }

  private scrolls(data: TimelineView): boolean {
    const open = this.openGroups
    const shown = data.group === 'measure' || open === 'all' || open.length > 0
    return shown && data.lanes.length > MOST_LANES_AT_ONCE
  }

  private layOut(data: TimelineView): Layout {
    const sight = this.scrolls(data) ? { window: { top: this.scrolledTo, height: this.screen.sight } } : {}
    return layOut(data, this.screen.width, {
      range: daysOf(this.shownRange(data)),
      asOf: this.shownDay(data),
      direction: this.matches(':dir(rtl)') ? 'rtl' : 'ltr',
      open: this.openGroups,
      compare: this.compare,
      ...sight,
    })
  }

  private show(range: Range): void {
    this.shown = range
    this.announce('range')
  }

  private panPixels(dx: number): void {
    const { data, layout } = this
    if (!data || !layout) return
    const { plot, direction } = layout
    const onwards = direction === 'ltr' ? -dx : dx
    const range = this.shownRange(data)
    this.show(pan(range, (onwards / (plot.x1 - plot.x0)) * lengthOf(range), this.limits(data)))
  }

  /** By a share of what is on show; negative towards earlier days. */
  private panShare(share: number): void {
    const { data } = this
    if (!data) return
    const range = this.shownRange(data)
    this.show(pan(range, share * lengthOf(range), this.limits(data)))
  }

  private zoomAtPixel(factor: number, x: number): void {
    const { data, layout } = this
    if (!data || !layout) return
    const { plot, direction } = layout
    const share = (x - plot.x0) / (plot.x1 - plot.x0)
    const range = this.shownRange(data)
    const at = range.from + (direction === 'ltr' ? share : 1 - share) * lengthOf(range)
    this.show(zoom(range, factor, at, this.limits(data)))
  }

  /** Around the item that has the focus, else around the middle. */
  private zoomBy(factor: number): void {
    const { layout } = this
    if (!layout) return
    const { x0, x1 } = layout.plot
    const item = this.listHadFocus ? this.activeItem() : null
    const x = item ? item.box.x + item.box.width / 2 : (x0 + x1) / 2
    this.zoomAtPixel(factor, Math.max(x0, Math.min(x1, x)))
  }

  private isOnPlot(x: number): boolean {
    return this.layout !== null && x >= this.layout.plot.x0 && x <= this.layout.plot.x1
  }

  private tap(x: number, y: number): void {
    const item = this.layout && itemAt(this.layout, x, y)
    if (item) void this.open(item.id)
  }

  private announce(changed: ThreatLineView['changed']): void {
    const { data } = this
    if (!data) return
    const { from, until } = daysOf(this.shownRange(data))
    const open = data.group === 'measure' ? null : this.openGroups
    const detail: ThreatLineView = { changed, asOf: this.shownDay(data), from, to: until, open, compare: this.compare }
    this.dispatchEvent(new CustomEvent('threat-line-view', { detail, bubbles: true, composed: true }))
  }

  // The day

  private draft(day: Day): void {
    clearTimeout(this.rest)
    this.draftAsOf = day
  }

  /** The day under the hand counts once it has rested. */
  private settle(): void {
    clearTimeout(this.rest)
    this.rest = setTimeout(() => this.commit(), REST_MS)
  }

  private commit(): void {
    if (this.draftAsOf === null) return
    this.asOf = this.draftAsOf
    this.draftAsOf = null
    this.announce('as-of')
  }

  private readonly onSlide = (event: Event): void => {
    if (this.data) this.draft(addDays(this.data.extent.from, Number((event.target as HTMLInputElement).value)))
  }

  private readonly onDate = (event: Event): void => {
    const { value } = event.target as HTMLInputElement
    if (!isDay(value)) return
    this.draft(value)
    this.settle()
  }

  private readonly onSettle = (): void => this.settle()

  private readonly onToday = (): void => {
    const today = this.data?.today
    if (!today) return
    this.draft(today)
    this.commit()
  }

  /** The axis is a scrubber too: a press on it goes to that day, and a drag passes through days. */
  private readonly onAxisDown = (event: PointerEvent): void => {
    if (event.button !== 0) return
    event.preventDefault()
    ;(event.currentTarget as HTMLElement).setPointerCapture(event.pointerId)
    this.draftAtPointer(event)
  }

  private readonly onAxisMove = (event: PointerEvent): void => {
    if ((event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId)) this.draftAtPointer(event)
  }

  private readonly onAxisUp = (): void => this.commit()

  private draftAtPointer({ clientX }: PointerEvent): void {
    if (this.layout) this.draft(dayAt(this.layout, clientX - this.stage.getBoundingClientRect().left))
  }

  // The overview

  private readonly onBrushDown = (event: PointerEvent): void => {
    const { data, layout } = this
    if (!data || !layout?.overview || event.button !== 0) return
    event.preventDefault()
    ;(event.currentTarget as HTMLElement).setPointerCapture(event.pointerId)
    this.grasped = grasp(layout.overview, layout.direction, this.shownRange(data), this.xOf(event))
  }

  private readonly onBrushMove = (event: PointerEvent): void => {
    const { data, layout, grasped } = this
    if (!data || !layout?.overview || !grasped) return
    this.show(dragTo(grasped, numberAt(layout.overview, layout.direction, this.xOf(event)), this.limits(data)))
  }

  private readonly onBrushUp = (): void => {
    this.grasped = null
  }

  private brushKey(hold: Hold, event: KeyboardEvent): void {
    const { data, layout } = this
    if (!data || !layout || event.altKey || event.ctrlKey || event.metaKey) return
    const range = keyTo(hold, event.key, layout.direction, this.shownRange(data), this.limits(data))
    if (!range) return
    event.preventDefault()
    this.show(range)
  }

  private xOf({ clientX }: PointerEvent): number {
    return clientX - this.stage.getBoundingClientRect().left
  }

  private readonly onCompare = (event: Event): void => {
    const { value } = event.target as HTMLInputElement
    if (value !== '' && !isDay(value)) return
    this.compare = value === '' ? null : value
    this.announce('compare')
  }

  // The keyboard

  private activeItem(): Item | null {
    const items = this.layout?.items ?? []
    const id = this.activeId
    const found =
      items.find((item) => item.id === id) ?? items.find((item) => id !== null && item.members?.includes(id))
    return found ?? items[0] ?? null
  }

  private focusActive(): void {
    this.shadowRoot?.querySelector<HTMLElement>('.items button[tabindex="0"]')?.focus()
  }

  private readonly onItemKey = (event: KeyboardEvent): void => {
    const { key, shiftKey, ctrlKey, altKey, metaKey } = event
    if (altKey || metaKey) return
    if (shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      const onwards = (key === 'ArrowRight') === (this.layout?.direction === 'ltr')
      this.panShare(onwards ? STEP : -STEP)
    } else if (isWalkingKey(key)) void this.walk(key, ctrlKey)
    else if (key === '+' || key === '=') this.zoomBy(ZOOM)
    else if (key === '-') this.zoomBy(1 / ZOOM)
    else if (key === '0') this.fit()
    else return
    event.preventDefault()
  }

  /** At the edge of what is on show, the drawing moves on and the walk is tried once more. */
  private async walk(key: WalkingKey, everything: boolean): Promise<void> {
    if (this.step(key, everything) || !this.reveal(key)) return
    await this.updateComplete
    this.step(key, everything)
  }

  private step(key: WalkingKey, everything: boolean): boolean {
    const from = this.activeItem()
    const item = from && this.layout && walk(this.layout.items, from, key, this.layout.direction, everything)
    if (!item) return false
    this.activeId = item.id
    void this.updateComplete.then(() => this.focusActive())
    return true
  }

  /** Shows what lies beyond the edge that the key leads to; false where there is nothing. */
  private reveal(key: WalkingKey): boolean {
    const { data, layout } = this
    if (!data || !layout) return false
    if (key === 'ArrowUp' || key === 'ArrowDown') {
      const before = this.drawing.scrollTop
      this.drawing.scrollTop += (key === 'ArrowDown' ? 1 : -1) * layout.rowHeight * 3
      this.scrolledTo = this.drawing.scrollTop
      return this.scrolledTo !== before
    }
    const before = daysOf(this.shownRange(data))
    this.panShare((key === 'ArrowRight') === (layout.direction === 'ltr') ? 2 * STEP : -2 * STEP)
    return daysOf(this.shownRange(data)).from !== before.from
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    this.hoveredId = null
    if (this.choice) this.close()
  }

  private readonly onItemFocus = (event: FocusEvent): void => {
    this.activeId = (event.target as HTMLElement).dataset.item ?? null
  }

  /** The bubble goes with the focus. Asked for afterwards, because an update that takes a focused item away blurs it too. */
  private readonly onItemBlur = (): void => {
    void this.updateComplete.then(() => this.requestUpdate())
  }

  private readonly onItemClick = (event: Event): void => {
    const id = (event.currentTarget as HTMLElement).dataset.item
    if (id) void this.open(id)
  }

  private readonly onScroll = (): void => {
    if (this.data && this.scrolls(this.data)) this.scrolledTo = this.drawing.scrollTop
  }

  // The picture

  private paint(): void {
    const { canvas, data, split } = this
    const brush = canvas?.getContext('2d')
    if (!canvas || !brush || !data || !split) return
    const { width, height: whole } = split.painted
    const scrolls = this.scrolls(data)
    const height = scrolls ? Math.min(whole, this.screen.sight) : whole
    const pixelRatio = Math.min(this.screen.pixelRatio, Math.sqrt(MOST_PIXELS / (width * height)))
    const size = { width: Math.ceil(width * pixelRatio), height: Math.ceil(height * pixelRatio) }
    if (canvas.width !== size.width || canvas.height !== size.height) {
      Object.assign(canvas, size)
      canvas.style.setProperty('width', `${width}px`)
      canvas.style.setProperty('height', `${height}px`)
    }
    const view = { x: 0, y: scrolls ? this.scrolledTo : 0, width, height }
    paint(split.painted, brush, {
      colours: this.screen.palette,
      pixelRatio,
      font: getComputedStyle(this).fontFamily,
      view,
    })
  }

  private renderNote(): TemplateResult | string {
    const fault = faultsOf(this, { 'as-of': this.asOf, compare: this.comparedDay })
    if (fault) return fault
    const isAlone = !this.querySelector('[slot]')
    if (this.failure)
      return html`${this.data ? 'What was asked for' : 'The interactive timeline'} could not be loaded. ${this.failure.message}
        ${this.data ? 'What is shown rests on what was loaded before.' : isAlone ? html`<a href=${this.site || '/'}>The whole record</a>` : 'The drawing and the list are complete without it.'}
        <button type="button" @click=${() => this.refresh()}>Try again</button>`
    return !this.data && this.address && isAlone ? 'The timeline is being loaded.' : ''
  }

  private renderTools(data: TimelineView): TemplateResult {
    const day = this.shownDay(data)
    const { from, until } = data.extent
    const isLtr = this.layout?.direction !== 'rtl'
    return html`<div class="tools" part="tools">
      <form class="as-of" @submit=${(event: Event) => event.preventDefault()}>
        <label for="day">As of</label>
        <input id="day" type="date" .value=${day} min=${from} max=${until} @change=${this.onDate} />
        <input
          type="range"
          aria-label="As of"
          aria-valuetext=${sayDay(day)}
          min="0"
          max=${daysBetween(from, until)}
          .value=${String(daysBetween(from, day))}
          @input=${this.onSlide}
          @change=${this.onSettle}
        />
        ${data.today ? html`<button type="button" ?disabled=${day === data.today} @click=${this.onToday}>Today</button>` : nothing}
        <span class="pair">
          <label for="compared">compared with</label>
          <input id="compared" type="date" .value=${this.compare ?? ''} min=${from} max=${until} @change=${this.onCompare} />
        </span>
        <p class="counts" aria-live=${this.draftAsOf ? 'off' : 'polite'}>${sayDay(day)}: ${sayCounts(data, day) || 'no measure'}${this.sayCompared(data, day)}</p>
      </form>
      <div class="zooms" role="group" aria-label="Stretch of time">
        <button type="button" aria-label="Earlier" title="Earlier" @click=${() => this.panShare(-STEP)}>${isLtr ? '‹' : '›'}</button>
        <button type="button" aria-label="Later" title="Later" @click=${() => this.panShare(STEP)}>${isLtr ? '›' : '‹'}</button>
        <button type="button" aria-label="Zoom out" title="Zoom out" @click=${() => this.zoomBy(1 / ZOOM)}>−</button>
        <button type="button" aria-label="Zoom in" title="Zoom in" @click=${() => this.zoomBy(ZOOM)}>+</button>
        <button type="button" aria-label="Fit all time" title="Fit all time" @click=${() => this.fit()}>Fit</button>
      </div>
    </div>`
  }

  private sayCompared(data: TimelineView, day: Day): string {
    const comparison = compareDays(data, this.compare, day)
    return comparison ? `. ${sayComparison(comparison)}` : ''
  }

  /** The window over the band: it can be dragged, drawn anew, and moved by keys, whole or by its ends. */
  private renderOverview(data: TimelineView, { overview, direction }: Layout): TemplateResult | typeof nothing {
    if (!overview) return nothing
    const range = this.shownRange(data)
    const limits = this.limits(data)
    const { from, until } = daysOf(range)
    const { left, width } = windowOf(overview, direction, range)
    const height = overview.y1 - overview.y0
    const at = (x: number) => ({ left: x - overview.x0, top: 0, height })
    const [fromX, untilX] = direction === 'ltr' ? [left, left + width] : [left + width, left]
    const slider = (hold: Hold, label: string, days: number, said: string, where: object) => html`<div
      class="hold ${hold}"
      role="slider"
      tabindex="0"
      aria-label=${label}
      aria-valuemin=${Math.round(limits.from)}
      aria-valuemax=${Math.round(limits.until)}
      aria-valuenow=${Math.round(days)}
      aria-valuetext=${said}
      ${place(where as { top: number })}
      @keydown=${(event: KeyboardEvent) => this.brushKey(hold, event)}
    ></div>`
    return html`<div
      class="overview"
      role="group"
      aria-label="Stretch of time on show"
      ${place({ left: overview.x0, top: overview.y0, width: overview.x1 - overview.x0, height })}
      @pointerdown=${this.onBrushDown}
      @pointermove=${this.onBrushMove}
      @pointerup=${this.onBrushUp}
      @pointercancel=${this.onBrushUp}
      @dblclick=${() => this.fit()}
    >
      ${slider('whole', 'Time on show', range.from, `${sayDay(from)} to ${sayDay(until)}`, { ...at(left), width })}
      ${slider('from', 'First day on show', range.from, sayDay(from), { ...at(fromX - HOLD / 2), width: HOLD })}
      ${slider('until', 'Last day on show', range.until, sayDay(until), { ...at(untilX - HOLD / 2), width: HOLD })}
    </div>`
  }

  private renderStage(data: TimelineView, layout: Layout, { words, axis }: SplitLayout): TemplateResult {
    const { pointerdown, pointermove, pointerup, pointercancel, pointerleave, dblclick, wheel } = this.gestures
    const { plot } = layout
    const context = this.placeOf(data)
    return html`<div
      class="stage"
      ${place({ top: 0, height: layout.height })}
      @pointerdown=${pointerdown}
      @pointermove=${pointermove}
      @pointerup=${pointerup}
      @pointercancel=${pointercancel}
      @pointerleave=${pointerleave}
      @dblclick=${dblclick}
      @wheel=${wheel}
    >
      <div class="sight"><canvas aria-hidden="true"></canvas></div>
      <div
        class="plot ${this.hoveredId ? 'over' : ''}"
        ${place({ left: plot.x0, top: plot.y0, width: plot.x1 - plot.x0, height: plot.y1 - plot.y0 })}
      ></div>
      ${
        axis &&
        html`<div class="before-axis" ${place({ top: 0, height: axis.section.y })}></div>
          <div
            class="axis"
            aria-hidden="true"
            ${place({ top: 0, height: axis.section.height })}
            @pointerdown=${this.onAxisDown}
            @pointermove=${this.onAxisMove}
            @pointerup=${this.onAxisUp}
            @pointercancel=${this.onAxisUp}
          >
            ${axis.words.map((mark) => word(mark, layout, axis.section.y))}
          </div>`
      }
      ${this.renderOverview(data, layout)}
      <div aria-hidden="true">
        ${words.map((mark) => word(mark, layout, 0, mark.part === 'lane-title' ? this.hrefOf(mark.item, context) : undefined))}
      </div>
      ${this.renderRing(layout)} ${this.renderItems(layout)} ${this.renderTip(layout)}
    </div>`
  }

  /** Origin of the record; empty on its own pages. */
  private get site(): string {
    const { origin } = new URL(this.address ?? '', document.baseURI)
    return origin === location.origin || origin === 'null' ? '' : origin
  }

  private placeOf(view: TimelineView): Place {
    const isPinned = new URL(this.address ?? '', document.baseURI).searchParams.has('version')
    return { view, asOf: this.shownDay(view), site: this.site, isPinned, pageOf: this.pageOf }
  }

  private hrefOf(item: string | undefined, context: Place): string | typeof nothing {
    return measureHref((item ?? '').replace('measure:', ''), context)
  }

  /** The items around the active one, each a button at its place: only these are in the document, and one in the tab order. */
  private renderItems(layout: Layout): TemplateResult {
    const active = this.activeItem()
    const at = active?.order ?? 0
    const near = layout.items.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
    return html`<ol
      class="items"
      role="list"
      aria-label="Items of the timeline; arrow keys lead from one to the next"
      @keydown=${this.onItemKey}
      @focusin=${this.onItemFocus}
      @focusout=${this.onItemBlur}
    >
      ${repeat(
        near,
        ({ id }) => id,
        ({ id, name, box: { x, y, width, height }, order, open }) => html`<li
          aria-setsize=${layout.items.length}
          aria-posinset=${order + 1}
        >
          <button
            type="button"
            data-item=${id}
            tabindex=${id === active?.id ? 0 : -1}
            aria-pressed=${open === undefined ? this.choice?.id === id : nothing}
            aria-expanded=${open ?? nothing}
            ${place({ left: x, top: y, width, height })}
            @click=${this.onItemClick}
          >
            ${name}
          </button>
        </li>`,
      )}
    </ol>`
  }

  private renderRing({ items }: Layout): TemplateResult | typeof nothing {
    const id = this.choice?.id
    const item = id && (items.find((one) => one.id === id) ?? items.find(({ members }) => members?.includes(id)))
    if (!item) return nothing
    const { x, y, width, height } = item.box
    return html`<div class="ring" ${place({ left: x, top: y, width, height })}></div>`
  }

  /** What the pointer or the keyboard is at, in words: also what found no room for a label. */
  private renderTip(layout: Layout): TemplateResult | typeof nothing {
    const id = this.hoveredId ?? (this.listHadFocus ? this.activeItem()?.id : null)
    const item = layout.items.find((one) => one.id === id)
    if (!item || item.kind === 'measure') return nothing
    const maxWidth = Math.min(320, layout.width)
    const left = Math.max(0, Math.min(layout.width - maxWidth, item.box.x))
    return html`<div class="tip" aria-hidden="true" ${place({ left, top: item.box.y + item.box.height + 8, maxWidth })}>
      ${item.name}
    </div>`
  }

  private renderDetails(data: TimelineView): TemplateResult | typeof nothing {
    const subject = this.choice && findSubject(data, this.choice)
    if (!subject) return nothing
    return html`<button type="button" class="close" aria-label="Close details" @click=${() => this.close()}>✕</button>
      <div class="columns">
        ${details(subject, { ...this.placeOf(data), open: (id) => void this.open(id) })}
      </div>`
  }

  protected override render(): TemplateResult {
    const { data, layout, split } = this
    const isDrawn = data !== null
    const isListed = this.querySelector('[slot="list"]') !== null
    const classes = `root ${this.screen.isDark ? 'dark' : ''} ${isListed ? 'listed' : ''}`
    return html`<div class=${classes} lang="en" @keydown=${this.onKey}>
      <div class="stand-in" ?hidden=${isDrawn}><slot name="figure"></slot></div>
      <div class="note" part="note" role="status">${this.renderNote()}</div>
      ${data && this.isSeen ? this.renderTools(data) : html`<div class="tools" ?hidden=${!isDrawn}></div>`}
      <div class="drawing ${data && this.scrolls(data) ? 'scrolls' : ''}" part="drawing" @scroll=${this.onScroll}>
        ${data && layout && split ? this.renderStage(data, layout, split) : nothing}
      </div>
      ${
        isDrawn
          ? html`<p class="hint">
              Drag to move, Ctrl and wheel or two fingers to magnify; press or drag the axis to see another day. With the
              keyboard: arrows lead from item to item, Enter opens, + and − magnify, 0 shows all.
            </p>`
          : nothing
      }
      <section class="details" part="details" aria-live="polite" aria-label="Details" ?hidden=${this.choice === null}>
        ${data ? this.renderDetails(data) : nothing}
      </section>
      ${isDrawn && this.site ? html`<p class="hint" part="credit"><a href=${this.site}>Threatline</a>, CC BY 4.0</p>` : nothing}
      <slot name="list"></slot>
    </div>`
  }
}

/** Whether an update does nothing but add the controls to a drawing that is there. */
function isOnlyControls(changed: PropertyValues): boolean {
  return changed.size === 1 && changed.has('isSeen')
}

/** Once what is in the document now has been on the screen. */
function afterNextFrame(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then))
}
