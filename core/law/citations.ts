// SPDX-License-Identifier: EUPL-1.2
import { euPack, jurisdictions, lawPack } from './packs/index.ts'

/**
 * Every place of law that the packs cite, as written there. What the product shows must be among
 * them; a test refuses the rest.
 */
export function citations(): ReadonlySet<string> {
  const found = new Set<string>()
  for (const pack of [euPack, ...jurisdictions.map(lawPack)]) collect(pack, found)
  return found
}

function collect(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const isCitation = /(^|_)(source|article|approval)$/.test(key)
      if (isCitation && typeof item === 'string') found.add(item)
      else collect(item, found)
    }
  }
}
