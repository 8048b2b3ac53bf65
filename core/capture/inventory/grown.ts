// SPDX-License-Identifier: EUPL-1.2

/**
 * The list with one more. Short ones are made anew, because a list that is pushed to gets room for
 * seventeen, and there are hundreds of thousands with one or two.
 */
export function grown<Item>(list: Item[], item: Item): Item[] {
  if (list.length === 0) return [item]
  if (list.length === 1) return [list[0], item]
  if (list.length === 2) return [list[0], list[1], item]
  list.push(item)
  return list
}
