// SPDX-License-Identifier: EUPL-1.2

/**
 * The list with one more. Short ones are copied, because a list that is pushed to gets room for
 * seventeen, and there are hundreds of thousands with one or two.
 */
export function grown<Item>(list: Item[], item: Item): Item[] {
  if (list.length < 4) return [...list, item]
  list.push(item)
  return list
}
