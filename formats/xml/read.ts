// SPDX-License-Identifier: EUPL-1.2
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { decodedText } from '../csv/index.ts'

export interface Element {
  /** Without the prefix of its namespace. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  /** All text directly in it, joined. */
  readonly text: string
  /** Text and elements in their order; only where it was asked for. */
  readonly mixed?: readonly (Element | string)[]
}

export type XmlOutcome =
  | { readonly root: Element }
  | {
      readonly code: 'not-xml' | 'entities-refused' | 'too-deep'
      /** From 1; null where the whole document is meant. */
      readonly line: number | null
      readonly found: string
    }

const depth = 64

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  cdataPropName: '#cdata',
  maxNestedTags: depth,
})

/** From bytes in UTF-8, UTF-16 with its mark, or Windows-1252; or from text. */
export function readXml(
  source: Uint8Array | string,
  { isMixed = false }: { readonly isMixed?: boolean } = {},
): XmlOutcome {
  const text = (typeof source === 'string' ? source : decodedText(source)).replace(/^\uFEFF/, '')
  // Entities can only be declared between the brackets of a document type.
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) {
    return { code: 'entities-refused', line: null, found: 'declarations in the document type' }
  }
  const valid = XMLValidator.validate(text)
  if (valid !== true) return { code: 'not-xml', line: valid.err.line, found: valid.err.msg }
  try {
    const [root] = (parser.parse(text) as Raw[]).flatMap((raw) => elementOf(raw, isMixed) ?? [])
    if (root === undefined) return { code: 'not-xml', line: null, found: 'no element' }
    return { root }
  } catch (error) {
    const found = error instanceof Error ? error.message.slice(0, 120) : 'something else'
    return { code: /nested/i.test(found) ? 'too-deep' : 'not-xml', line: null, found }
  }
}

type Raw = Readonly<Record<string, unknown>>

function elementOf(raw: Raw, isMixed: boolean): Element | undefined {
  const key = Object.keys(raw).find((one) => one !== ':@')
  if (key === undefined || key.startsWith('#') || key.startsWith('?')) return undefined
  const inside = raw[key] as readonly Raw[]
  const given = Object.entries((raw[':@'] ?? {}) as Readonly<Record<string, string>>).filter(
    ([name]) => !name.startsWith('xmlns:'),
  )
  const each = inside.map((one) => elementOf(one, isMixed) ?? textOf(one))
  return {
    name: bare(key),
    attributes: Object.fromEntries(given.map(([name, value]) => [bare(name), plain(value)])),
    children: each.filter((one) => typeof one !== 'string'),
    text: inside.map(textOf).join('').trim(),
    ...(isMixed ? { mixed: each.filter((one) => one !== '') } : {}),
  }
}

function textOf(raw: Raw): string {
  if (typeof raw['#text'] === 'string') return plain(raw['#text'])
  const data = raw['#cdata']
  return Array.isArray(data) ? data.map((one: Raw) => String(one['#text'] ?? '')).join('') : ''
}

const bare = (name: string) => name.slice(name.indexOf(':') + 1)

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function plain(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
    const isHex = name[1] === 'x' || name[1] === 'X'
    const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10)
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : '\uFFFD'
  })
}

export function all(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

export function first(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child) => child.name === name)
}

export function elementAt(
  element: Element | undefined,
  ...names: readonly string[]
): Element | undefined {
  return names.reduce<Element | undefined>(first, element)
}

/** Empty is absent. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  const value = element?.attributes[name]?.trim()
  return value === '' ? undefined : value
}

export function childText(element: Element | undefined, name: string): string | undefined {
  const text = first(element, name)?.text
  return text === '' ? undefined : text
}
