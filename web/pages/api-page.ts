/** The API for people: every address with what may be said to it and what comes back, from the OpenAPI document itself. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import type { JsonSchema, OpenApiDocument, Parameter } from '../../api/contract/open-api.ts'
import { type Content, type PageContext, page } from './layout.ts'

export function apiPage({ info, paths }: OpenApiDocument, context: PageContext): ServerRenderedTemplate {
  const all = Object.entries(paths).map(([path, { get }]) => ({ path, ...get }))
  const isTwin = (path: string) => path.includes('.')
  return page(context, {
    title: 'The API',
    description: 'Every address of the API, what may be asked and what comes back.',
    data: null,
    main: html`<article class="api">
      <h1>The API</h1>
      <p class="summary">${withCode(info.description ?? '')}</p>
      <ul>
        <li><a href="/api/openapi.json">OpenAPI 3.1 document</a></li>
        <li><a href="/api/client.ts">A client in TypeScript</a>, one file to copy</li>
        <li><a href="/api/schema/dossier.json">The format of dossiers</a> (JSON Schema)</li>
      </ul>
      <p>
        What cannot be answered is an <code>application/problem+json</code> that names each field and what to write instead.
        Answers carry an <code>ETag</code>; those whose <code>version</code> and <code>asOf</code> you fixed do not change.
      </p>
      ${all
        .filter(({ path }) => !isTwin(path))
        .map(({ path, operationId, summary, parameters = [] }) => {
          const twins = all.filter((other) => isTwin(other.path) && other.path.startsWith(`${path}.`))
          return html`<section aria-labelledby=${operationId}>
            <h2 id=${operationId}><code>GET ${path}</code></h2>
            <p>${withCode(summary)}</p>
            ${parameters.length > 0 ? parameterTable(parameters, summary) : nothing}
            ${
              twins.length > 0
                ? html`<p>
                    The whole list in other forms, with the same filters:
                    ${twins.map((twin, i) => html`${i > 0 ? ', ' : nothing}<a href=${twin.path}><code>${twin.path.slice(path.length)}</code></a>`)}.
                  </p>`
                : nothing
            }
          </section>`
        })}
    </article>`,
  })
}

/** What stands between backticks is code, as in the document that the descriptions come from. */
function withCode(text: string): Content {
  return text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))
}

function parameterTable(parameters: readonly Parameter[], summary: string): Content {
  return html`<div class="sheet" tabindex="0" role="region" aria-label="Parameters: ${summary.replaceAll('`', '')}">
    <table>
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">Meaning</th>
          <th scope="col">Values</th>
        </tr>
      </thead>
      <tbody>
        ${parameters.map(
          (parameter) => html`<tr>
            <th scope="row"><code>${parameter.name}</code></th>
            <td>${parameter.description ? withCode(parameter.description) : parameter.in === 'path' ? 'In the path' : nothing}</td>
            <td>${valuesOf(parameter.schema)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function valuesOf(schema: JsonSchema | undefined): string {
  if (schema?.enum) return schema.enum.join(', ')
  return ''
}
