/** What a candidate's page gives to the hand that measures it (measure.ts). */
import type { BenchData } from './data.ts'

export interface BenchHooks {
  /** Draws the data into #app, all of time and the first lanes; what has to be made of the data first is made here, and timed. */
  load(data: BenchData): Promise<unknown>
  /** What is on show, cheaply: a frame counts as a view when this has changed. */
  view(): unknown
  /** Where the mouse goes, in pixels of the window; by default the upper part of #app, right of its middle. */
  at?(): { x: number; y: number }
  /** Elements that stand for marks; by default all within #app. */
  marks?(): number
  /** Held while the wheel turns, as a bit of the DevTools protocol. */
  wheelModifier?: number
  /** Selector of a button that magnifies, for what does not magnify by wheel. */
  zoomButton?: string
}

declare global {
  interface Window {
    bench: BenchHooks
  }
}

export const ALT = 1
export const CTRL = 2

export function appElement(): HTMLElement {
  const app = document.querySelector<HTMLElement>('#app')
  if (!app) throw new Error('The page has no #app')
  return app
}
