/** TimelineJS3, whose published script stands in the page before this one. */
import type { BenchItem } from './data.ts'

interface Published {
  Timeline: new (id: string, data: object, options: object) => { on(event: string, listener: () => void): void }
}

/** More groups make its time bar higher than the page, so that beyond these it runs without: in its favour. */
const MOST_GROUPS = 12

const dateOf = (time: number) => {
  const date = new Date(time)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

window.bench = {
  load: ({ lanes, items }) =>
    new Promise<void>((done) => {
      const asEvent = ({ id, lane, start, end, title }: BenchItem) => ({
        unique_id: `e${id}`,
        ...(lanes.length <= MOST_GROUPS ? { group: lanes[lane]?.label } : {}),
        start_date: dateOf(start),
        ...(end ? { end_date: dateOf(end) } : {}),
        text: { headline: title, text: '' },
      })
      const { TL } = window as unknown as { TL: Published }
      const options = { script_path: '/timelinejs/js/', font: null, ga_measurement_id: null, soundcite: false }
      const timeline = new TL.Timeline('app', { events: items.map(asEvent) }, options)
      timeline.on('ready', done)
      timeline.on('loaded', done)
    }),
  view() {
    const style = document.querySelector<HTMLElement>('.tl-timenav-slider')?.style
    return [style?.left, style?.width, style?.transform]
  },
  at() {
    const bar = document.querySelector('.tl-timenav')?.getBoundingClientRect()
    return { x: 700, y: bar ? bar.y + bar.height / 2 : 600 }
  },
  zoomButton: '.tl-icon-zoom-in',
}
