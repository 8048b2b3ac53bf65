// SPDX-License-Identifier: EUPL-1.2

/**
 * What stands after somebody wrote `mine` upon `base` while it had become `current`: what either of
 * them added stays. Where neither builds on the base, both texts stand below each other.
 */
export function merged(base: string, mine: string, current: string): string {
  if (current === base || current === mine || current === '') return mine
  if (mine === base) return current
  // Who emptied what another went on writing does not take that along.
  if (mine === '') return current
  if (mine.includes(current)) return mine
  if (current.includes(mine)) return current
  if (base !== '' && current.startsWith(base)) return mine + current.slice(base.length)
  if (base !== '' && mine.startsWith(base)) return current + mine.slice(base.length)
  return `${current}\n${mine}`
}
