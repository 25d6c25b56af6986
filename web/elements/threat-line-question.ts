/** What the attributes of `<threat-line>` ask for, and what can be said of them without asking. Pure. */
import { type Day, isDay } from '../../db/vocabulary/edtf.ts'

/** Attributes that are parameters of `/api/timeline` by the same name; whether a value is right, its server knows. */
export const PARAMETERS = [
  'jurisdiction',
  'right',
  'severity',
  'article',
  'kind',
  'status',
  'family',
  'mandate',
  'from',
  'to',
  'group',
  'version',
] as const

export type Asked = { readonly [name in (typeof PARAMETERS)[number]]?: string | number | null | undefined }

/** The address of the data. What an attribute says goes before what the source says; the day, before both. */
export function addressOf(source: string, asked: Asked, asOf: Day | null): string {
  const said = [...PARAMETERS.map((name) => [name, asked[name]] as const), ['asOf', asOf] as const].filter(
    ([, value]) => value != null,
  )
  if (said.length === 0) return source
  const address = new URL(source, document.baseURI)
  for (const [name, value] of said) address.searchParams.set(name, String(value))
  return address.href
}

/** What no server is asked of. */
export interface Dress {
  src: string | null
  theme: string | null
  /** The most that it may take, in CSS pixels. */
  height: string | number | null
}

/** Sentences about what is wrong in them; empty where all are right. */
export function faultsOf(
  { src, theme, height }: Dress,
  days: Readonly<Record<string, string | null | undefined>>,
): string {
  const faults = [
    ['src', src, src == null || URL.canParse(src, document.baseURI), 'an address'] as const,
    ['theme', theme, theme == null || /^(light|dark|auto)$/.test(theme), 'light, dark or auto'] as const,
    ['height', height, height == null || Number(height) > 0, 'a number of pixels'] as const,
    ...Object.entries(days).map(([name, day]) => [name, day, day == null || isDay(day), 'YYYY-MM-DD'] as const),
  ]
  return faults
    .flatMap(([name, value, isRight, remedy]) => (isRight ? [] : [`${name} is “${value}”: write ${remedy}.`]))
    .join(' ')
}
