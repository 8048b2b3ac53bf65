// SPDX-License-Identifier: EUPL-1.2
import { type OnProblem, type Source, sightingLimits, unpacked } from '../sightings/index.ts'
import { attribute, readXml } from '../xml/index.ts'

export type Piece =
  | { readonly kind: 'head'; readonly attributes: Readonly<Record<string, string>> }
  /** The text of one `<host>` element, and the line on which it begins. */
  | { readonly kind: 'host'; readonly text: string; readonly line: number }
  | { readonly kind: 'end'; readonly line: number; readonly isWhole: boolean }

/** A host with all its ports and scripts; nmap writes some kilobytes. */
const hostCharacters = 8 * 1024 * 1024
const opening = '<host'
const closing = '</host>'

/**
 * Cuts the document at its hosts. Nothing inside a host can hold an unescaped tag, so the cut needs
 * no parser; each piece is then read by one.
 */
export async function* hostsOf(source: Source, onProblem: OnProblem): AsyncGenerator<Piece> {
  const decoder = new TextDecoder()
  let text = ''
  let line = 1
  let isHead = true
  let isSkipping = false
  const drop = (length: number) => {
    line += linesIn(text, length)
    text = text.slice(length)
  }
  for await (const chunk of unpacked(source, sightingLimits.logBytes, onProblem)) {
    text += decoder.decode(chunk, { stream: true })
    for (;;) {
      if (isHead) {
        const head = headOf(text)
        if (head === 'more') break
        if (head === 'none') return
        if (head === 'entities') {
          const expected = 'a document without declarations of its own'
          const found = 'entities'
          onProblem({ where: { line: 1 }, code: 'entities-refused', expected, found })
          return
        }
        isHead = false
        yield { kind: 'head', attributes: head.attributes }
        drop(head.length)
      }
      if (isSkipping) {
        const end = text.indexOf(closing)
        if (end === -1) {
          drop(Math.max(0, text.length - closing.length))
          break
        }
        drop(end + closing.length)
        isSkipping = false
      }
      const start = startOf(text)
      if (start === -1) {
        if (!text.includes('</nmaprun>')) drop(Math.max(0, text.lastIndexOf('>') + 1))
        break
      }
      const end = text.indexOf(closing, start)
      if (end !== -1) {
        drop(start)
        yield { kind: 'host', text: text.slice(0, end - start + closing.length), line }
        drop(end - start + closing.length)
        continue
      }
      if (text.length - start > hostCharacters) {
        const expected = `a host of at most ${hostCharacters} characters`
        onProblem({ where: { line }, code: 'too-large', expected, found: 'more' })
        drop(start)
        isSkipping = true
        continue
      }
      break
    }
  }
  if (!isHead) yield { kind: 'end', line, isWhole: text.includes('</nmaprun>') }
}

/** `<hostnames>`, `<hosthint>` and `<hosts>` begin alike. */
function startOf(text: string): number {
  let at = text.indexOf(opening)
  while (at !== -1) {
    const next = text[at + opening.length]
    if (next === '>' || next === ' ' || next === '\n' || next === '\r' || next === '\t') return at
    at = text.indexOf(opening, at + 1)
  }
  return -1
}

interface Head {
  readonly attributes: Readonly<Record<string, string>>
  readonly length: number
}

/** Characters within which a scan says that it is one. */
const headCharacters = 64 * 1024

function headOf(text: string): Head | 'more' | 'none' | 'entities' {
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text.slice(0, headCharacters))) return 'entities'
  const found = /<nmaprun(\s[^>]*)?>/.exec(text)
  if (found === null) return text.length > headCharacters ? 'none' : 'more'
  const read = readXml(`<nmaprun${(found[1] ?? '').replace(/\/$/, '')}/>`)
  const root = 'root' in read ? read.root : undefined
  const names = ['scanner', 'version', 'args', 'startstr', 'start'] as const
  const attributes = names.flatMap((name) => {
    const value = attribute(root, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return { attributes: Object.fromEntries(attributes), length: found.index + found[0].length }
}

function linesIn(text: string, length: number): number {
  let lines = 0
  let at = text.indexOf('\n')
  while (at !== -1 && at < length) {
    lines += 1
    at = text.indexOf('\n', at + 1)
  }
  return lines
}
