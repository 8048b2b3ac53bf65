// SPDX-License-Identifier: EUPL-1.2
import type { Element } from '../xml/index.ts'
import type { Check } from './check.ts'
import { blocksIn, isBlock, markdownOf } from './markup.ts'
import { type Member, models, type Shape, shapes } from './shapes.ts'

// OSCAL as XML, in the shape it has as JSON. Both are made from one model: a member is an attribute or
// an element of the same name, a list is elements by the name of one of it, side by side. What the
// model does not know is named by the path it would have as JSON; the rest is checked as that.

/** Lists whose elements have another name than the list without its plural. */
const singular: Readonly<Record<string, string>> = {
  remediations: 'response',
  'related-risks': 'associated-risk',
  choice: 'choice',
  matching: 'matching',
  'incorporates-components': 'incorporates-component',
  'uses-components': 'uses-component',
  'functions-performed': 'function-performed',
  'relevant-evidence': 'relevant-evidence',
  'objectives-and-methods': 'objectives-and-methods',
  'member-of-organizations': 'member-of-organization',
  hashes: 'hash',
  addresses: 'address',
  'email-addresses': 'email-address',
}

/** In an assessment a task has another name than inside a task. */
const also: Readonly<Record<string, readonly string[]>> = { tasks: ['assessment-task'] }

/** Members that are the text of their element, by shape. */
const textMembers: Readonly<Record<string, string>> = {
  hash: 'value',
  'document-id': 'identifier',
  'telephone-number': 'number',
  'back-matter.resources.base64': 'value',
  'metadata.parties.external-ids': 'id',
  'threat-id': 'id',
  'system-id': 'id',
  coverage: 'target-coverage',
}

/** Attributes of XML itself, and of those who check it. */
const notOurs = new Set([
  'xmlns',
  'schemaLocation',
  'noNamespaceSchemaLocation',
  'base',
  'lang',
  'space',
])

export function documentOf(root: Element, check: Check): Readonly<Record<string, unknown>> {
  const { name } = root
  const isRead = models.some((one) => one === name)
  return { [name]: isRead ? objectOf(root, name, { path: `/${name}`, check }) : {} }
}

interface Place {
  readonly path: string
  readonly check: Check
}

function objectOf(element: Element, name: string, place: Place): unknown {
  const shape = shapes.get(name)
  if (shape === undefined) return {}
  const made: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(element.attributes)) {
    if (notOurs.has(key) && !shape.has(key)) continue
    const member = shape.get(key)
    if (member === undefined) unknown(key, { name, ...place })
    else made[key] = scalar(value, member.type)
  }
  const isProse = shape.has('prose')
  for (const child of element.children) {
    if (isProse && isBlock(child)) continue
    put(made, child, { shape, name, ...place })
  }
  if (isProse) {
    const prose = blocksIn(
      (element.mixed ?? []).filter((one) => typeof one === 'string' || isBlock(one)),
    )
    if (prose !== '') made['prose'] = prose
  } else if (element.text !== '') text(made, element, { name, ...place })
  return made
}

function text(made: Record<string, unknown>, element: Element, at: Place & { name: string }) {
  const member = textMembers[at.name]
  if (member !== undefined) {
    made[member] = scalar(element.text, shapes.get(at.name)?.get(member)?.type ?? '')
    return
  }
  const found = element.text.slice(0, 60)
  at.check.problem({ path: at.path, code: 'member-unknown', expected: 'elements alone', found })
}

interface Into extends Place {
  readonly shape: Shape
  readonly name: string
}

function unknown(found: string, { name, path, check }: Place & { readonly name: string }): void {
  const expected = `a member of ${name}`
  check.problem({ path: `${path}/${found}`, code: 'member-unknown', expected, found })
}

function put(made: Record<string, unknown>, child: Element, into: Into): void {
  const { shape, path, check } = into
  const found = memberOf(shape, child)
  if (found === undefined) {
    unknown(child.name, into)
    return
  }
  const [key, member] = found
  const below = `${path}/${key}`
  if (!member.isList) {
    if (Object.hasOwn(made, key)) {
      check.problem({ path: below, code: 'id-taken', expected: `${key} once`, found: 'another' })
      return
    }
    made[key] = valueIn(child, member.type, { path: below, check })
    return
  }
  const list = Array.isArray(made[key]) ? made[key] : []
  made[key] = list
  // Revisions stand together in an element of their own.
  const isWrapper = child.name === key && singularOf(key) !== key && holdsOnly(child, key)
  for (const one of isWrapper ? child.children : [child]) {
    list.push(valueIn(one, member.type, { path: `${below}/${list.length}`, check }))
  }
}

function holdsOnly({ children, attributes }: Element, key: string): boolean {
  const name = singularOf(key)
  return (
    children.length > 0 &&
    Object.keys(attributes).length === 0 &&
    children.every((one) => one.name === name)
  )
}

function memberOf(shape: Shape, { name }: Element): readonly [string, Member] | undefined {
  const own = shape.get(name)
  if (own !== undefined) return [name, own]
  for (const [key, member] of shape) {
    if (!member.isList) continue
    if (singularOf(key) === name || also[key]?.includes(name) === true) return [key, member]
  }
  return undefined
}

function singularOf(list: string): string {
  return singular[list] ?? list.replace(/ies$/, 'y').replace(/s$/, '')
}

function valueIn(element: Element, type: string, place: Place): unknown {
  return shapes.has(type) ? objectOf(element, type, place) : scalar(markdownOf(element), type)
}

/** Texts that are none of the type stay texts, for the check to name. */
function scalar(text: string, type: string): unknown {
  if (type === 'boolean') return Object.hasOwn(booleans, text) ? booleans[text] : text
  const isNumber = type === 'integer' || type === 'number'
  return isNumber && /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text
}

const booleans: Readonly<Record<string, boolean>> = { true: true, false: false, 1: true, 0: false }
