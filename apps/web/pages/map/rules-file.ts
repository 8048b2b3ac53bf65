// SPDX-License-Identifier: EUPL-1.2
// A file of firewall rules as the thread of the map reads it. Elements of XML are taken apart here,
// where the browser has a parser for them.
import type { ConfigElement } from '@schouw/core/network/firewall'

export type RulesFile = { readonly text: string } | { readonly root: ConfigElement }

/** More than any firewall writes. */
const mostBytes = 20_000_000

/** A word where it is too large, or XML that is broken or declares anything. */
export async function rulesIn(file: File): Promise<RulesFile | 'too_large' | 'not_read'> {
  if (file.size > mostBytes) return 'too_large'
  const text = await file.text()
  if (!/^\uFEFF?\s*</.test(text)) return { text }
  // Entities that grow, and files that they fetch, begin with a declaration.
  if (/<!(doctype|entity)/i.test(text)) return 'not_read'
  const { documentElement } = new DOMParser().parseFromString(text, 'application/xml')
  const isBroken = documentElement.querySelector('parsererror') !== null
  return isBroken || documentElement.nodeName === 'parsererror'
    ? 'not_read'
    : { root: elementOf(documentElement) }
}

function elementOf(element: Element): ConfigElement {
  const own = [...element.childNodes].filter(({ nodeType }) => nodeType === 3 || nodeType === 4)
  return {
    name: element.nodeName,
    text: own.map(({ textContent }) => textContent ?? '').join(''),
    children: [...element.children].map(elementOf),
  }
}
