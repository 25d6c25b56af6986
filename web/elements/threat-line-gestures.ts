/** Hands on the plot: drag, pinch, wheel, double click. Told in pixels; what they mean is the element's business. */

export interface Moves {
  /** The drawing is pushed by so many pixels to the right, negative to the left. */
  pan(dx: number): void
  /** Magnified by the factor around x, in pixels of the surface. */
  zoom(factor: number, x: number): void
  tap(x: number, y: number): void
  /** The pointer rests here; null when it has left. */
  hover(at: { x: number; y: number } | null): void
  /** Whether time can be moved from here: a drag that begins beside the plot is a selection of text. */
  drags(x: number): boolean
}

/** Pixels that a finger trembles. */
const STILL = 4
const DOUBLE_CLICK = 2
/** Of a wheel's pixels; one notch of a usual mouse magnifies by a quarter. */
const WHEEL_RATE = 0.0022
const LINE = 16
const PAGE = 400

/**
 * A plain wheel scrolls the page, as everywhere. It magnifies with Ctrl or Meta (which is also what a pinch on a touchpad
 * sends), or once the plot has been pressed and until the pointer leaves it.
 */
export class Gestures {
  private readonly pointers = new Map<number, { x: number; y: number }>()
  private start: { x: number; y: number } | null = null
  private moved = false
  private engaged = false

  constructor(
    private readonly surface: () => Element,
    private readonly moves: Moves,
  ) {}

  readonly pointerdown = (event: PointerEvent): void => {
    const at = this.locate(event)
    if (event.button !== 0 || isControl(event)) return
    this.pointers.set(event.pointerId, at)
    if (this.pointers.size > 1) {
      this.moved = true
      return
    }
    this.start = at
    this.moved = false
  }

  readonly pointermove = (event: PointerEvent): void => {
    const at = this.locate(event)
    const before = this.pointers.get(event.pointerId)
    if (!before || !this.start) {
      if (event.pointerType === 'mouse') this.moves.hover(at)
      return
    }
    if (!this.moved && Math.hypot(at.x - this.start.x, at.y - this.start.y) < STILL) return
    if (!this.moves.drags(this.start.x)) {
      this.pointers.delete(event.pointerId)
      return
    }
    if (!this.moved) {
      this.moved = true
      this.surface().setPointerCapture(event.pointerId)
      this.moves.hover(null)
    }
    const [other] = [...this.pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point)
    this.pointers.set(event.pointerId, at)
    if (!other) this.moves.pan(at.x - before.x)
    else this.pinch(other, before, at)
  }

  readonly pointerup = (event: PointerEvent): void => {
    if (!this.pointers.delete(event.pointerId)) return
    if (this.pointers.size > 0) return
    const { x, y } = this.locate(event)
    if (!this.moved) {
      this.engaged = event.pointerType === 'mouse'
      this.moves.tap(x, y)
    }
    this.start = null
  }

  readonly pointercancel = (event: PointerEvent): void => {
    this.pointers.delete(event.pointerId)
    if (this.pointers.size === 0) this.start = null
  }

  readonly pointerleave = (event: PointerEvent): void => {
    this.engaged = false
    if (!this.pointers.has(event.pointerId)) this.moves.hover(null)
  }

  readonly dblclick = (event: MouseEvent): void => {
    const { x } = this.locate(event)
    if (this.moves.drags(x)) this.moves.zoom(event.shiftKey ? 1 / DOUBLE_CLICK : DOUBLE_CLICK, x)
  }

  /** Not passive, because a wheel that is used here must not scroll the page as well. */
  readonly wheel = {
    passive: false,
    handleEvent: (event: WheelEvent): void => {
      const { x } = this.locate(event)
      if (!this.moves.drags(x)) return
      const unit =
        event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? PAGE : 1
      const across = (event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX) * unit
      const magnifies = event.ctrlKey || event.metaKey || (this.engaged && !event.shiftKey)
      if (magnifies) this.moves.zoom(Math.exp(-event.deltaY * unit * WHEEL_RATE), x)
      else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) this.moves.pan(-across)
      else return
      event.preventDefault()
    },
  }

  private pinch(fixed: { x: number; y: number }, before: { x: number; y: number }, at: { x: number; y: number }): void {
    const was = Math.hypot(before.x - fixed.x, before.y - fixed.y)
    const is = Math.hypot(at.x - fixed.x, at.y - fixed.y)
    const middle = (at.x + fixed.x) / 2
    this.moves.pan(middle - (before.x + fixed.x) / 2)
    if (was > 0 && is > 0) this.moves.zoom(is / was, middle)
  }

  private locate(event: MouseEvent): { x: number; y: number } {
    const { left, top } = this.surface().getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
}

/** A link or the like on the surface keeps its own behaviour. */
function isControl(event: Event): boolean {
  return event
    .composedPath()
    .some((target) => target instanceof Element && target.matches('a, button, input, .axis, .overview'))
}
