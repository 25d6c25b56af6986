/** Requests into typed values, or a 400 that names each field and what to write instead. */
import { z } from 'zod'
import type { Day as DayOf } from '../db/vocabulary/edtf.ts'
import { readEdtf } from '../db/vocabulary/edtf-mistakes.ts'
import { badRequest, type FieldError } from './problem.ts'

/** Days that the service answers for. Far outside any fact, and small enough that arithmetic on them stays in four digits. */
const FIRST_DAY = '1900-01-01'
const LAST_DAY = '2100-12-31'

export const Day = z.string().superRefine((text, context) => {
  const read = /^\d{4}-\d{2}-\d{2}$/.test(text) ? readEdtf(text) : null
  if (!read?.ok) context.addIssue({ code: 'custom', message: 'is not a day; write YYYY-MM-DD, such as 2021-07-15' })
  else if (text < FIRST_DAY || text > LAST_DAY)
    context.addIssue({
      code: 'custom',
      message: `is outside the days answered for; write one from ${FIRST_DAY} to ${LAST_DAY}`,
    })
})

/** A whole number from a query string. */
export const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^-?\d{1,30}$/, `is not a whole number; write one from ${from} to ${to}`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `is out of bounds; write a number from ${from} to ${to}`)

/** A slug or code from a query string; what does not exist finds nothing. */
export const Word = z
  .string()
  .min(1, 'is empty; write a value or leave it out')
  .max(120)
  .regex(/^[\p{L}\p{N}_-]+$/u, 'is not a slug; write letters, digits, - and _ only')

/** A comma-separated list of some of the given words, each once. */
export const oneOfEach = (words: readonly string[]) =>
  z
    .string()
    .transform((text) => [...new Set(text.split(',').map((word) => word.trim()))])
    .refine((chosen) => chosen.every((word) => words.includes(word)), {
      message: `has an unknown value; write one or more of ${words.join(', ')}, joined by commas`,
    })

/** Slugs joined by commas: at most 200, as many as a page holds. */
export const Slugs = z
  .string()
  .min(1, 'is empty; write one or more slugs joined by commas')
  .transform((text) => [...new Set(text.split(',').map((slug) => slug.trim()))])
  .refine((slugs) => slugs.length <= 200, 'names too many records; write at most 200 slugs')
  .refine(
    (slugs) => slugs.every((slug) => /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(slug)),
    'is not a list of slugs; write lower-case letters, digits, - and _, joined by commas',
  )

/** Words of any closed or open list, joined by commas: at most 200. */
export const Words = z
  .string()
  .max(8000)
  .regex(/^[\p{L}\p{N}_,-]+$/u, 'is not a list of words; write letters, digits, - and _, joined by commas')
  .transform((text) => [...new Set(text.split(',').filter(Boolean))])
  .refine((words) => words.length <= 200, 'names too many; write at most 200')

/** An instrument, with or without an article: `iccpr` or `iccpr:22`. */
export const InstrumentArticle = z
  .string()
  .regex(/^[a-z0-9-]+(:[0-9]+[a-z]?)?$/, 'is not an article; write an instrument and a number, such as iccpr:22')
  .transform((text) => {
    const [instrument = '', article] = text.split(':')
    return { instrument, article }
  })

/** Nothing can be said beside the address. */
export const Nothing = z.strictObject({})

/** Which version and day a request speaks of. */
export const MomentRequest = {
  version: wholeNumber(1, 999_999_999)
    .optional()
    .meta({ description: 'The version of the record that answers; without it, the newest' }),
  asOf: Day.optional().meta({
    description: 'The day in the world of which statuses, replies and counts are told; without it, today in UTC',
  }),
}

/** Which part of a list. */
export const PageRequest = {
  limit: wholeNumber(1, 200).optional().meta({ description: 'How many at most, up to 200' }),
  // A title of 200 signs in a script of four bytes each, with a slug.
  cursor: z.string().max(1600).optional().meta({ description: '`next` of the page before' }),
}

/** A form without script sends its empty fields too; on a page they mean nothing chosen. */
export const filled = (query: object) => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))

/** Reads a query string by a strict schema. Throws a 400 that lists every fault at once. */
export function parse<Schema extends z.ZodObject>(schema: Schema, query: object): z.infer<Schema> {
  const doubled = Object.entries(query).flatMap(([field, value]): FieldError[] =>
    Array.isArray(value) ? [{ field, message: 'is given more than once.', remedy: 'Give it once.' }] : [],
  )
  if (doubled.length) throw badRequest(doubled)
  const result = schema.safeParse(query)
  if (result.success) return result.data
  const known = Object.keys(schema.shape)
  throw badRequest(
    result.error.issues.flatMap((issue): FieldError[] => {
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((field) => ({
          field,
          message: 'is not known here.',
          remedy: known.length ? `Known: ${known.join(', ')}.` : 'Leave it out.',
        }))
      const field = issue.path.join('.')
      if (issue.code === 'invalid_value')
        return [{ field, message: 'has an unknown value.', remedy: `Write one of ${issue.values.join(', ')}.` }]
      const [message = issue.message, remedy = 'Correct it.'] = issue.message.split('; ')
      return [
        {
          field,
          message: `${message}.`,
          remedy: `${remedy.charAt(0).toUpperCase()}${remedy.slice(1).replace(/\.$/, '')}.`,
        },
      ]
    }),
  )
}

/** Throws a 400 for a period that ends before it begins. */
export function checkPeriod({ from, to }: { from?: DayOf | undefined; to?: DayOf | undefined }): void {
  if (from && to && from > to)
    throw badRequest([
      { field: 'from', message: `is ${from}, after to, ${to}.`, remedy: 'Put the earlier day in from.' },
    ])
}
