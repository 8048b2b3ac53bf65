// SPDX-License-Identifier: EUPL-1.2
// Names as strangers type them, brought to a form in which they can be compared.

// UTF-8 that was read as Windows-1252 once too often: Geutebrück as GeutebrÃ¼ck.
const mangled: readonly (readonly [RegExp, string])[] = [
  [/Ã¼/g, 'ü'],
  [/Ã¶/g, 'ö'],
  [/Ã¤/g, 'ä'],
  [/Ã£/g, 'ã'],
  [/Ã©/g, 'é'],
  [/Ãœ/g, 'Ü'],
  [/â„¢|Â®|[™®©\uFFFD]/g, ''],
  [/\((?:R|TM|C)\)/g, ' '],
  [/â€“|[‐‑‒–—]/g, '-'],
  [/â€œ|â€\u009D|[“”]/g, '"'],
  [/[□■]/g, '*'],
]

// Nothing to repair: printable ASCII without brackets and double blanks.
const clean = /^[!-'*-~]+(?: [!-'*-~]+)*$/
const plainWord = /^[a-z0-9]*$/

export function repaired(text: string): string {
  if (clean.test(text)) return text
  let plain = text
  for (const [pattern, letter] of mangled) plain = plain.replace(pattern, letter)
  return plain.replace(/\s+/g, ' ').trim()
}

/** Without accents, lower case. */
export function folded(text: string): string {
  if (clean.test(text)) return text.toLowerCase()
  return repaired(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/** Letters and digits alone: the form in which 6ES7 314-6EH04-0AB0 and 6ES73146EH040AB0 are equal. */
export function compact(text: string): string {
  if (plainWord.test(text)) return text
  return folded(text).replace(/[^a-z0-9]+/g, '')
}
