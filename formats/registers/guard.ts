// SPDX-License-Identifier: EUPL-1.2

// Cells that mean something of their own. A value that happens to be spelled so gets an apostrophe
// before it, and loses it again when it is read.

/** Said in files: there is no value, and what there was goes. */
const emptyWords = ['(leeg)', '(empty)']
/** Said in files of a list: known to be none. */
const noneWords = ['(geen)', '(none)']
/** Written for what does not fit in a cell; read as nothing said. */
export const tooLong = '(#)'
/** What a spreadsheet shows for a sum that went wrong. */
const faults =
  /^#(N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|SPILL!|CALC!|N\/B|WAARDE!|VERW!|NAAM\?|GETAL!|DEEL\/0!|LEEG!)$/i
/** What a spreadsheet would run; leading blanks do not disarm it (OWASP, "CSV Injection"). */
const formula = /^[\s\uFEFF]*[=+\-@|%＝＋－＠]|^[\t\r\n]/

export type Meaning = 'empty' | 'none' | 'too-long' | 'fault'

/** What a cell means beside a value; undefined when it is one. */
export function meaningOf(text: string): Meaning | undefined {
  const plain = text.trim().toLowerCase()
  if (emptyWords.includes(plain)) return 'empty'
  if (noneWords.includes(plain)) return 'none'
  if (plain === tooLong) return 'too-long'
  return faults.test(plain) ? 'fault' : undefined
}

export function wordFor(meaning: 'empty' | 'none', language: 'nl' | 'en'): string {
  const words = meaning === 'empty' ? emptyWords : noneWords
  return words[language === 'nl' ? 0 : 1] ?? ''
}

/** `isText`: the file is text alone, so that a spreadsheet reads formulas into it. */
export function guarded(text: string, isText: boolean): string {
  const rest = text.slice(1)
  const isApostrophe = text.startsWith("'") && isGuarded(rest)
  const isNeeded = isApostrophe || isSpecial(text) || (isText && formula.test(text))
  return isNeeded ? `'${text}` : text
}

export function unguarded(text: string): string {
  return text.startsWith("'") && isGuarded(text.slice(1)) ? text.slice(1) : text
}

/** Whether an apostrophe before it is ours; `'s-Hertogenbosch` keeps its own. */
function isGuarded(text: string): boolean {
  return isSpecial(text) || formula.test(text) || (text.startsWith("'") && isGuarded(text.slice(1)))
}

function isSpecial(text: string): boolean {
  return meaningOf(text) !== undefined || text === '-' || text === '?'
}
