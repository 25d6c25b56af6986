/** vis-timeline as it comes, with stacking. */
import { Timeline } from 'vis-timeline/standalone'
import 'vis-timeline/styles/vis-timeline-graph2d.min.css'
import { ALT, appElement } from './hooks.ts'

let timeline: Timeline

window.bench = {
  load: ({ lanes, items, t0, t1 }) =>
    new Promise<void>((done) => {
      const drawn = items.map(({ id, lane, title, start, end }) => ({
        id,
        group: lane,
        content: title,
        start: new Date(start),
        ...(end ? { end: new Date(end), type: 'range' as const } : { type: 'point' as const }),
      }))
      const groups = lanes.map(({ id, label }) => ({ id, content: label }))
      timeline = new Timeline(appElement(), drawn, groups, {
        height: '700px',
        width: '100%',
        min: new Date(t0),
        max: new Date(t1),
        verticalScroll: true,
        zoomKey: 'altKey',
        onInitialDrawComplete: () => done(),
      })
    }),
  view() {
    const { start, end } = timeline.getWindow()
    return [start.getTime(), end.getTime()]
  },
  wheelModifier: ALT,
}
