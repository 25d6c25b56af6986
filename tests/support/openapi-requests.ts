/** Requests made from the OpenAPI document alone: valid values, values at the edges, and hostile ones. */
import type { JsonSchema, OpenApiDocument, Parameter } from '../../api/contract/open-api.ts'
import type { Chance } from '../bench/world/chance.ts'

export interface MadeRequest {
  method: 'GET' | 'HEAD' | 'OPTIONS' | 'POST'
  /** Path and query, written as it goes out. */
  target: string
  headers: Record<string, string>
}

/** Strings that have broken programs: injection, markup, directions of writing, numbers at their ends, what is no text at all. */
const HOSTILE: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '00',
  '1e9',
  '2147483648',
  '9007199254740993',
  '99999999999999999999',
  'NaN',
  'null',
  'undefined',
  'true',
  '[object Object]',
  "'",
  '"',
  "'; drop table record; --",
  "' or 1=1 --",
  '%',
  '_',
  '\\',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '=1+1',
  '\u0000',
  '\u0001\u001f',
  'a\r\nSet-Cookie: x=1',
  '\u202Egnp.exe',
  '\uFEFF',
  '𝒳😀👩‍👩‍👧‍👦',
  'é'.normalize('NFD'),
  'İıŞß',
  'конституция',
  'الدستور',
  'x'.repeat(119),
  'x'.repeat(121),
  'x'.repeat(4000),
  'a,'.repeat(300),
  '__proto__',
  'constructor',
  'toString',
  '2021-02-29',
  '2021-13-01',
  '0000-01-01',
  '9999-12-31',
  '1899-12-31',
  '1900-01-01',
  '2100-12-31',
  '2101-01-01',
  '-2021-01-01',
  '2021-01-01T00:00:00Z',
  '[2021-01-01..2021-02-01]',
]

/** Query strings that are malformed as such. */
const MALFORMED = [
  '%',
  '%zz',
  '%c0%af',
  '%ff',
  'a=%E0%A4%A',
  '&&&',
  '=x',
  '?',
  'a[b]=1',
  'a[]=1&a[]=2',
  'a=1&a=2',
  '__proto__[x]=1',
]

const DAYS = ['1900-01-01', '2010-06-30', '2020-02-29', '2026-11-24', '2026-12-31', '2100-12-31']

/** A valid value of a parameter, as far as its schema and its name say. */
function validValue(chance: Chance, { name, schema = {} }: Parameter, slugs: readonly string[]): string {
  const choices = enumOf(schema)
  if (choices.length) return String(chance.pick(choices))
  switch (name) {
    case 'limit':
      return String(chance.pick([1, 2, 50, 199, 200, chance.between(1, 200)]))
    case 'version':
    case 'after':
      return String(chance.between(1, 3))
    case 'asOf':
    case 'from':
    case 'to':
      return chance.pick(DAYS)
    case 'article':
      return chance.pick(['iccpr', 'iccpr:19', 'udhr:20', 'crc:99'])
    case 'slug':
      return chance.some(slugs, chance.between(1, 4)).join(',')
    default:
      return chance.pick(slugs)
  }
}

function enumOf(schema: JsonSchema): unknown[] {
  if (schema.enum) return schema.enum
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap(enumOf)
}

const value = (chance: Chance, parameter: Parameter, slugs: readonly string[]): string =>
  chance.maybe(0.6) ? validValue(chance, parameter, slugs) : chance.pick(HOSTILE)

/** Escaped in one of the ways in which clients do. */
const written = (chance: Chance, text: string): string =>
  chance.maybe(0.9) ? encodeURIComponent(text) : encodeURI(text)

const HEADERS: readonly Record<string, string>[] = [
  {},
  {},
  {},
  { accept: 'application/json' },
  { accept: 'text/html' },
  { accept: 'image/png;q=0.1, nonsense' },
  { 'accept-encoding': 'br;q=nonsense, *;q=0' },
  { 'if-none-match': '*' },
  { 'if-none-match': `"1.2026-11-24.0.${'x'.repeat(300)}", W/"` },
  { 'if-modified-since': 'not a day' },
  { range: 'bytes=9999999-0' },
  { origin: 'null' },
  { 'x-forwarded-for': '{jndi:ldap://x}' },
]

/** One request; `slugs` are names that the record has, and some that it has not. */
export function makeRequest(chance: Chance, { paths }: OpenApiDocument, slugs: readonly string[]): MadeRequest {
  const path = chance.pick(Object.keys(paths))
  const parameters = paths[path]?.get.parameters ?? []
  const filled = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce(
      (text, parameter) => text.replace(`{${parameter.name}}`, written(chance, value(chance, parameter, slugs))),
      path,
    )
  const optional = parameters.filter((parameter) => parameter.in === 'query')
  const pairs = chance
    .some(optional, chance.pick([0, 1, 1, 2, 2, 3, 5]))
    .map((parameter) => `${parameter.name}=${written(chance, value(chance, parameter, slugs))}`)
  if (chance.maybe(0.05))
    pairs.push(`${written(chance, chance.pick(HOSTILE))}=${written(chance, chance.pick(HOSTILE))}`)
  if (chance.maybe(0.05)) pairs.push(chance.pick(MALFORMED))
  const method = chance.maybe(0.94) ? 'GET' : chance.pick(['HEAD', 'OPTIONS', 'POST'] as const)
  return { method, target: filled + (pairs.length ? `?${pairs.join('&')}` : ''), headers: chance.pick(HEADERS) }
}
