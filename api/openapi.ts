/** The OpenAPI 3.1 document, made from the validators of requests and the schemas of answers, so that it cannot differ from them. */
import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { BundleRequest } from './bundle/routes.ts'
import { CiteRequest } from './cite/request.ts'
import { CommunicationRequest, LedgerRequest, OpenQuestionsRequest } from './communications/request.ts'
import type { OpenApiDocument } from './contract/open-api.ts'
import {
  EventDetail,
  JurisdictionDetail,
  LedgerView,
  MatrixView,
  OpenQuestionsView,
  RightDetail,
  SourceDetail,
  SourceIndexView,
  StatesView,
  VersionDetail,
} from './contract/overview-views.ts'
import {
  CitationAnswer,
  CommunicationDetail,
  Envelope,
  FamilyDetail,
  listOf,
  MeasureDetail,
  Problem,
  SourceView,
  TimelineAnswer,
} from './contract/views.ts'
import { EventRequest } from './events/request.ts'
import { FamilyRequest } from './families/request.ts'
import { JurisdictionRequest } from './jurisdictions/request.ts'
import { type ListResource, listRequest, twinRequest } from './list.ts'
import { LISTS } from './lists.ts'
import { MeasureRequest } from './measures/request.ts'
import { PLAIN_LISTS } from './reference/list.ts'
import { ReferenceRequest } from './reference/routes.ts'
import { MatrixRequest, RightRequest } from './rights/request.ts'
import { LICENCE_ADDRESS } from './service.ts'
import { MOST_MEASURES } from './size.ts'
import { SourceIndexRequest, SourceRequest } from './sources/request.ts'
import { PngRequest, SvgRequest } from './timeline/figure-request.ts'
import { TimelineDataRequest, TimelineRequest } from './timeline/request.ts'
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

const capital = (words: string): string =>
  words
    .split(/[-_]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

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
  for (const { extension, type, says, isOf, answer: answerOf } of TWINS) {
    if (!isOf(resource)) continue
    const form = extension.split('.').map(capital).join('')
    paths[`/api/${name}.${extension}`] = {
      get: reading(`list${capital(name)}${form}`, `${title}, unpaged: ${says.toLowerCase()}`, twinRequest(resource), {
        [type.split(';')[0] ?? type]: { schema: answerOf?.(resource) ?? z.string() },
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

const oneAsJsonLd = (name: string, id: string, query: z.ZodObject): ZodOpenApiPathsObject => ({
  [`/api/${name}/{slug}.jsonld`]: {
    get: reading(
      `get${id}Jsonld`,
      `One ${id.toLowerCase()} in the words of schema.org`,
      query,
      { 'application/ld+json': { schema: z.string() } },
      bySlug,
    ),
  },
})

/** A view over many records, which a page shows as it stands. */
function overview(name: string, id: string, summary: string, query: z.ZodObject, answer: z.ZodType) {
  return { [`/api/${name}`]: { get: reading(`get${id}`, summary, query, json(answer)) } }
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
    oneAsJsonLd('measures', 'Measure', MeasureRequest),
    oneAsJsonLd('communications', 'Communication', CommunicationRequest),
    onePath('events', 'Event', 'One event with what it belongs to, and its sources', EventRequest, EventDetail),
    onePath(
      'rights',
      'Right',
      'One right: articles, measures with what they do, letters, counts',
      RightRequest,
      RightDetail,
    ),
    onePath('sources', 'Source', 'One source with everything that rests on it', SourceRequest, SourceDetail),
    onePath(
      'jurisdictions',
      'Jurisdiction',
      'The state of play in one State, by its code',
      JurisdictionRequest,
      JurisdictionDetail,
      z.object({ code: z.string().meta({ description: 'Its ISO 3166 code, in either case' }) }) as never,
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
    ...PLAIN_LISTS.filter(({ name }) => name !== 'families').map(({ name, record, item }) =>
      onePath(name, capital(record), `One ${record.replace('_', ' ')}`, ReferenceRequest, item.extend(Envelope.shape)),
    ),
    onePath(
      'versions',
      'Version',
      'One version of the record, with what it changed',
      z.strictObject({}),
      VersionDetail,
      z.object({ number: z.string().meta({ description: 'Its number' }) }) as never,
    ),
    overview(
      'ledger',
      'Ledger',
      'Letters with their deadlines and replies, the three states of replies apart',
      LedgerRequest,
      LedgerView,
    ),
    overview(
      'questions',
      'OpenQuestions',
      'What letters asked of a State that no reply is known to have answered',
      OpenQuestionsRequest,
      OpenQuestionsView,
    ),
    {
      '/api/questions.csv': {
        get: reading('getOpenQuestionsCsv', 'The same as a table: a row a question', OpenQuestionsRequest, {
          'text/csv': { schema: z.string() },
        }),
      },
    },
    overview(
      'matrix',
      'Matrix',
      `Measures against rights, with who says so. At most ${MOST_MEASURES}: of more a State has to be chosen`,
      MatrixRequest,
      MatrixView,
    ),
    overview('states', 'States', 'What the record holds about each State', JurisdictionRequest, StatesView),
    overview('source-index', 'SourceIndex', 'Sources by publisher', SourceIndexRequest, SourceIndexView),
    {
      '/api/cite': {
        get: reading('cite', 'How an address of this site is cited, in words and for reference managers', CiteRequest, {
          ...json(CitationAnswer),
          'text/plain': { schema: z.string() },
          'application/x-bibtex': { schema: z.string() },
          'application/x-research-info-systems': { schema: z.string() },
          'application/vnd.citationstyles.csl+json': { schema: z.string() },
        }),
      },
    },
    {
      '/api/measures.zip': {
        get: reading(
          'listMeasuresZip',
          'Measures, unpaged, in all forms: tables, JSON, JSON-LD, TimelineJS and a dossier, with the letters about them',
          BundleRequest,
          { 'application/zip': { schema: z.string().meta({ format: 'binary' }) } },
        ),
      },
    },
    {
      '/api/timeline.svg': {
        get: reading('drawTimelineSvg', 'The timeline as a figure whose text is text, with its font', SvgRequest, {
          'image/svg+xml': { schema: z.string() },
        }),
      },
      '/api/timeline.timelinejs.json': {
        get: reading('getTimelineJs', 'The timeline as TimelineJS 3 reads it', TimelineRequest, {
          'application/json': { schema: z.looseObject({ events: z.array(z.looseObject({})) }) },
        }),
      },
      '/api/timeline.png': {
        get: reading(
          'drawTimelinePng',
          'The timeline as a figure in pixels, for print, link previews and mail',
          PngRequest,
          {
            'image/png': { schema: z.string().meta({ format: 'binary' }) },
          },
        ),
      },
    },
    {
      '/api/timeline': {
        get: reading(
          'getTimeline',
          `What the timeline draws; from and to are the range on show. At most ${MOST_MEASURES} measures: a choice of more is a 400 that says what to choose`,
          TimelineDataRequest,
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
      license: { name: 'CC BY 4.0', url: LICENCE_ADDRESS },
    },
    servers: [{ url: address }],
    paths,
  })
  // Every path above is a reading with an id and a summary, which the library's own type does not know.
  return document as unknown as OpenApiDocument
}
