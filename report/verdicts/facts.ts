// SPDX-License-Identifier: EUPL-1.2
import type { Fault, Layer } from '@schouw/core/ledger/verdicts'
import { codeWords, layerWords } from './words.ts'

/** Characters of a fact; the rest is in the JSON. */
const longestFact = 90

/** A finding on one line: what, and where. */
export function findingText({ code, layer, facts }: Fault, language: 'nl' | 'en'): string {
  const words = codeWords[code]?.[language] ?? `${layerWords[layer][language]}: ${code}`
  const place = factsText({ layer, facts })
  return place === '' ? words : `${words}: ${place}`
}

/** Facts as the JSON names them, on one line. */
export function factsText({ layer, facts }: Pick<Layer, 'layer' | 'facts'>): string {
  return Object.entries(facts)
    .filter(([, value]) => value !== undefined && value !== null && isTold(value))
    .map(([name, value]) => factText(layer, name, value))
    .join(' ')
}

function isTold(value: unknown): boolean {
  return !(Array.isArray(value) && value.length === 0)
}

function factText(layer: Layer['layer'], name: string, value: unknown): string {
  if (name.endsWith('_ms') && typeof value === 'number' && name !== 'accuracy_ms') {
    return `${name.slice(0, -3)}=${new Date(value).toISOString()}`
  }
  const text = printable(typeof value === 'string' ? value : JSON.stringify(value))
  // A key is for copying, so it stands there whole.
  const isWhole = layer === 'key' || text.length <= longestFact
  return `${name}=${isWhole ? text : `${text.slice(0, longestFact)}…`}`
}

/** What comes out of a file must not steer the terminal. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\ufffd')
}
