// SPDX-License-Identifier: EUPL-1.2
// Part numbers with open places: `?` is one character, `*` any number of them.

/** Whether the whole text fits; time is at most the product of both lengths. */
export function isGlobMatch(glob: string, text: string): boolean {
  let at = 0
  let place = 0
  let star = -1
  let retry = 0
  while (place < text.length) {
    const wanted = glob[at]
    if (wanted === '*') {
      star = at
      retry = place
      at += 1
    } else if (wanted !== undefined && (wanted === '?' || wanted === text[place])) {
      at += 1
      place += 1
    } else if (star >= 0) {
      at = star + 1
      retry += 1
      place = retry
    } else return false
  }
  while (glob[at] === '*') at += 1
  return at === glob.length
}

export function isGlob(text: string): boolean {
  return text.includes('*') || text.includes('?')
}
