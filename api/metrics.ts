/** What is counted, by route and never by visitor, and its form for Prometheus (text format 0.0.4). */

/** Counted by whoever holds it, so that counting costs an addition. */
export interface Counter {
  n: number
}

/** Who made the answer: the application, or the hot cache out of memory. */
export type Maker = 'app' | 'cache'

/** Upper bounds in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

interface Histogram {
  /** One for each bucket and one for what is above. */
  counts: number[]
  sum: number
}

/** A family of samples: each a value with its labels. */
export interface Family {
  name: string
  type: 'counter' | 'gauge'
  help: string
  samples: { labels?: Record<string, string>; value: number }[]
}

const escaped = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

function sample(name: string, labels: Record<string, string>, value: number): string {
  const inside = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`)
  return `${name}${inside.length ? `{${inside.join(',')}}` : ''} ${value}\n`
}

const head = (name: string, type: string, help: string) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`

export const familyText = ({ name, type, help, samples }: Family): string =>
  head(name, type, help) + samples.map(({ labels = {}, value }) => sample(name, labels, value)).join('')

export class Metrics {
  private readonly requests = new Map<string, { labels: Record<string, string>; counter: Counter }>()
  private readonly durations = new Map<string, Histogram>()

  /** The counter of a route, an outcome and a maker. Routes are the patterns of the program, so there are few. */
  requestCounter(route: string, status: number, by: Maker): Counter {
    const key = `${by} ${status} ${route}`
    let known = this.requests.get(key)
    if (!known) {
      known = { labels: { route, status: String(status), by }, counter: { n: 0 } }
      this.requests.set(key, known)
    }
    return known.counter
  }

  /** Notes how long the application took for an answer; what comes out of the cache takes no time worth measuring. */
  took(route: string, seconds: number): void {
    let histogram = this.durations.get(route)
    if (!histogram) {
      histogram = { counts: Array(BUCKETS.length + 1).fill(0), sum: 0 }
      this.durations.set(route, histogram)
    }
    const bucket = BUCKETS.findIndex((bound) => seconds <= bound)
    const at = bucket < 0 ? BUCKETS.length : bucket
    histogram.counts[at] = (histogram.counts[at] ?? 0) + 1
    histogram.sum += seconds
  }

  text(): string {
    const requests = familyText({
      name: 'threatline_requests_total',
      type: 'counter',
      help: 'Answers by route, status and who made them.',
      samples: [...this.requests.values()].map(({ labels, counter }) => ({ labels, value: counter.n })),
    })
    return requests + this.durationText()
  }

  private durationText(): string {
    const name = 'threatline_app_seconds'
    const lines = [head(name, 'histogram', 'Time the application took for an answer; hits of the cache are not in it.')]
    for (const [route, { counts, sum }] of this.durations) {
      let below = 0
      for (const [i, count] of counts.entries()) {
        below += count
        lines.push(sample(`${name}_bucket`, { route, le: String(BUCKETS[i] ?? '+Inf') }, below))
      }
      lines.push(sample(`${name}_sum`, { route }, sum), sample(`${name}_count`, { route }, below))
    }
    return lines.join('')
  }
}
