// d3 scales + Canvas 2D, per-lane sorted interval index, level-of-detail culling.
// Own code. Stands for the reachable limit of a browser on this machine.
import { scaleTime, select, zoom, zoomIdentity } from 'd3'

const COLORS = ['#9aa5b1', '#4c78a8', '#72b7b2', '#54a24b', '#2f6b2f', '#b279a2']
const ROW = 24,
  HEAD = 28,
  LEFT = 160

// Index: items of a lane sorted by start in typed arrays, plus running max of end,
// so "which items meet [a,b]" is two binary searches (an implicit interval index).
export function index(data) {
  const L = data.lanes.length,
    n = data.items.length
  const order = new Uint32Array(n)
  for (let i = 0; i < n; i++) order[i] = i
  const it = data.items
  order.sort((a, b) => it[a].lane - it[b].lane || it[a].start - it[b].start)
  const start = new Float64Array(n),
    end = new Float64Array(n),
    maxEnd = new Float64Array(n)
  const color = new Uint8Array(n),
    range = new Uint8Array(n),
    first = new Uint32Array(L + 1)
  let lane = -1,
    m = 0
  for (let k = 0; k < n; k++) {
    const d = it[order[k]]
    while (lane < d.lane) {
      lane++
      first[lane] = k
      m = -Infinity
    }
    start[k] = d.start
    end[k] = d.end ?? d.start
    color[k] = d.status
    range[k] = d.end ? 1 : 0
    m = Math.max(m, end[k])
    maxEnd[k] = m
  }
  while (lane < L) first[++lane] = n
  return { order, start, end, maxEnd, color, range, first, items: it, lanes: data.lanes }
}
const lower = (a, v, lo, hi) => {
  while (lo < hi) {
    const m = (lo + hi) >> 1
    if (a[m] < v) lo = m + 1
    else hi = m
  }
  return lo
}
export function query(ix, lane, a, b) {
  // -> [from, to) candidates meeting [a,b]
  const lo = ix.first[lane],
    hi = ix.first[lane + 1]
  return [lower(ix.maxEnd, a, lo, hi), lower(ix.start, b, lo, hi)]
}

export function create(el, data, opt = {}) {
  const W = el.clientWidth,
    H = el.clientHeight,
    dpr = window.devicePixelRatio || 1
  const cv = document.createElement('canvas')
  cv.width = W * dpr
  cv.height = H * dpr
  cv.style.cssText = `width:${W}px;height:${H}px;display:block`
  el.append(cv)
  const g = cv.getContext('2d', { alpha: false })
  const ix = index(data),
    L = data.lanes.length
  const row = opt.fitAll ? (H - HEAD) / L : ROW
  const base = scaleTime([data.t0, data.t1], [LEFT, W])
  let x = base,
    top = 0,
    pending = false,
    frames = 0,
    drawn = 0,
    lastY = null
  const buckets = COLORS.map(() => []),
    pbuckets = COLORS.map(() => [])

  function draw() {
    pending = false
    frames++
    drawn = 0
    g.setTransform(dpr, 0, 0, dpr, 0, 0)
    g.fillStyle = '#fff'
    g.fillRect(0, 0, W, H)
    const [d0, d1] = x.domain(),
      a = +d0,
      b = +d1,
      k = (W - LEFT) / (b - a)
    const l0 = Math.max(0, Math.floor(top / row)),
      l1 = Math.min(L, Math.ceil((top + H - HEAD) / row))
    for (const q of buckets) q.length = 0
    for (const q of pbuckets) q.length = 0
    const texts = [],
      labels = row >= 9
    for (let l = l0; l < l1; l++) {
      const y = HEAD + l * row - top,
        h = Math.max(1, row - (row > 6 ? 6 : 0)),
        yy = y + (row > 6 ? 3 : 0)
      const [i0, i1] = query(ix, l, a, b)
      let pr = -1e9,
        pp = -1e9 // right edge already painted (ranges / points)
      for (let i = i0; i < i1; i++) {
        if (ix.range[i]) {
          if (ix.end[i] < a) continue
          let x0 = LEFT + (ix.start[i] - a) * k,
            x1 = LEFT + (ix.end[i] - a) * k
          if (x1 <= pr + 0.5) continue // LOD: nothing new inside this pixel
          if (x0 < pr) x0 = pr
          if (x0 < LEFT) x0 = LEFT
          if (x1 > W) x1 = W
          if (x1 - x0 < 1) x1 = x0 + 1
          pr = x1
          drawn++
          buckets[ix.color[i]].push(x0, yy, x1 - x0, h)
          if (labels && x1 - x0 > 44) texts.push(i, x0, x1, y)
        } else {
          const px = LEFT + (ix.start[i] - a) * k
          if (px < LEFT || px - pp < 1) continue // LOD: one glyph per pixel column
          pp = px
          drawn++
          pbuckets[ix.color[i]].push(px, yy, h)
        }
      }
    }
    for (let c = 0; c < COLORS.length; c++) {
      const q = buckets[c]
      if (!q.length) continue
      g.fillStyle = COLORS[c]
      for (let j = 0; j < q.length; j += 4) g.fillRect(q[j], q[j + 1], q[j + 2], q[j + 3])
    }
    for (let c = 0; c < COLORS.length; c++) {
      const q = pbuckets[c]
      if (!q.length) continue
      g.fillStyle = '#1f2933'
      for (let j = 0; j < q.length; j += 3) {
        if (row < 9) {
          g.fillRect(q[j], q[j + 1], 1, q[j + 2])
          continue
        }
        const cx = q[j],
          cy = q[j + 1] + q[j + 2] / 2 // diamond marker
        g.beginPath()
        g.moveTo(cx - 4, cy)
        g.lineTo(cx, cy - 4)
        g.lineTo(cx + 4, cy)
        g.lineTo(cx, cy + 4)
        g.fill()
      }
    }
    g.font = '11px sans-serif'
    g.textBaseline = 'middle'
    g.fillStyle = '#fff'
    for (let j = 0; j < texts.length; j += 4) {
      const d = ix.items[ix.order[texts[j]]],
        max = Math.floor((texts[j + 2] - texts[j + 1] - 8) / 5.6)
      g.fillText(
        d.title.length > max ? `${d.title.slice(0, max - 1)}…` : d.title,
        texts[j + 1] + 4,
        texts[j + 3] + row / 2,
      )
    }
    g.fillStyle = '#fff'
    g.fillRect(0, HEAD, LEFT, H)
    g.fillRect(0, 0, W, HEAD)
    g.fillStyle = '#1f2933'
    if (labels)
      for (let l = l0; l < l1; l++) g.fillText(data.lanes[l].label, 6, HEAD + l * row - top + row / 2, LEFT - 10)
    g.fillStyle = '#fff'
    g.fillRect(0, 0, W, HEAD)
    g.fillStyle = '#1f2933'
    g.strokeStyle = '#cbd2d9'
    const fmt = x.tickFormat(8)
    g.beginPath()
    for (const t of x.ticks(8)) {
      const px = x(t)
      g.moveTo(px + 0.5, HEAD)
      g.lineTo(px + 0.5, H)
      g.fillText(fmt(t), px + 3, HEAD / 2)
    }
    g.stroke()
    opt.onDraw?.(view())
  }
  const view = () => ({
    t0: +x.domain()[0],
    t1: +x.domain()[1],
    lane0: Math.floor(top / row),
    lane1: Math.ceil((top + H - HEAD) / row),
    drawn,
    frames,
  })
  const schedule = () => {
    if (!pending) {
      pending = true
      requestAnimationFrame(draw)
    }
  }
  const maxTop = Math.max(0, L * row - (H - HEAD))
  const z = zoom()
    .scaleExtent([1, 5000])
    .translateExtent([
      [LEFT, 0],
      [W, H],
    ])
    .extent([
      [LEFT, 0],
      [W, H],
    ])
    .on('zoom', (e) => {
      x = e.transform.rescaleX(base)
      const s = e.sourceEvent
      if (s && s.type === 'mousemove') {
        if (lastY != null) top = Math.min(maxTop, Math.max(0, top - (s.clientY - lastY)))
        lastY = s.clientY
      }
      schedule()
    })
    .on('start end', () => {
      lastY = null
    })
  select(cv).call(z).call(z.transform, zoomIdentity)
  pending = false
  draw()
  return {
    view,
    ix,
    canvas: cv,
    redraw: schedule,
    panTo(t, lane) {
      const k = base.range()[1] - LEFT,
        w = x.domain()[1] - x.domain()[0]
      if (t < +x.domain()[0] || t > +x.domain()[1]) {
        const sc = (data.t1 - data.t0) / w,
          bx = base(t)
        select(cv).call(z.transform, zoomIdentity.translate(LEFT + k / 2 - sc * bx, 0).scale(sc))
      }
      const y = lane * row
      if (y < top || y > top + H - HEAD - row) top = Math.min(maxTop, Math.max(0, y - (H - HEAD) / 2))
      schedule()
    },
  }
}
