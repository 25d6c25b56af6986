/**
 * A client in TypeScript, in one file without dependencies, made from the OpenAPI document: a type for each schema, a method for
 * each operation. Served at /api/client.ts, to be copied.
 */
import type { JsonSchema, OpenApiDocument, Operation } from '../contract/open-api.ts'

const PLAIN: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
}

const isName = (text: string): boolean => /^[A-Za-z_$][\w$]*$/.test(text)
const property = (name: string): string => (isName(name) ? name : JSON.stringify(name))
const comment = (text: string | undefined, indent = ''): string =>
  text ? `${indent}/** ${text.replaceAll('*/', '* /')} */\n` : ''

/** The TypeScript type of a JSON Schema (2020-12, as zod writes it). */
export function typeOf(schema: JsonSchema | undefined, indent = ''): string {
  if (!schema) return 'unknown'
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? 'unknown'
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map((choice) => typeOf(choice, indent)))].join(' | ')
  if (schema.allOf) return schema.allOf.map((part) => typeOf(part, indent)).join(' & ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type }, indent)).join(' | ')
  if (schema.type === 'array') {
    const item = typeOf(schema.items, indent)
    return /[ |&]/.test(item) && !item.startsWith('{') ? `(${item})[]` : `${item}[]`
  }
  if (schema.type === 'object') return objectType(schema, indent)
  return PLAIN[schema.type ?? ''] ?? 'unknown'
}

function objectType({ properties = {}, required = [], additionalProperties }: JsonSchema, indent: string): string {
  const inner = `${indent}  `
  const lines = Object.entries(properties).map(
    ([name, schema]) =>
      `${comment(schema.description, inner)}${inner}${property(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema, inner)}`,
  )
  if (lines.length === 0 && typeof additionalProperties === 'object')
    return `Record<string, ${typeOf(additionalProperties, indent)}>`
  return lines.length > 0 ? `{\n${lines.join('\n')}\n${indent}}` : 'Record<string, unknown>'
}

export function writeTypeScriptClient({ paths, components }: OpenApiDocument): string {
  const types = Object.entries(components.schemas).map(
    ([name, schema]) => `${comment(schema.description)}export type ${name} = ${typeOf(schema)}`,
  )
  const methods = Object.entries(paths).map(([path, { get }]) => method(path, get))
  return `${HEAD}\n${types.join('\n\n')}\n\n${CLASS_HEAD}\n${methods.join('\n\n')}\n${CLASS_FOOT}`
}

function method(path: string, { operationId, summary, parameters = [], responses }: Operation): string {
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  const [type = 'application/json', answer] = Object.entries(responses['200']?.content ?? {})[0] ?? []
  const isJson = type === 'application/json'
  const query =
    inQuery.length > 0
      ? `query: {\n${inQuery.map(({ name, schema, description }) => `${comment(description, '    ')}    ${property(name)}?: ${queryType(schema)}`).join('\n')}\n  } = {}`
      : ''
  const taken = [...inPath.map(({ name }) => `${name}: string`), query].filter(Boolean).join(', ')
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => `\${encodeURIComponent(${name})}`)
  const result = isJson ? typeOf(answer?.schema, '  ') : 'string'
  return `${comment(summary, '  ')}  ${operationId}(${taken}): Promise<${result}> {
    return this.${isJson ? 'json' : 'text'}(\`${address}\`${inQuery.length > 0 ? ', query' : ''})
  }`
}

/** Lists of words go out joined by commas, so they may be given as text or as a list. */
const queryType = (schema: JsonSchema | undefined): string => {
  const type = typeOf(schema, '    ')
  return type === 'string' ? 'string | number | readonly string[]' : type
}

const HEAD = `/**
 * A client of Threatline, made from its OpenAPI document. One file, no dependencies: copy it.
 * Data: CC BY 4.0.
 */
`

const CLASS_HEAD = `/** Something was answered that is no answer: \`problem\` says what was wrong and what to write instead. */
export class ThreatlineError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(problem?.detail ?? \`The server answered with \${status}.\`)
  }
}

type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

export class Threatline {
  /** \`address\`: where the API stands, without a slash at its end. */
  constructor(private readonly address: string) {}

  private async ask(path: string, query: Query, accept: string): Promise<Response> {
    const asked = Object.entries(query).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : String(value)]],
    )
    const text = new URLSearchParams(asked).toString()
    const answer = await fetch(\`\${this.address}\${path}\${text ? \`?\${text}\` : ''}\`, { headers: { Accept: accept } })
    if (answer.ok) return answer
    const isProblem = answer.headers.get('content-type')?.includes('problem+json')
    throw new ThreatlineError(answer.status, isProblem ? ((await answer.json()) as Problem) : null)
  }

  private async json<Answer>(path: string, query: Query = {}): Promise<Answer> {
    return (await (await this.ask(path, query, 'application/json')).json()) as Answer
  }

  private async text(path: string, query: Query = {}): Promise<string> {
    return (await this.ask(path, query, '*/*')).text()
  }

  /** Every page of a list, one after another: \`for await (const page of client.pages((query) => client.listMeasures(query)))\`. */
  async *pages<Page extends { next: string | null }>(
    list: (query: { cursor?: string }) => Promise<Page>,
  ): AsyncGenerator<Page> {
    let cursor: string | null = null
    do {
      const page: Page = await list(cursor === null ? {} : { cursor })
      yield page
      cursor = page.next
    } while (cursor !== null)
  }
`

const CLASS_FOOT = `}
`
