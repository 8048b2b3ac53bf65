// SPDX-License-Identifier: EUPL-1.2
// JSON Schema 2020-12 as far as our OpenAPI document uses it, written from the specification. A word
// it does not know is an error: nothing is believed to be checked that is not.

export type Schema = Readonly<Record<string, any>>

const silent =
  /^(description|title|format|default|examples|deprecated|readOnly|content\w+|x-.*|\$schema|\$id|\$defs)$/

/** What is wrong with a value, each with a JSON Pointer; empty when nothing is. */
export function complaints(document: Schema, schema: Schema, value: unknown, at = ''): string[] {
  const found: string[] = []
  for (const [word, given] of Object.entries(schema)) {
    if (silent.test(word)) continue
    const rule = rules[word]
    if (rule === undefined) throw new Error(`${at}: ${word} is not known here`)
    found.push(...rule({ document, schema, given, value, at }))
  }
  return found
}

export function resolved(document: Schema, schema: Schema): Schema {
  if (typeof schema['$ref'] !== 'string') return schema
  const steps = schema['$ref'].replace(/^#\//, '').split('/')
  const found = steps.reduce<any>((place, step) => place?.[step], document)
  if (found === undefined) throw new Error(`${schema['$ref']} leads nowhere`)
  return found
}

interface Judged {
  readonly document: Schema
  readonly schema: Schema
  readonly given: any
  readonly value: any
  readonly at: string
}

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  array: (value) => Array.isArray(value),
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  types['object']?.(value) === true

function unless(isRight: boolean, { at, value }: Judged, expected: string): string[] {
  return isRight ? [] : [`${at || '/'}: ${JSON.stringify(value)?.slice(0, 80)} is not ${expected}`]
}

const within =
  (compare: (value: number, bound: number) => boolean, expected: string) => (one: Judged) =>
    unless(
      typeof one.value !== 'number' || compare(one.value, one.given),
      one,
      `${expected} ${one.given}`,
    )

const sized =
  (type: 'string' | 'array', compare: (length: number, bound: number) => boolean) =>
  (one: Judged) => {
    const length = type === 'string' ? [...String(one.value)].length : one.value?.length
    return unless(
      types[type]?.(one.value) !== true || compare(length, one.given),
      one,
      `of such a length (${one.given})`,
    )
  }

const rules: Readonly<Record<string, (one: Judged) => string[]>> = {
  $ref: ({ document, schema, value, at }) =>
    complaints(document, resolved(document, schema), value, at),
  type: (one) => {
    const names = [one.given].flat() as string[]
    return unless(
      names.some((name) => types[name]?.(one.value)),
      one,
      names.join(' or '),
    )
  },
  const: (one) => unless(one.value === one.given, one, JSON.stringify(one.given)),
  enum: (one) => unless(one.given.includes(one.value), one, `one of ${one.given.join(', ')}`),
  pattern: (one) =>
    unless(
      typeof one.value !== 'string' || new RegExp(one.given, 'u').test(one.value),
      one,
      one.given,
    ),
  minimum: within((value, bound) => value >= bound, 'at least'),
  maximum: within((value, bound) => value <= bound, 'at most'),
  exclusiveMinimum: within((value, bound) => value > bound, 'more than'),
  exclusiveMaximum: within((value, bound) => value < bound, 'less than'),
  multipleOf: (one) =>
    unless(
      typeof one.value !== 'number' || Math.abs((one.value / one.given) % 1) < 1e-9,
      one,
      'a multiple',
    ),
  minLength: sized('string', (length, bound) => length >= bound),
  maxLength: sized('string', (length, bound) => length <= bound),
  minItems: sized('array', (length, bound) => length >= bound),
  maxItems: sized('array', (length, bound) => length <= bound),
  uniqueItems: (one) =>
    unless(
      !Array.isArray(one.value) ||
        new Set(one.value.map((item) => JSON.stringify(item))).size === one.value.length,
      one,
      'without doubles',
    ),
  items: ({ document, given, value, at }) =>
    Array.isArray(value)
      ? value.flatMap((item, n) => complaints(document, given, item, `${at}/${n}`))
      : [],
  required: (one) =>
    isObject(one.value)
      ? one.given
          .filter((name: string) => !Object.hasOwn(one.value, name))
          .map((name: string) => `${one.at || '/'}: ${name} is missing`)
      : [],
  properties: ({ document, given, value, at }) =>
    isObject(value)
      ? Object.entries<Schema>(given).flatMap(([name, schema]) =>
          Object.hasOwn(value, name)
            ? complaints(document, schema, value[name], `${at}/${name}`)
            : [],
        )
      : [],
  additionalProperties: ({ document, schema, given, value, at }) => {
    if (!isObject(value)) return []
    const more = Object.keys(value).filter(
      (name) => !Object.hasOwn(schema['properties'] ?? {}, name),
    )
    if (given === false) return more.map((name) => `${at}/${name}: is not declared`)
    if (given === true) return []
    return more.flatMap((name) => complaints(document, given, value[name], `${at}/${name}`))
  },
  propertyNames: ({ document, given, value, at }) =>
    isObject(value)
      ? Object.keys(value).flatMap((name) => complaints(document, given, name, `${at}/${name}`))
      : [],
  allOf: ({ document, given, value, at }) =>
    given.flatMap((schema: Schema) => complaints(document, schema, value, at)),
  anyOf: (one) => {
    const each = one.given.map((schema: Schema) =>
      complaints(one.document, schema, one.value, one.at),
    )
    if (each.some((found: string[]) => found.length === 0)) return []
    return [`${one.at || '/'}: none of ${each.length} fits: ${each.flat().slice(0, 6).join('; ')}`]
  },
  oneOf: (one) => {
    const fitting = one.given.filter(
      (schema: Schema) => complaints(one.document, schema, one.value, one.at).length === 0,
    )
    return unless(fitting.length === 1, one, `exactly one of ${one.given.length}`)
  },
  not: (one) =>
    unless(
      complaints(one.document, one.given, one.value, one.at).length > 0,
      one,
      'something else',
    ),
}
