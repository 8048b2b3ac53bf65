// SPDX-License-Identifier: EUPL-1.2
// Every article, legal date and legal amount that the product shows stands in a law pack with its
// source. This reads the texts of the product and refuses what the packs do not hold.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { jurisdictions, lawPack } from '@schouw/core/law'

const root = join(import.meta.dirname, '..')
const packs = globSync('core/*/packs/*.json', { cwd: root }).map((file) =>
  readFileSync(join(root, file), 'utf8'),
)
const shown = globSync(['report/**/*.ts', 'apps/**/*.ts', 'formats/pdf/**/*.typ'], { cwd: root })
  .filter((file) => !/\.test\.ts$|testing|node_modules/.test(file))
  .map((file) => ({ file, text: withoutComments(readFileSync(join(root, file), 'utf8')) }))

const laws = 'Cbw|Cbb|NIS2|CRA|GDPR|AVG|BSIG|MDR'
const citation = new RegExp(
  `(${laws})[ ,]+(?:art\\.|artikel|article|Art\\.)\\s?(\\d+[a-z]?)((?:\\(\\w+\\))*(?:\\s?[-–]\\s?\\(?\\w+\\)?)?)|§§?\\s?(\\d+)((?:\\(\\d+\\))*) (BSIG)`,
  'g',
)

/** `Cbw 24` and `Cbw 24(3)` for "Cbw art. 24(2)-(4)": each article and paragraph it covers. */
function places(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const match of text.matchAll(citation)) {
    const law = (match[1] ?? match[6] ?? '').replace('AVG', 'GDPR')
    const article = match[2] ?? match[4] ?? ''
    const rest = match[3] ?? match[5] ?? ''
    found.add(`${law} ${article}`)
    const [first, last] = [...rest.matchAll(/(\d+)/g)].map(([, digits]) => Number(digits))
    if (first === undefined) continue
    const isParagraph = rest.trimStart().startsWith('(')
    const from = isParagraph ? first : Number.parseInt(article, 10)
    const to = isParagraph ? (last ?? first) : first
    for (let at = from; at <= to && to - from < 60; at += 1) {
      found.add(isParagraph ? `${law} ${article}(${at})` : `${law} ${at}`)
    }
  }
  return found
}

describe('what the product says about the law', () => {
  const known = new Set(packs.flatMap((text) => [...places(text)]))

  it('recognises the ways in which law is cited', () => {
    assert.deepEqual(
      [...places('Cbw art. 24(2)-(4); § 28(4) BSIG; Cbw art. 26-27')],
      [
        'Cbw 24',
        'Cbw 24(2)',
        'Cbw 24(3)',
        'Cbw 24(4)',
        'BSIG 28',
        'BSIG 28(4)',
        'Cbw 26',
        'Cbw 27',
      ],
    )
    assert.ok(known.has('Cbw 24(3)'))
  })

  it('cites no article that the packs do not hold', () => {
    const missing = shown.flatMap(({ file, text }) =>
      [...places(text)].filter((place) => !known.has(place)).map((place) => `${file}: ${place}`),
    )
    assert.deepEqual(missing, [])
  })

  it('names no legal date that the packs do not hold', () => {
    const months =
      'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december'
    const english =
      'January|February|March|April|May|June|July|August|September|October|November|December'
    const all = packs.join('\n')
    const missing = shown
      .filter(({ file }) => file.startsWith('report/words'))
      .flatMap(({ file, text }) =>
        [...text.matchAll(new RegExp(`(\\d{1,2}) (${months}|${english}) (20\\d\\d)`, 'g'))].flatMap(
          (match) => {
            const at =
              Math.max(
                months.split('|').indexOf(match[2]!),
                english.split('|').indexOf(match[2]!),
              ) + 1
            const date = `${match[3]}-${String(at).padStart(2, '0')}-${match[1]!.padStart(2, '0')}`
            const inWords = `${Number(match[1])} ${english.split('|')[at - 1]} ${match[3]}`
            return all.includes(date) || all.includes(inWords) ? [] : [`${file}: ${match[0]}`]
          },
        ),
      )
    assert.deepEqual(missing, [])
  })

  it('names no fine that the packs do not hold', () => {
    const amounts = new Set(
      jurisdictions.flatMap((one) => lawPack(one).fines.map((fine) => fine.fixed_max_eur)),
    )
    const missing = shown
      .filter(({ file }) => file.startsWith('report/words'))
      .flatMap(({ file, text }) =>
        [
          ...text.matchAll(/(?:€|EUR)\s?(\d[\d.,]*)(\s(?:miljoen|million|duizend|thousand))?/g),
        ].flatMap((match) => {
          const unit = { miljoen: 1e6, million: 1e6, duizend: 1e3, thousand: 1e3 }[
            match[2]?.trim() ?? ''
          ]
          const value =
            Number(match[1]!.replaceAll(/[.,](?=\d{3}\b)/g, '').replace(',', '.')) * (unit ?? 1)
          return amounts.has(value) ? [] : [`${file}: ${match[0]}`]
        }),
      )
    assert.deepEqual(missing, [])
  })
})

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*(\/\/|\*|\/\*\*).*$/gm, '')
}
