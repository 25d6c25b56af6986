/**
 * Which days of a stretch the axis names: of days, every second, Sundays, months, quarters or years those that come closest to the
 * number asked for. As d3's `utcTicks` chooses, which brings hours and minutes along that no date here has.
 */
import { addMonths, type Day } from '../../db/vocabulary/edtf.ts'
import { dayNumber, dayOfNumber } from './time-scale.ts'

/** Days that a step takes, about; years are more. */
const STEPS = [1, 2, 7, 30, 90, 365] as const
type Step = (typeof STEPS)[number]

/** Day numbers in order, from `from` to `last`, both included. `count` is how many there should be, about; at least 1. */
export function tickNumbers(from: number, last: number, count: number): number[] {
  const target = (last - from) / count
  const after = STEPS.findIndex((step) => step > target)
  if (after < 0) return years(from, last, yearStep(target / 365))
  const [shorter, longer] = [STEPS[after - 1] ?? 1, STEPS[after] ?? 1]
  const step = target / shorter < longer / target ? shorter : longer
  return step === 365 ? years(from, last, 1) : step >= 30 ? months(from, last, step / 30) : days(from, last, step)
}

/** 1, 2 or 5 times a power of ten: the one nearest by ratio. */
function yearStep(target: number): number {
  const power = 10 ** Math.floor(Math.log10(target))
  const rest = target / power
  const times = rest >= Math.sqrt(50) ? 10 : rest >= Math.sqrt(10) ? 5 : rest >= Math.SQRT2 ? 2 : 1
  return power * times
}

/** 1970-01-01 was a Thursday. */
function days(from: number, last: number, step: Step): number[] {
  const all = Array.from({ length: last - from + 1 }, (_, i) => from + i)
  if (step === 7) return all.filter((number) => (number + 4) % 7 === 0)
  return step === 1 ? all : all.filter((number) => number % 2 === 0)
}

function months(from: number, last: number, step: number): number[] {
  const first = dayOfNumber(from)
  return untilLast(from, last, `${first.slice(0, 7)}-01`, 1).filter(
    (number) => (Number(dayOfNumber(number).slice(5, 7)) - 1) % step === 0,
  )
}

function years(from: number, last: number, step: number): number[] {
  const year = Math.floor(Number(dayOfNumber(from).slice(0, 4)) / step) * step
  // There is no year 0.
  return untilLast(from, last, `${String(Math.max(year, step)).padStart(4, '0')}-01-01`, 12 * step)
}

/** Every so many months from a first of the month on, as far as the calendar goes. */
function untilLast(from: number, last: number, first: Day, stepInMonths: number): number[] {
  const end = dayOfNumber(last)
  const found: number[] = []
  for (let day = first; day <= end; day = addMonths(day, stepInMonths)) {
    const number = dayNumber(day) ?? last
    if (number >= from) found.push(number)
    if (Number(day.slice(0, 4)) + stepInMonths / 12 > 9999) break
  }
  return found
}
