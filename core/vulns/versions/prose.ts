// SPDX-License-Identifier: EUPL-1.2
// English about versions, rewritten to operators.

const version = String.raw`[vr]?\.?\s?\d[\w.()*-]*(?:\s(?:sp|update|upd|hf|hotfix|patch|build|p)\s?\d+)*`

const rules: readonly (readonly [RegExp, string])[] = [
  [/^all\s+(bios|bsp|firmware|software)?\s*(?:versions?|releases?|builds?)\b\s*/i, '$1 '],
  [/^(?:firmware\s+|software\s+)?(?:versions?|releases?|builds?|ver\.?)\b\s*/i, ''],
  [
    /\bup to,? but not including\b|\b(?:prior to|before|earlier than|older than|lower than|below)\b/gi,
    '<',
  ],
  [/\b(?:up to and including|up to|until|through)\b(?!.*[<>])/gi, ' <='],
  [/\b(?:starting (?:with|from)|since|from)\b/gi, '>='],
  [/\b(?:later than|newer than|higher than|after)\b/gi, '>'],
]

const between = new RegExp(
  `^(?:between\\s+)?(?:>=\\s*)?(${version})\\s*(?:to|-|–|<=|and)\\s+(?=v?\\d)(${version})$`,
  'i',
)
const andPrior = new RegExp(
  `^(${version})[,;]?\\s*(?:and|or)\\s+(?:all\\s+)?(?:prior|earlier|below|older|lower|previous)(?:\\s+versions?|\\s+releases?)?$`,
  'i',
)
const andLater = new RegExp(
  `^(${version})[,;]?\\s*(?:and|or)\\s+(?:all\\s+)?(?:later|newer|above|higher|up|subsequent|after)(?:\\s+versions?|\\s+releases?)?$`,
  'i',
)

/** "Versions 2.00 to 6.11" as ">= 2.00 <= 6.11"; what is written with operators stays as it is. */
export function operatorsFor(text: string): string {
  let plain = text.trim()
  plain = plain.replace(rules[0]?.[0] as RegExp, '$1 ').trim()
  const later = andLater.exec(plain)
  if (later !== null) return `>= ${later[1]}`
  for (const [pattern, operator] of rules.slice(1)) plain = plain.replace(pattern, operator).trim()
  const prior = andPrior.exec(plain)
  if (prior !== null) return `<= ${prior[1]}`
  const after = andLater.exec(plain)
  if (after !== null) return `>= ${after[1]}`
  const range = between.exec(plain)
  if (range !== null) return `>= ${range[1]} <= ${range[2]}`
  // "2.2.3 until 2.2.3.3" is a first and a last version.
  return plain.replace(/^(v?\d[\w.]*)\s+(<=?)/i, '>= $1 $2')
}
