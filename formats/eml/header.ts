// SPDX-License-Identifier: EUPL-1.2
import { shownLine, textIn, unworded } from './coding.ts'
import { mailLimits, type Oddities } from './limits.ts'

export interface Field {
  /** Lower case. */
  readonly name: string
  /** On one line, as it stood. */
  readonly value: string
}

export interface Header {
  readonly fields: readonly Field[]
  /** Where the body begins. */
  readonly end: number
}

/** The fields of a part; RFC 5322, section 2.2, with lines folded as they may be. */
export function headerAt(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  oddities: Oddities,
): Header {
  const fields: { name: string; value: string }[] = []
  const last = Math.min(to, from + mailLimits.headerChars)
  let at = from
  while (at < to) {
    const newline = text.indexOf('\n', at)
    const next = newline < 0 || newline >= to ? to : newline + 1
    const line = text.slice(at, next).replace(/\r?\n$/, '')
    if (line === '') return { fields, end: next }
    at = next
    if (at > last || fields.length >= mailLimits.fields) {
      oddities.add('header-too-long')
      return { fields, end: afterBlank(text, at, to) }
    }
    const before = fields.at(-1)
    if (/^[ \t]/.test(line)) {
      if (before !== undefined) before.value += ` ${line.trim()}`
      continue
    }
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    // A line that is no field ends nothing: the rest may still be a header.
    if (/^[!-9;-~]+$/.test(name)) fields.push({ name, value: line.slice(colon + 1).trim() })
  }
  return { fields, end: to }
}

function afterBlank(text: string, from: number, to: number): number {
  const found = /\n\r?\n/g
  found.lastIndex = Math.max(0, from - 1)
  const blank = found.exec(text)
  return blank === null ? to : Math.min(to, blank.index + blank[0].length)
}

export function fieldIn({ fields }: Header, name: string): string {
  return fields.find((one) => one.name === name)?.value ?? ''
}

/** `attachment; filename="x"` and its kind. */
export interface Parameters {
  readonly value: string
  readonly parameters: Readonly<Record<string, string>>
}

/** RFC 2045, section 5.1, with the continuations and character sets of RFC 2231. */
export function parametersOf(field: string, oddities: Oddities): Parameters {
  const [value = '', ...rest] = split(field)
  const pieces = new Map<string, { at: number; text: string; isCoded: boolean }[]>()
  for (const one of rest) {
    const equals = one.indexOf('=')
    const [, name = '', number, coded = ''] =
      /^([^*]+)(?:\*(\d{1,3}))?(\*)?$/.exec(one.slice(0, equals).trim().toLowerCase()) ?? []
    if (equals < 0 || name === '') continue
    const text = unquoted(one.slice(equals + 1).trim())
    const list = pieces.get(name) ?? []
    list.push({ at: Number(number ?? 0), text, isCoded: coded !== '' })
    pieces.set(name, list)
  }
  const parameters: Record<string, string> = Object.create(null)
  for (const [name, list] of pieces) {
    const ordered = list.toSorted((a, b) => a.at - b.at)
    const whole = ordered.map(({ text }) => text).join('')
    const said = ordered.some(({ isCoded }) => isCoded)
      ? uncoded(whole, oddities)
      : unworded(whole, oddities)
    parameters[name] = shownLine(said, oddities)
  }
  return { value: value.trim().toLowerCase(), parameters }
}

/** At semicolons outside of quotes. */
function split(field: string): string[] {
  const parts: string[] = []
  let part = ''
  let isQuoted = false
  for (let at = 0; at < field.length; at += 1) {
    const sign = field.charAt(at)
    if (sign === '\\' && isQuoted) {
      part += sign + field.charAt(at + 1)
      at += 1
      continue
    }
    if (sign === '"') isQuoted = !isQuoted
    if (sign === ';' && !isQuoted) {
      parts.push(part)
      part = ''
    } else part += sign
  }
  return [...parts, part]
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text
  return text
    .slice(1, text.endsWith('"') && text.length > 1 ? -1 : undefined)
    .replaceAll(/\\(.)/g, '$1')
}

/** RFC 2231: `utf-8'nl'na%C3%AFef.txt`. */
function uncoded(text: string, oddities: Oddities): string {
  const [, charset = 'utf-8', content = text] = /^([^']*)'[^']*'(.*)$/s.exec(text) ?? []
  const bytes = content.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return textIn(bytes, charset === '' ? 'utf-8' : charset, oddities)
}
