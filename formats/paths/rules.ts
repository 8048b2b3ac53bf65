// SPDX-License-Identifier: EUPL-1.2

/** For each key: what was expected, or undefined when the value is right. */
export type ShapeRule = Readonly<Record<string, (value: unknown) => string | undefined>>

const longestName = 500

function name(value: unknown): string | undefined {
  const isName = typeof value === 'string' && value !== '' && value.length <= longestName
  return isName ? undefined : `a text of 1 to ${longestName} characters`
}

function flag(value: unknown): string | undefined {
  return value === undefined || typeof value === 'boolean' ? undefined : 'true or false'
}

function amount(value: unknown): string | undefined {
  return value === undefined || Number.isFinite(value) ? undefined : 'a number'
}

function names(value: unknown): string | undefined {
  return Array.isArray(value) && value.every((one) => name(one) === undefined)
    ? undefined
    : 'a list of texts, or of * for all'
}

/** Of IPv4 or IPv6; which is which is for whoever reads rules. */
function addresses(value: unknown): string | undefined {
  if (value === undefined) return undefined
  return names(value) === undefined ? undefined : 'a list of addresses'
}

export const rules: Readonly<Record<'assets' | 'conversations' | 'conduits', ShapeRule>> = {
  assets: { id: name, zone: name, crown_jewel: flag, addresses: addresses },
  conversations: { from: name, to: name, service: name, needed: flag, cost: amount },
  conduits: { from_zone: name, to_zone: name, services: names },
}

/** An entry is a zone or an asset; what is neither is told so at its `zone`. */
export function entryRule(item: Readonly<Record<string, unknown>>): ShapeRule {
  if (item['asset'] !== undefined && item['zone'] === undefined) return { asset: name }
  return item['asset'] === undefined
    ? { zone: (value) => (name(value) === undefined ? undefined : 'a zone, or an asset instead') }
    : { zone: () => 'either a zone or an asset, not both', asset: name }
}
