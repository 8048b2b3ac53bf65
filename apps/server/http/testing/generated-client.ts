// SPDX-License-Identifier: EUPL-1.2
// A client made of nothing but the OpenAPI document: what it sends and what it gets must be as the
// document says, or it throws.
import { complaints, resolved, type Schema } from './json-schema.ts'

export interface Given {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export interface Came {
  readonly status: number
  readonly body: any
}

interface Operation {
  readonly method: string
  readonly path: string
  readonly declared: Schema
}

export class GeneratedClient {
  readonly operations: ReadonlyMap<string, Operation>
  /** Operations that were called, and answered as they are declared to when all is well. */
  readonly called = new Set<string>()
  readonly #base: string
  readonly #document: Schema

  constructor(base: string, document: Schema) {
    this.#base = base
    this.#document = document
    const all = Object.entries<Schema>(document['paths']).flatMap(([path, methods]) =>
      Object.entries<Schema>(methods).map(
        ([method, declared]) => [declared['operationId'], { method, path, declared }] as const,
      ),
    )
    this.operations = new Map(all)
  }

  async call(name: string, given: Given, token?: string): Promise<Came> {
    const operation = this.operations.get(name)
    if (operation === undefined) throw new Error(`no operation ${name}`)
    const { method, declared } = operation
    const wrong = [...this.#parametersWrong(declared, given), ...this.#bodyWrong(declared, given)]
    if (wrong.length > 0) throw new Error(`${name} asks otherwise: ${wrong.join('; ')}`)
    const came = await fetch(this.#base + this.#address(operation, given), {
      method: method.toUpperCase(),
      headers: {
        ...given.header,
        ...(declared['security']?.length === 0 ? {} : { authorization: `Bearer ${token}` }),
        ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    })
    return this.#answer(name, declared, came)
  }

  #address({ path, declared }: Operation, { path: parts = {}, query = {} }: Given): string {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, part: string) =>
      encodeURIComponent(parts[part] ?? ''),
    )
    const search = new URLSearchParams()
    for (const { name } of this.#parameters(declared, 'query')) {
      for (const one of [query[name] ?? []].flat()) search.append(name, String(one))
    }
    return search.size === 0 ? filled : `${filled}?${search}`
  }

  #parameters(declared: Schema, place: string): readonly Schema[] {
    const all = ((declared['parameters'] ?? []) as Schema[]).map((one) =>
      resolved(this.#document, one),
    )
    return all.filter((one) => one['in'] === place)
  }

  #parametersWrong(declared: Schema, given: Given): string[] {
    return (['path', 'query', 'header'] as const).flatMap((place) => {
      const known = this.#parameters(declared, place)
      const values: Readonly<Record<string, unknown>> = given[place] ?? {}
      const strange = Object.keys(values).filter(
        (name) => !known.some((one) => one['name'] === name),
      )
      return [
        ...strange.map((name) => `${place} ${name} is not declared`),
        ...known.flatMap(({ name, required, schema }) => {
          if (values[name] === undefined)
            return required === true ? [`${place} ${name} is missing`] : []
          return complaints(this.#document, schema, values[name], `/${place}/${name}`)
        }),
      ]
    })
  }

  #bodyWrong(declared: Schema, { body }: Given): string[] {
    const schema = declared['requestBody']?.content?.['application/json']?.schema
    if (schema === undefined) return body === undefined ? [] : ['a body is not declared']
    return body === undefined ? ['a body is missing'] : complaints(this.#document, schema, body)
  }

  async #answer(name: string, declared: Schema, came: Response): Promise<Came> {
    const text = await came.text()
    const own = declared['responses'][String(came.status)]
    const reply = resolved(this.#document, own ?? declared['responses'].default)
    const type = (came.headers.get('content-type') ?? '').split(';')[0] ?? ''
    const isJson = /json$/.test(type) && text !== ''
    const body = isJson ? JSON.parse(text) : text
    if (reply['content'] === undefined) {
      if (text !== '') throw new Error(`${name}: ${came.status} has a body: ${text.slice(0, 200)}`)
    } else {
      const schema = reply['content'][type]?.schema
      if (schema === undefined)
        throw new Error(`${name}: ${came.status} is ${type}: ${text.slice(0, 300)}`)
      const wrong = complaints(this.#document, schema, body)
      if (wrong.length > 0)
        throw new Error(`${name}: ${came.status}: ${wrong.slice(0, 8).join('; ')}`)
    }
    if (own !== undefined) this.called.add(name)
    return { status: came.status, body }
  }
}
