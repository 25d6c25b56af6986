/** The parts of our OpenAPI document that its readers here rely on: the page about the API, and the client. */

export interface JsonSchema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  description?: string
}

export interface Parameter {
  name: string
  in: string
  required?: boolean
  schema?: JsonSchema
  description?: string
}

export interface Operation {
  operationId: string
  summary: string
  parameters?: Parameter[]
  responses: Record<string, { content?: Record<string, { schema?: JsonSchema }> }>
}

export interface OpenApiDocument {
  info: { title: string; description: string }
  paths: Record<string, { get: Operation }>
  components: { schemas: Record<string, JsonSchema> }
}
