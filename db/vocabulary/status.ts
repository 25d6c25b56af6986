/**
 * What a measure's steps add up to: the published status rules S1 to S16 (docs/methodology.md), as one pure function from
 * steps to spans. The spans are the timeline's segments, the answer to "as of", and what lists filter on.
 *
 * Two readings of the same rules. `certain`: a step counts from its effective day, its latest day but no later than the
 * latest day of any step after it. `possible`: a step counts from its earliest day. Order in the record decides, not the
 * clock; steps of S13 and S14 neither bound others nor are bounded.
 */
import { addDays, addMonths, type Day } from './edtf.ts'
import {
  REOPENING,
  type Result,
  RULE_OF_STAGE,
  type Rule,
  SELF_ACTING,
  type Stage,
  type Status,
  UNDECIDED,
} from './stages.ts'

/** Earliest and latest day of a date; null = open or unknown. */
export interface Bounds {
  earliest: Day | null
  latest: Day | null
}

export interface StatusStep {
  key: string
  stage: Stage
  on: Bounds
  result?: Result | undefined
  planned?: boolean | undefined
  /** Last day (included) of a term: of in_force, extended or suspended. */
  until?: Bounds | undefined
  /** What a `reported` step says. */
  stands_at?: Status | undefined
}

/** What another measure does to this one by a relation: S11 (replaces, from its entry into force) or S16 (revives). */
export interface Influence {
  rule: 'S11' | 'S16'
  /** The other measure and its step that acts. */
  measure: string
  step: string
  on: Bounds
  planned?: boolean | undefined
}

export type Counting = 'certain' | 'possible'

/** The step a status rests on; `measure` is null for the measure's own step. */
export interface Basis {
  measure: string | null
  step: string
}

/** `from` included, `until` excluded; null = no end known. */
export interface Span {
  status: Status
  from: Day
  until: Day | null
  basis: Basis
  rule: Rule
  /** The basis is dated to a span of days, so the status may be older than `from`. */
  atTheLatest: boolean
  asAnnounced: boolean
  asReported: boolean
}

export interface Quiet {
  from: Day
  until: Day | null
  kind: 'dormant' | 'not_checked'
  /** The day of the last step before. */
  lastMovementOn: Day
}

/** One reading of the rules. */
export interface Reading {
  spans: Span[]
  /** The days on which something moved: every step that happened but notes and reports that change nothing. In order. */
  movements: Day[]
}

/** S13 and S14 stand outside the order: they neither bound other steps nor are bounded by them. */
export function keepsOrder(stage: Stage): boolean {
  const rule = RULE_OF_STAGE[stage]
  return rule !== 'S13' && rule !== 'S14'
}

/** A planned step counts only if it comes by itself on its day. */
export function countsTowardsStatus(step: Pick<StatusStep, 'planned' | 'stage'>): boolean {
  return !step.planned || SELF_ACTING.includes(step.stage)
}

const later = (a: Day, b: Day | null): Day => (b !== null && b > a ? b : a)
const earlier = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b < a) ? b : a)

/** The calendar ends with 9999 (edtf.ts), and people write its last day for "no end": nothing begins after it. */
const dayAfter = (day: Day): Day | null => (day < '9999-12-31' ? addDays(day, 1) : null)
const aYearAfter = (day: Day): Day | null => (day < '9999-01-01' ? addMonths(day, 12) : null)

/** The day from which each step counts; null where it does not count, or where no date known makes it certain. */
export function effectiveDays(steps: readonly StatusStep[], counting: Counting): (Day | null)[] {
  return counting === 'certain' ? certainDays(steps) : possibleDays(steps)
}

function certainDays(steps: readonly StatusStep[]): (Day | null)[] {
  let bound: Day | null = null
  const days = steps
    .toReversed()
    .map((step) => {
      if (!countsTowardsStatus(step)) return null
      if (!keepsOrder(step.stage)) return step.on.latest
      if (step.on.latest !== null && (bound === null || step.on.latest < bound)) bound = step.on.latest
      return bound
    })
    .toReversed()
  return joinTerms(steps, days)
}

function possibleDays(steps: readonly StatusStep[]): (Day | null)[] {
  let bound: Day | null = null
  const days = steps.map((step) => {
    if (!countsTowardsStatus(step)) return null
    if (!keepsOrder(step.stage)) return step.on.earliest ?? step.on.latest
    if (step.on.earliest !== null) bound = later(step.on.earliest, bound)
    return bound
  })
  return openAtTheStart(steps, days)
}

/** The first steps may have no earliest day. They count when they are certain, or the step after them is possible. */
function openAtTheStart(steps: readonly StatusStep[], days: (Day | null)[]): (Day | null)[] {
  const certain = certainDays(steps)
  let bound: Day | null = null
  return steps
    .map((step, i) => ({ step, day: days[i] ?? null, certainFrom: certain[i] ?? null }))
    .toReversed()
    .map(({ step, day, certainFrom }) => {
      if (!countsTowardsStatus(step) || !keepsOrder(step.stage)) return day
      bound = day ?? earlier(bound, certainFrom)
      return bound
    })
    .toReversed()
}

/** S8: an extension counts from the day after the old term where its earliest day allows, though it is certain only later. */
function joinTerms(steps: readonly StatusStep[], days: (Day | null)[]): (Day | null)[] {
  let over: Day | null = null
  let before: Day | null = null
  return steps.map((step, i) => {
    let day = days[i] ?? null
    if (day === null || !keepsOrder(step.stage)) return day
    if (
      step.stage === 'extended' &&
      over !== null &&
      over < day &&
      (step.on.earliest === null || step.on.earliest <= over)
    )
      day = later(over, before)
    if (step.stage === 'in_force' || step.stage === 'extended')
      over = step.until?.latest ? dayAfter(step.until.latest) : null
    before = day
    return day
  })
}

/** What S13 may not undo: an adopted, in_force or ended measure is not taken back to an earlier standing. */
const STANDING: Readonly<Record<Status, number>> = {
  proposed: 0,
  in_procedure: 0,
  returned: 0,
  defeated: 0,
  adopted: 1,
  suspended: 2,
  in_force: 2,
  ended: 3,
}

interface Past {
  signed: boolean
  inForce: boolean
}

/** One step's verdict by the table: the status it gives and the rule, or null where it changes nothing. */
function verdict(step: StatusStep, status: Status | null, past: Past): { status: Status; rule: Rule } | null {
  const rule = RULE_OF_STAGE[step.stage]
  const give = (next: Status, by: Rule = rule) => (next === status ? null : { status: next, rule: by })
  const isLaw = status === 'in_force' || status === 'suspended'
  if (step.result === 'failed' && (rule === 'S2' || rule === 'S3'))
    return status === null || status === 'proposed' ? give('in_procedure', 'S2') : null
  switch (rule) {
    case 'S1':
      return status === null || status === 'defeated' ? give('proposed') : null
    case 'S2':
      if (status === 'defeated') return REOPENING.includes(step.stage) ? give('in_procedure', 'S15') : null
      return status === null || status === 'proposed' || status === 'returned' ? give('in_procedure') : null
    case 'S3':
      return isLaw ? null : give('adopted')
    case 'S4':
      return isLaw ? null : give('returned')
    case 'S5':
      return isLaw || status === 'ended' ? null : give('adopted')
    case 'S6':
    case 'S7':
    case 'S8':
      return give('in_force')
    case 'S10':
      return give('suspended')
    case 'S11':
      return give(past.signed ? 'ended' : 'defeated')
    case 'S12':
      return give(past.inForce ? 'ended' : 'defeated')
    case 'S13':
      if (!step.stands_at || (status !== null && STANDING[step.stands_at] < STANDING[status])) return null
      return give(step.stands_at)
    default:
      return null
  }
}

interface Standing {
  status: Status
  since: Day
  basis: Basis
  rule: Rule
  atTheLatest: boolean
  asAnnounced: boolean
  asReported: boolean
}

/**
 * Applies the rules to steps, in the order of their effective days (record order within a day), with what other measures do.
 * Total and deterministic for any list of steps.
 */
export function readStatus(
  steps: readonly StatusStep[],
  influences: readonly Influence[] = [],
  counting: Counting = 'certain',
): Reading {
  const boundOf = (on: Bounds) => (counting === 'certain' ? on.latest : (on.earliest ?? on.latest))
  const overAfter = (until: Bounds | undefined) => {
    const last = until ? boundOf(until) : null
    return last === null ? null : dayAfter(last)
  }
  const changes: Standing[] = []
  const movements: Day[] = []
  const past: Past = { signed: false, inForce: false }
  /** What ends by itself: the running term, and a suspension with what it goes back to. */
  const running: {
    term: { over: Day; step: StatusStep } | null
    suspension: { over: Day; step: StatusStep; back: Standing } | null
  } = { term: null, suspension: null }

  const current = () => changes.at(-1) ?? null

  /** Lets terms and suspensions run out that are over on the day; all of them where no day is given. */
  const runOut = (day: Day | null) => {
    for (;;) {
      const { term, suspension } = running
      const due = (over: Day) => day === null || over <= day
      if (suspension && due(suspension.over) && !(term && term.over <= suspension.over)) {
        running.suspension = null
        const { over, step, back } = suspension
        const until = step.until as Bounds
        changes.push({
          ...back,
          since: over,
          basis: { measure: null, step: step.key },
          rule: 'S10',
          atTheLatest: until.earliest !== until.latest,
        })
      } else if (term && due(term.over)) {
        running.term = null
        running.suspension = null
        const { over, step } = term
        const until = step.until as Bounds
        changes.push({
          status: 'ended',
          since: over,
          basis: { measure: null, step: step.key },
          rule: 'S9',
          atTheLatest: until.earliest !== until.latest,
          asAnnounced: step.planned === true,
          asReported: false,
        })
      } else return
    }
  }

  /** Suspended again while suspended: the suspension that runs longest counts, and one without a term outlasts all. */
  const suspendLonger = (step: StatusStep) => {
    const { suspension } = running
    const over = overAfter(step.until)
    if (!suspension) return
    if (over === null) running.suspension = null
    else if (over > suspension.over) running.suspension = { over, step, back: suspension.back }
  }

  const takeStep = (step: StatusStep, day: Day) => {
    const rule = RULE_OF_STAGE[step.stage]
    const before = current()
    const decided = verdict(step, before?.status ?? null, past)
    if (rule === 'S5') past.signed = true
    if (rule === 'S6' || rule === 'S7' || rule === 'S8') past.signed = past.inForce = true
    if (rule === 'S6' || rule === 'S8') {
      const over = overAfter(step.until)
      running.term = over === null ? null : { over: later(over, day), step }
    }
    if (step.stage !== 'noted' && (rule !== 'S13' || decided)) movements.push(day)
    if (rule === 'S10' && !decided) suspendLonger(step)
    if (!decided) return
    running.suspension = null
    if (decided.status !== 'in_force' && decided.status !== 'suspended') running.term = null
    if (rule === 'S10' && before) {
      const over = overAfter(step.until)
      if (over !== null) running.suspension = { over: later(over, day), step, back: before }
    }
    changes.push({
      status: decided.status,
      since: day,
      basis: { measure: null, step: step.key },
      rule: decided.rule,
      atTheLatest: rule === 'S7' || step.on.earliest !== day,
      asAnnounced: step.planned === true,
      asReported: rule === 'S13',
    })
  }

  const takeInfluence = ({ rule, measure, step, on, planned }: Influence, day: Day) => {
    const status = current()?.status
    if (!status) return
    // A suspended law that another one replaces has ended too: what is replaced cannot come back when the suspension passes.
    const hit = rule === 'S16' ? UNDECIDED.includes(status) : ['adopted', 'in_force', 'suspended'].includes(status)
    if (!hit) return
    running.term = running.suspension = null
    changes.push({
      status: rule === 'S11' && past.signed ? 'ended' : 'defeated',
      since: day,
      basis: { measure, step },
      rule,
      atTheLatest: on.earliest !== day,
      asAnnounced: planned === true,
      asReported: false,
    })
  }

  const days = effectiveDays(steps, counting)
  const happenings = [
    ...steps.map((step, i) => ({ day: days[i] ?? null, take: (day: Day) => takeStep(step, day) })),
    ...influences.map((influence) => ({
      day: boundOf(influence.on),
      take: (day: Day) => takeInfluence(influence, day),
    })),
  ].filter((happening): happening is { day: Day; take: (day: Day) => void } => happening.day !== null)
  happenings.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  for (const { day, take } of happenings) {
    runOut(day)
    take(day)
  }
  runOut(null)
  return { spans: toSpans(changes), movements: movements.toSorted() }
}

/** Spans of no length are dropped; neighbours of one status become one, which keeps the first's since and basis. */
function toSpans(changes: readonly Standing[]): Span[] {
  const spans: Span[] = []
  changes.forEach(({ since, ...standing }, i) => {
    const until = changes[i + 1]?.since ?? null
    if (until === since) return
    const last = spans.at(-1)
    if (last?.status === standing.status) last.until = until
    else spans.push({ ...standing, from: since, until })
  })
  return spans
}

/**
 * Where a pending measure was quiet: from twelve months after the last movement until the next one. `dormant` if a person
 * looked for news on that day or later, else `not_checked`.
 */
export function quietSpans({ spans, movements }: Reading, checkedOn: Day): Quiet[] {
  return spans
    .filter((span) => UNDECIDED.includes(span.status))
    .flatMap((span) =>
      movements.flatMap((moved, i) => {
        const due = aYearAfter(moved)
        if (due === null) return []
        const from = later(due, span.from)
        const until = earlier(span.until, movements[i + 1] ?? null)
        if (until !== null && until <= from) return []
        const looked = checkedOn >= due
        return [{ from, until, kind: looked ? ('dormant' as const) : ('not_checked' as const), lastMovementOn: moved }]
      }),
    )
}

/** The span that holds on a day (at its end), or null before the first. */
export function spanOn<S extends { from: Day; until: Day | null }>(spans: readonly S[], day: Day): S | null {
  return spans.find((span) => span.from <= day && (span.until === null || day < span.until)) ?? null
}

/** The newer measure's side of a relation, as far as it can change the older one's status. */
export interface ActingMeasure {
  measure: string
  steps: readonly StatusStep[]
}

/**
 * What a newer measure does to an older one: `replaces` ends it from the newer one's entry into force (S11), `revives`
 * defeats it from the newer one's first step of S2 or later (S16). Null while no such step is known.
 */
export function influenceOf(type: 'replaces' | 'revives', { measure, steps }: ActingMeasure): Influence | null {
  const acts = (step: StatusStep) => {
    const rule = RULE_OF_STAGE[step.stage]
    if (!countsTowardsStatus(step)) return false
    return type === 'replaces' ? rule === 'S6' || rule === 'S7' : !['S1', 'S13', 'S14'].includes(rule)
  }
  const index = steps.findIndex(acts)
  const step = steps[index]
  if (!step) return null
  const on = {
    earliest: effectiveDays(steps, 'possible')[index] ?? null,
    latest: effectiveDays(steps, 'certain')[index] ?? null,
  }
  return { rule: type === 'replaces' ? 'S11' : 'S16', measure, step: step.key, on, planned: step.planned }
}
