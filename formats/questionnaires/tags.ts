// SPDX-License-Identifier: EUPL-1.2

/** An element within a text of XML, by where it begins and ends. */
export interface Span {
  readonly start: number
  readonly end: number
  /** Of what is in it; empty for one that closes itself. */
  readonly inner: readonly [from: number, to: number]
  readonly attributes: string
}

/**
 * Elements of one name between two places, outermost ones in their order. Looks at every letter once,
 * so that a text from a stranger cannot keep it busy.
 */
export function spansOf(
  xml: string,
  name: string,
  [from, to]: readonly [number, number],
): readonly Span[] {
  const found: Span[] = []
  let open: { start: number; inner: number; attributes: string } | undefined
  let depth = 0
  const tag = new RegExp(`<(/?)${name}(?=[\\s/>])`, 'g')
  tag.lastIndex = from
  for (let hit = tag.exec(xml); hit !== null && hit.index < to; hit = tag.exec(xml)) {
    const close = xml.indexOf('>', tag.lastIndex)
    if (close === -1 || close >= to) break
    const isEmpty = xml[close - 1] === '/'
    if (hit[1] === '/') {
      depth -= 1
      if (depth === 0 && open !== undefined) {
        const { start, inner, attributes } = open
        found.push({ start, end: close + 1, inner: [inner, hit.index], attributes })
        open = undefined
      }
    } else {
      const attributes = xml.slice(tag.lastIndex, isEmpty ? close - 1 : close)
      if (depth === 0 && isEmpty) {
        found.push({ start: hit.index, end: close + 1, inner: [close, close], attributes })
      } else if (!isEmpty) {
        if (depth === 0) open = { start: hit.index, inner: close + 1, attributes }
        depth += 1
      }
    }
    tag.lastIndex = close + 1
  }
  return found
}

export function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
}

/** Pieces put in place of others, each told by where the old one was. */
export function spliced(
  text: string,
  edits: readonly { readonly from: number; readonly to: number; readonly text: string }[],
): string {
  const parts: string[] = []
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.from - b.from)) {
    parts.push(text.slice(at, edit.from), edit.text)
    at = edit.to
  }
  parts.push(text.slice(at))
  return parts.join('')
}
