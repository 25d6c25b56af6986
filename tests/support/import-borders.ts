/**
 * Holds the borders between the floors (docs: who may import what). Imports are found by a simple pattern over the text
 * without its comments: static and dynamic imports and re-exports whose address is written out. An address that is put
 * together while the program runs is not seen.
 */
import { posix } from 'node:path'

interface Import {
  /** The importing file, from the project's folder: `web/elements/threat-line.ts`. */
  from: string
  /** As written. */
  specifier: string
  /** Our file, from the project's folder, or null for a package. */
  file: string | null
  /** The package, without what is imported inside it, or null for a file of ours. */
  package: string | null
  /** Gone after compiling: `import type`. An inline `{ type Name }` is not, it still loads the module. */
  isType: boolean
}

interface Border {
  at: (from: string) => boolean
  forbids: (imported: Import) => boolean
  instead: string
}

const under =
  (...folders: string[]) =>
  (file: string | null) =>
    file !== null && folders.some((folder) => file.startsWith(`${folder}/`))

const inVocabulary = under('db/vocabulary')
const inTimeline = under('web/timeline')
const inContract = under('api/contract')
const inEditor = under('web/editor', 'web/submission')

/** The folder of an API resource; null for what the resources share, and for pages, citations, bundles and copies, which are made from several. */
function resourceOf(file: string | null): string | null {
  const folder = /^api\/([^/]+)\//.exec(file ?? '')?.[1] ?? null
  return folder &&
    !['bundle', 'cite', 'commands', 'contract', 'pages', 'publish', 'readers', 'writers'].includes(folder)
    ? folder
    : null
}

/** A package that only some files may use. */
const only = (packages: string[], at: (from: string) => boolean, instead: string): Border => ({
  at: (from) => !at(from),
  forbids: (imported) => packages.includes(imported.package ?? ''),
  instead,
})

const BORDERS: Border[] = [
  {
    at: inVocabulary,
    forbids: (imported) => !inVocabulary(imported.file) && imported.package !== 'date-fns',
    instead: 'the vocabulary is pure: take the value as an argument, or bring the rule into db/vocabulary',
  },
  {
    at: inTimeline,
    forbids: ({ file, package: name }) =>
      file ? !inTimeline(file) && !inVocabulary(file) : name !== 'date-fns' && !/^d3(-|$)/.test(name ?? ''),
    instead: 'the drawing is pure: describe what it needs in web/timeline/view.ts and take it as an argument',
  },
  {
    at: under('db/migrations'),
    forbids: (imported) => imported.package !== 'kysely',
    instead: 'a migration is frozen in time and imports only kysely: write out what it needs',
  },
  {
    at: under('db'),
    forbids: ({ file }) => file !== null && !under('db')(file),
    instead: 'db knows none of its neighbours: take the value as an argument, or bring the rule into db/vocabulary',
  },
  {
    at: under('web'),
    forbids: ({ file }) => under('db')(file) && !inVocabulary(file),
    instead: 'the web knows no database: ask through web/api-client.ts; lists and rules are in db/vocabulary',
  },
  {
    at: under('web'),
    forbids: ({ file }) => under('api')(file) && !inContract(file),
    instead: 'the web knows only the contract: bring the shape into api/contract',
  },
  {
    at: (from) => under('web')(from) && !inEditor(from),
    forbids: ({ file, isType }) => inContract(file) && !isType,
    instead: 'no schema may reach a reader: write `import type`; lists and rules are in db/vocabulary',
  },
  {
    at: under('web', 'db'),
    forbids: ({ file }) => under('seed')(file),
    instead: 'the seed is read by its loader alone: ask the store or the API',
  },
  {
    at: under('api'),
    forbids: ({ file }) => under('web')(file) && !under('web/pages')(file) && !inTimeline(file),
    instead: 'two doors lead into the web, web/pages and web/timeline: bring it there',
  },
  {
    at: (from) => resourceOf(from) !== null || inContract(from),
    forbids: ({ file }) => under('seed')(file),
    instead: 'only what opens the program (api/open.ts) loads the seed: ask the store',
  },
  {
    at: inContract,
    forbids: ({ file }) => (under('api')(file) && !inContract(file)) || (under('db')(file) && !inVocabulary(file)),
    instead: 'the contract rests on db/vocabulary alone: bring the shape into api/contract',
  },
  {
    at: (from) => resourceOf(from) !== null,
    forbids: ({ from, file }) => {
      const other = resourceOf(file)
      return (other !== null && other !== resourceOf(from)) || under('api/pages')(file)
    },
    instead: 'resources do not import one another: bring it down into db/expressions or up into a named file in api/',
  },
  {
    at: under('seed'),
    forbids: ({ file }) => file !== null && !under('seed', 'db')(file) && !inContract(file),
    instead: 'the seed knows api/contract and db: bring what it needs there',
  },
  only(['express', 'helmet'], under('api'), 'the server lives in api'),
  only(['zod'], under('api'), 'schemas live in api/contract, and in the request.ts of a resource'),
  only(['kysely', 'pg', '@electric-sql/pglite'], under('db'), 'queries live in db/queries: import the function'),
  only(
    ['d3'],
    (from) => inTimeline(from) || /^web\/elements\/threat-line[^/]*\.ts$/.test(from),
    'd3 has one door: take it from web/timeline or the element threat-line',
  ),
  only(
    ['docx'],
    (from) => from === 'web/submission/to-docx.ts',
    'it is heavy: load web/submission/to-docx.ts where a document is made',
  ),
  only(['lit'], under('web'), 'templates live in web'),
  only(['@lit-labs/ssr'], under('web/pages', 'api/pages'), 'pages are rendered on the server alone: web/pages'),
  {
    at: (from) => under('web')(from) && !under('web/pages')(from),
    forbids: (imported) => imported.package?.startsWith('node:') ?? false,
    instead: 'the browser has no Node: bring it into api, or into web/pages for a page',
  },
  {
    at: () => true,
    forbids: ({ specifier }) => /^\.{1,2}$|^\..*(\/|\/index\.[mc]?[tj]s)$/.test(specifier),
    instead: 'import the file that holds the thing, not an index',
  },
]

interface Door {
  at: (from: string) => boolean
  uses: RegExp
  instead: string
}

const DOORS: Door[] = [
  {
    at: (from) => !['api/config.ts', 'api/start.mjs', 'api/cli.mjs'].includes(from),
    uses: /\bprocess\s*\.\s*env\b|\bprocess\s*\[|\benv\s*\}\s*=\s*process\b/,
    instead: 'the environment has one door: add the setting to api/config.ts and pass it on',
  },
  {
    // The second only writes the word: into the client that others copy.
    at: (from) => !['web/api-client.ts', 'api/writers/typescript-client.ts'].includes(from),
    uses: /(?<![\w.$])fetch\s*\(|\b(globalThis|window|self)\s*\.\s*fetch\b|\bXMLHttpRequest\b|\bEventSource\b/,
    instead: 'the network has one door: add a function to web/api-client.ts',
  },
  {
    at: (from) => inVocabulary(from) || inTimeline(from),
    uses: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.|\bMath\.random\b|\bdocument\.|\bnavigator\.|\bsetTimeout\b|\brequestAnimationFrame\b/,
    instead: 'the same code runs in server, browser and worker: take day, chance or element as an argument',
  },
]

/** Every breach of a border in one file, each as a sentence that names the file, the breach, and what to do instead. */
export function breachesIn(from: string, source: string): string[] {
  const text = withoutComments(source)
  const imports = importsIn(from, text).flatMap((imported) =>
    BORDERS.filter((border) => border.at(from) && border.forbids(imported)).map(
      ({ instead }) => `${from} imports ${imported.specifier}: ${instead}.`,
    ),
  )
  const uses = DOORS.filter((door) => door.at(from)).flatMap(({ uses, instead }) => {
    const used = uses.exec(text)
    return used ? [`${from} uses ${used[0]}: ${instead}.`] : []
  })
  return [...imports, ...uses]
}

const STATIC =
  /^[ \t]*(?:import|export)\s+(type\s+(?!from\b))?(?:(?:(?!\b(?:import|export)\b)[\w*{}\s,$])+?\s*from\s*)?(['"])([^'"\n]+)\2/gm
const DYNAMIC = /\bimport\s*\(\s*(['"`])([^'"`\n]+)\1/g

/** The imports of a file; `from` is its path from the project's folder. */
export function importsIn(from: string, text: string): Import[] {
  const written = [
    ...[...text.matchAll(STATIC)].map(([, type, , specifier]) => ({ specifier, isType: Boolean(type) })),
    ...[...text.matchAll(DYNAMIC)].map(([, , specifier]) => ({ specifier, isType: false })),
  ]
  return written.map(({ specifier = '', isType }) => {
    const ours = specifier.startsWith('.')
    return {
      from,
      specifier,
      file: ours ? posix.join(posix.dirname(from), specifier) : null,
      package: ours ? null : (/^(@[^/]+\/[^/]+|[^/]+)/.exec(specifier)?.[1] ?? specifier),
      isType,
    }
  })
}

/** Strings are stepped over, so that an address in one is not taken for a comment. */
function withoutComments(source: string): string {
  const stringOrComment = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g
  return source.replace(stringOrComment, (found) => (found.startsWith('/') ? ' ' : found))
}
