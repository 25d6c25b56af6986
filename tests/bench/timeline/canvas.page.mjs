/**
 * The least that a timeline can cost: a bare canvas, and beside it a hidden list of forty items for keyboard and screen
 * reader, in step with every frame.
 */
import { create, query } from './canvas-core.mjs'
import { STATUSES } from './data.ts'

const WIN = 40
let c, api
function a11y(el, data, c) {
  const ix = c.ix,
    n = ix.order.length
  const list = document.createElement('div')
  list.id = 'a11y'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Timeline items')
  list.style.cssText =
    'position:absolute;left:0;top:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap'
  const live = document.createElement('div')
  live.setAttribute('aria-live', 'polite')
  live.style.cssText = list.style.cssText
  const opts = [] // pooled
  for (let i = 0; i < Math.min(WIN, n); i++) {
    const o = document.createElement('div')
    o.setAttribute('role', 'option')
    o.tabIndex = -1
    o.setAttribute('aria-setsize', n)
    o._k = -1
    opts.push(o)
    list.append(o)
  }
  const ring = document.createElement('div')
  ring.style.cssText =
    'position:absolute;pointer-events:none;outline:2px solid #d64545;width:10px;height:18px;left:0;top:0;visibility:hidden'
  el.append(list, live, ring)
  const day = (t) => new Date(t).toISOString().slice(0, 10)
  let cur = 0,
    lastWin = -1
  function label(k) {
    const d = ix.items[ix.order[k]]
    return `${d.title}, ${data.lanes[d.lane].label}, ${STATUSES[d.status]}, ${day(d.start)}${d.end ? ` to ${day(d.end)}` : ''}`
  }
  function sync(first) {
    first = Math.max(0, Math.min(n - opts.length, first))
    if (first === lastWin) return
    lastWin = first
    // Each item keeps the node k % WIN: moving by one rewrites one node, focus is not lost.
    for (let k = first; k < first + opts.length; k++) {
      const o = opts[k % opts.length]
      if (o._k === k) continue
      o._k = k
      o.textContent = label(k)
      o.setAttribute('aria-posinset', k + 1)
      o.tabIndex = k === cur ? 0 : -1
    }
  }
  function frame(v) {
    // called on every drawn canvas frame
    let seen = 0,
      k0 = -1
    const l1 = Math.min(data.lanes.length, v.lane1)
    for (let l = v.lane0; l < l1; l++) {
      const [a, b] = query(ix, l, v.t0, v.t1)
      seen += b - a
      if (k0 < 0 && b > a) k0 = a
    }
    live.textContent = `${seen} items, ${day(v.t0)} to ${day(v.t1)}, lanes ${v.lane0 + 1} to ${l1}`
    if (document.activeElement?.parentNode !== list && k0 >= 0) {
      cur = k0
      sync(k0)
    }
  }
  list.addEventListener('keydown', (e) => {
    let to = cur
    if (e.key === 'ArrowRight') to++
    else if (e.key === 'ArrowLeft') to--
    else if (e.key === 'ArrowDown') to = ix.first[Math.min(data.lanes.length - 1, ix.items[ix.order[cur]].lane + 1)]
    else if (e.key === 'ArrowUp') to = ix.first[Math.max(0, ix.items[ix.order[cur]].lane - 1)]
    else if (e.key === 'Home') to = 0
    else if (e.key === 'End') to = n - 1
    else return
    e.preventDefault()
    to = Math.max(0, Math.min(n - 1, to))
    const old = opts[cur % opts.length]
    old.tabIndex = -1
    cur = to
    sync(cur - (opts.length >> 1))
    const o = opts[cur % opts.length]
    o.tabIndex = 0
    o.focus({ preventScroll: true })
    const d = ix.items[ix.order[cur]]
    c.panTo(d.start, d.lane)
    ring.style.visibility = 'visible'
  })
  sync(0)
  opts[0].tabIndex = 0
  return { frame, focus: () => opts[cur % opts.length].focus({ preventScroll: true }) }
}
window.bench = {
  load(d) {
    const el = document.getElementById('app')
    el.style.position = 'relative'
    c = create(el, d, { onDraw: (v) => api?.frame(v) })
    api = a11y(el, d, c)
    api.frame(c.view())
  },
  view: () => c.view(),
  focus: () => api.focus(),
}
