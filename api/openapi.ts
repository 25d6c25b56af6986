/** The OpenAPI 3.1 document, made from the validators of requests and the schemas of answers, so that it cannot differ from them. */
import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { CommunicationRequest } from './communications/request.ts'
import type { OpenApiDocument } from './contract/open-api.ts'
import {
  CommunicationDetail,
  Envelope,
  EventSummary,
  FamilyDetail,
  listOf,
  MeasureDetail,
  Problem,
  SourceView,
  TimelineAnswer,
  VersionView,
} from './contract/views.ts'
import { EventRequest } from './events/request.ts'
import { FamilyRequest } from './families/request.ts'
import { type ListResource, listRequest, twinRequest } from './list.ts'
import { LISTS } from './lists.ts'
import { MeasureRequest } from './measures/request.ts'
import { REFERENCE_LISTS } from './reference/list.ts'
import { ReferenceRequest } from './reference/routes.ts'
import { TimelineRequest } from './timeline/request.ts'
import { TWINS } from './writers/twins.ts'

const json = (schema: z.ZodType) => ({ 'application/json': { schema } })

/** What goes wrong is answered in one form everywhere. */
const PROBLEMS = {
  '400': problem('The request cannot be read; `errors` names each field and what to write instead'),
  '404': problem('There is no such record, in this version or at all'),
  '503': problem('The service is busy or its store is away; try again after `Retry-After` seconds'),
}

function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: Problem } } }
}

/** Headers and answers that every reading has. */
function reading(
  operationId: string,
  summary: string,
  query: z.ZodObject,
  content: Record<string, { schema: z.ZodType }>,
  path?: z.ZodObject,
): ZodOpenApiOperationObject {
  return {
    operationId,
    summary,
    requestParams: { query, ...(path ? { path } : {}) },
    responses: {
      '200': { description: summary, content },
      '304': { description: 'You have the answer already: `If-None-Match` held its ETag' },
      ...PROBLEMS,
    },
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

function listPaths(resource: ListResource): ZodOpenApiPathsObject {
  const { name, title, item, includes } = resource
  const paths: ZodOpenApiPathsObject = {}
  // Sparse fields leave keys out, so that every key of an item may be missing.
  const answer = listOf(item.partial()).extend({
    sources: z
      .array(SourceView)
      .optional()
      .meta({ description: 'With include=sources: every source that the items cite' }),
  })
  const included = includes.length > 0 ? `. Beside each: ${[...includes, 'sources'].join(', ')}` : ''
  paths[`/api/${name}`] = {
    get: reading(`list${capital(name)}`, `${title}, by pages${included}`, listRequest(resource), json(answer)),
  }
  for (const { extension, type, says, needsDates } of TWINS) {
    if (needsDates && !resource.announced) continue
    const form = extension.split('.').map(capital).join('')
    paths[`/api/${name}.${extension}`] = {
      get: reading(`list${capital(name)}${form}`, `${title}, unpaged: ${says.toLowerCase()}`, twinRequest(resource), {
        [type.split(';')[0] ?? type]: { schema: z.string() },
      }),
    }
  }
  return paths
}

const bySlug = z.object({ slug: z.string().meta({ description: 'The record’s slug' }) })

function onePath(name: string, id: string, summary: string, query: z.ZodObject, answer: z.ZodType, path = bySlug) {
  const [key = 'slug'] = Object.keys(path.shape)
  return { [`/api/${name}/{${key}}`]: { get: reading(`get${id}`, summary, query, json(answer), path) } }
}

/** `address` is where the API is read. */
export function openApiDocument(address: string): OpenApiDocument {
  const paths: ZodOpenApiPathsObject = Object.assign({}, ...LISTS.map(listPaths))
  Object.assign(
    paths,
    onePath('measures', 'Measure', 'One measure with all that is about it', MeasureRequest, MeasureDetail),
    onePath(
      'communications',
      'Communication',
      'One communication, by slug or by published reference (AL-KGZ-2-2021)',
      CommunicationRequest,
      CommunicationDetail,
    ),
    onePath(
      'events',
      'Event',
      'One event with its sources',
      EventRequest,
      EventSummary.extend({ sources: z.array(SourceView), ...Envelope.shape }),
    ),
    onePath('families', 'Family', 'One family: the same idea over all States', FamilyRequest, FamilyDetail),
    {
      '/api/families/{slug}.csv': {
        get: reading(
          'getFamilyCsv',
          'One family as a table: a row a measure, by the day of its introduction',
          FamilyRequest,
          { 'text/csv': { schema: z.string() } },
          bySlug,
        ),
      },
    },
    ...REFERENCE_LISTS.filter(({ name }) => name !== 'families').map(({ name, record, item }) =>
      onePath(name, capital(record), `One ${record}`, ReferenceRequest, item.extend(Envelope.shape)),
    ),
    onePath(
      'versions',
      'Version',
      'One version of the record',
      z.strictObject({}),
      VersionView.extend(Envelope.shape),
      z.object({ number: z.string().meta({ description: 'Its number' }) }) as never,
    ),
    {
      '/api/timeline': {
        get: reading(
          'getTimeline',
          'What the timeline draws; from and to are the range on show',
          TimelineRequest,
          json(TimelineAnswer),
        ),
      },
    },
  )
  const document = createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Threatline',
      version: '1',
      description:
        'Laws that threaten rights, the letters about them, and the silence. Reading is open, without a key. `asOf` is a day in the world, `version` what the record knew; both are resolved first and stand in every answer.',
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: address }],
    paths,
  })
  // Every path above is a reading with an id and a summary, which the library's own type does not know.
  return document as unknown as OpenApiDocument
}
