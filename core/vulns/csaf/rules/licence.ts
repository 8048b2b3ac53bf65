// SPDX-License-Identifier: EUPL-1.2
// Licence expressions of SPDX 3.0.1, annex B, without what refers to another document: CSAF forbids
// that.

const id = /^[A-Za-z0-9.-]+$/
const reference = /^(LicenseRef|AdditionRef)-[A-Za-z0-9.-]+$/
/** Written otherwise it is neither a reference nor an id. */
const almost = /^(?:licenseref|additionref|documentref)-/i

/** How deep brackets may go; beyond it nobody writes licences. */
const deepest = 50

export function isLicence(text: string): boolean {
  const words = wordsOf(text)
  let at = 0
  const simple = (): boolean => {
    const word = words[at] ?? ''
    at += 1
    if (isOperator(word) || word === '') return false
    if (reference.test(word)) return word.startsWith('LicenseRef-')
    return !almost.test(word) && id.test(word.replace(/\+$/, ''))
  }
  const addition = (): boolean => {
    const word = words[at] ?? ''
    at += 1
    if (reference.test(word)) return word.startsWith('AdditionRef-')
    return !isOperator(word) && !almost.test(word) && id.test(word)
  }
  const one = (depth: number): boolean => {
    if (words[at] === '(') {
      at += 1
      if (depth > deepest || !compound(depth + 1) || words[at] !== ')') return false
      at += 1
      return true
    }
    if (!simple()) return false
    if (!/^(?:WITH|with)$/.test(words[at] ?? '')) return true
    at += 1
    return addition()
  }
  const compound = (depth: number): boolean => {
    if (!one(depth)) return false
    while (/^(?:AND|and|OR|or)$/.test(words[at] ?? '')) {
      at += 1
      if (!one(depth)) return false
    }
    return true
  }
  return compound(0) && at === words.length
}

/** Licences in an expression that no public list has; those of ScanCode are in one. */
export function ownLicences(text: string): readonly string[] {
  return wordsOf(text).filter(
    (word) => reference.test(word) && !word.startsWith('LicenseRef-scancode-'),
  )
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[()]|[^\s()]+/g) ?? []
}

function isOperator(word: string): boolean {
  return /^(?:AND|OR|WITH|[()])$/i.test(word)
}
