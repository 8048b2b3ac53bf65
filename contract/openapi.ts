// SPDX-License-Identifier: EUPL-1.2
import { kinds, type RecordKind } from '@schouw/core/registers'
import * as z from 'zod'
import { kindSchemas } from './kind.ts'
import { listQuery } from './list.ts'
import { type Operation, operations } from './operations.ts'
import { plurals } from './plurals.ts'
import { problem } from './problem.ts'
import { isMedia, type MediaBody, type Route } from './route.ts'
import { routes } from './routes/index.ts'

type Json = Readonly<Record<string, unknown>>

/** Names of schemas, each once; what holds another refers to it. */
class Schemas {
  readonly #registry = z.registry<{ id: string }>()
  readonly #names = new Set<string>()

  ref(name: string, schema: z.ZodType): Json {
    if (!this.#names.has(name)) {
      this.#names.add(name)
      this.#registry.add(schema, { id: name })
    }
    return { $ref: uri(name) }
  }

  all(): Json {
    const { schemas } = z.toJSONSchema(this.#registry, { uri, io: 'input' })
    const bare = Object.entries(schemas).map(([name, { $schema: _, $id: _id, ...schema }]) => [
      name,
      schema,
    ])
    return Object.fromEntries(bare)
  }
}

function uri(name: string): string {
  return `#/components/schemas/${name}`
}

/** The document of everything above, OpenAPI 3.1. Made when asked for: it takes some time. */
export function openApi(version: string): Json {
  const schemas = new Schemas()
  const failure = {
    content: { 'application/problem+json': { schema: schemas.ref('Problem', problem) } },
  }
  const paths: Record<string, Json> = { ...otherPaths(failure) }
  for (const [name, route] of Object.entries<Route>(routes)) {
    paths[route.path] = { ...paths[route.path], ...routeOperation(name, route, schemas) }
  }
  for (const kind of Object.values<RecordKind>(kinds)) Object.assign(paths, pathsOf(kind, schemas))
  return {
    openapi: '3.1.0',
    info: { title: 'Schouw', version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      schemas: schemas.all(),
      responses: { Problem: { description: 'RFC 9457', ...failure } },
      parameters: {
        Id: { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
        IfMatch: {
          name: 'If-Match',
          in: 'header',
          required: true,
          schema: { type: 'string', pattern: '^"\\d{1,9}"$' },
        },
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
        },
      },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  }
}

function pathsOf(kind: RecordKind, schemas: Schemas): Record<string, Json> {
  const own = kindSchemas(kind)
  const name = pascal(kind.name)
  schemas.ref(name, own.record)
  const paths: Record<string, Record<string, Json>> = {}
  for (const [verb, operation] of Object.entries<Operation>(operations)) {
    const { method, path, body, answer, statuses, isFor } = operation
    if (isFor?.(kind) === false) continue
    const result = isPerKind(operation) ? `${name}Result` : `${pascal(verb)}Result`
    const named = verb === 'get' ? name : verb === 'list' ? `${name}List` : result
    const reply = schemas.ref(named, answer(own))
    const at = `/api/v1/${plurals[kind.name]}${path}`
    paths[at] ??= {}
    const pathOf = paths[at]
    pathOf[method.toLowerCase()] = {
      operationId: `${verb}${name}`,
      tags: [plurals[kind.name]],
      parameters: parametersOf(operation),
      ...(body === undefined
        ? {}
        : { requestBody: bodyOf(schemas.ref(bodyName(verb, name), body(own))) }),
      responses: {
        ...Object.fromEntries(
          statuses.map((status) => [
            String(status),
            { description: verb, content: { 'application/json': { schema: reply } } },
          ]),
        ),
        default: { $ref: '#/components/responses/Problem' },
      },
    }
  }
  return paths
}

function isPerKind({ method }: Operation): boolean {
  return method !== 'GET'
}

/** Bodies about values are each kind's own; the others are the same for all. */
function bodyName(verb: string, name: string): string {
  if (verb === 'create' || verb === 'change') return `${name}${pascal(verb)}`
  if (verb === 'retire' || verb === 'reinstate') return 'Reason'
  return pascal(verb)
}

function bodyOf(schema: Json): Json {
  return { required: true, content: { 'application/json': { schema } } }
}

function parametersOf({ method, path, isConditional, query }: Operation): readonly Json[] {
  const shared = (name: string) => ({ $ref: `#/components/parameters/${name}` })
  return [
    ...(path === '' ? [] : [shared('Id')]),
    ...(isConditional ? [shared('IfMatch')] : []),
    ...(method === 'GET' ? [] : [shared('IdempotencyKey')]),
    ...queryNames[query].map((name) => {
      const { $schema: _, ...schema } = z.toJSONSchema(listQuery[name], { io: 'input' })
      return { name, in: 'query', schema }
    }),
  ]
}

const queryNames: Readonly<Record<Operation['query'], readonly (keyof typeof listQuery)[]>> = {
  list: ['limit', 'cursor', 'sort', 'filter', 'q', 'fields', 'as_of', 'retired'],
  one: ['fields', 'as_of'],
  page: ['cursor'],
  none: [],
}

function routeOperation(name: string, route: Route, schemas: Schemas): Json {
  const { method, path, tag, who, query, body, answer, statuses } = route
  const content = (shape: z.ZodType | MediaBody, what: string): Json =>
    isMedia(shape)
      ? Object.fromEntries(shape.media.map((type) => [type, { schema: { type: 'string' } }]))
      : { 'application/json': { schema: schemas.ref(`${pascal(name)}${what}`, shape) } }
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => ({
      name: part,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries<z.ZodType>(query?.shape ?? {}).map(([part, shape]) => {
      const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input' })
      return { name: part, in: 'query', required: !shape.safeParse(undefined).success, schema }
    }),
  ]
  const replies = statuses.map((status) => {
    const hasBody = answer !== undefined && status !== 204
    const reply = { description: name, ...(hasBody ? { content: content(answer, 'Answer') } : {}) }
    return [String(status), reply]
  })
  return {
    [method.toLowerCase()]: {
      operationId: name,
      tags: [tag],
      parameters,
      ...(who === 'public' ? { security: [] } : {}),
      ...(body === undefined
        ? {}
        : { requestBody: { required: true, content: content(body, 'Body') } }),
      responses: {
        ...Object.fromEntries(replies),
        default: { $ref: '#/components/responses/Problem' },
      },
    },
  }
}

/** What belongs to no register and is no declared route. */
function otherPaths(failure: Json): Record<string, Json> {
  const get = (operationId: string, type: string, more: Json = {}) => ({
    get: {
      operationId,
      responses: {
        200: { description: operationId, content: { [type]: { schema: shapeOf(type) } } },
        default: { description: 'RFC 9457', ...failure },
      },
      ...more,
    },
  })
  const shapeOf = (type: string) => ({ type: type === 'application/json' ? 'object' : 'string' })
  const open = { security: [] }
  const tile = (name: string) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  })
  return {
    '/healthz': get('healthz', 'application/json', open),
    '/readyz': get('readyz', 'application/json', open),
    '/metrics': get('metrics', 'text/plain', open),
    '/api/v1/openapi.json': get('openapi', 'application/json', open),
    '/api/v1/changes': get('changes', 'text/event-stream'),
    '/api/v1/log/checkpoint': get('checkpoint', 'text/plain'),
    '/api/v1/log/keys': get('keys', 'text/plain'),
    '/api/v1/log/tile/{path}': get('tile', 'application/octet-stream', {
      parameters: [tile('path')],
    }),
  }
}

function pascal(name: string): string {
  return name
    .split('-')
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('')
}
