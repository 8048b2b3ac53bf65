// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { compareVersions, versionOrder } from './compare.ts'
import { isReadable, type VersionRange } from './range.ts'
import { readRange } from './read-range.ts'
import { isWithinSerial, serialBoundOf } from './serial.ts'
import { type Version, versionOf } from './version.ts'
import { standing } from './within.ts'

function version(text: string): Version {
  const found = versionOf(text)
  assert.ok(found, text)
  return found
}

function range(text: string): VersionRange {
  const found = readRange(text)
  assert.ok(isReadable(found), text)
  return found
}

const step = fc.constantFrom('', '', ' SP1', ' SP2 Update 3', ' Upd 4', ' HF1', '_SP2', ' P018')
const letters = fc.constantFrom('', '', 'a', 'B', 'E2a', ' beta', ' rc1')
const dotted = fc
  .tuple(fc.array(fc.nat(120), { minLength: 1, maxLength: 5 }), letters, step)
  .map(([numbers, letter, after]) => `V${numbers.join('.')}${letter}${after}`)

describe('versions', () => {
  it('stand in one total order', () => {
    fc.assert(
      fc.property(dotted, dotted, dotted, (one, two, three) => {
        const [a, b, c] = [version(one), version(two), version(three)]
        assert.equal(versionOrder(a, a), 0)
        assert.equal(Math.sign(versionOrder(a, b)), -Math.sign(versionOrder(b, a)) + 0)
        if (versionOrder(a, b) <= 0 && versionOrder(b, c) <= 0) {
          assert.ok(versionOrder(a, c) <= 0, `${one} ≤ ${two} ≤ ${three}`)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('grow with each number, step and letter', () => {
    const rising = [
      '4.5 beta',
      '4.5',
      '4.5a',
      '4.5.1',
      '4.5.1 HF1',
      '4.5.1 Update 1',
      '4.5.1 SP1',
      '4.5.1 SP1 HF2',
      '4.5.1 SP1 Update 1',
      '4.5.1 SP2',
      '4.6',
      '4.10',
      '15.2(6)E0',
      '15.2(6)E0a',
      '15.2(6)E2a',
      '2018 R1',
      '2020 R2 SP1',
      '2020 R2 SP1 P01',
    ]
    for (let at = 1; at < rising.length; at += 1) {
      const [before = '', after = ''] = [rising[at - 1], rising[at]]
      assert.ok(versionOrder(version(before), version(after)) < 0, `${before} < ${after}`)
    }
  })

  it('are equal however they are written', () => {
    for (const [one, other] of [
      ['V02.80', '2.80'],
      ['4.5', '4.5.0'],
      ['Version 4.5 Update 2', 'v4.5_Upd2'],
      ['firmware_65', '65'],
      ['8.6.0.default', '8.6.0'],
      ['R4.31', '4.31'],
    ] as const) {
      const found = compareVersions(version(one), version(other))
      assert.deepEqual(found, { order: 0, isSure: true }, `${one} = ${other}`)
    }
  })

  it('are not sure where a reader could differ', () => {
    for (const [one, other] of [
      ['1.1', '1.060'],
      ['UN30 1.76', 'HN30 1.76'],
      ['FW14', '01.06.09'],
      ['3.1.final9', '3.1.gamma'],
    ] as const) {
      assert.equal(compareVersions(version(one), version(other)).isSure, false, `${one} ? ${other}`)
    }
  })

  it('are read from any text without a fault', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        versionOf(text)
        const found = readRange(text)
        if (isReadable(found)) standing(found, version('1.2.3'))
      }),
      { numRuns: 3000 },
    )
  })
})

const operators = fc.constantFrom('<', '<=', '>', '>=')

describe('ranges', () => {
  it('never take in more when they are narrowed', () => {
    fc.assert(
      fc.property(dotted, dotted, operators, dotted, (first, second, operator, text) => {
        const wide = readRange(`>= ${first}`)
        const narrow = readRange(`>= ${first} | ${operator} ${second}`)
        if (!isReadable(wide) || !isReadable(narrow) || operator.startsWith('>')) return
        const isFlat = versionOrder(version(first), version(second)) > 0
        if (isFlat) return
        const before = standing(wide, version(text)).is
        if (before === 'out') assert.notEqual(standing(narrow, version(text)).is, 'in')
      }),
      { numRuns: 2000 },
    )
  })

  it('agree with the definition of each operator', () => {
    fc.assert(
      fc.property(operators, dotted, dotted, (operator, bound, text) => {
        const { order, isSure } = compareVersions(version(text), version(bound))
        const holds =
          operator === '<'
            ? order < 0
            : operator === '<='
              ? order <= 0
              : operator === '>'
                ? order > 0
                : order >= 0
        const found = standing(range(`${operator}${bound}`), version(text)).is
        if (isSure && found !== 'unclear') assert.equal(found, holds ? 'in' : 'out')
      }),
      { numRuns: 2000 },
    )
  })

  it('are read from prose as from operators', () => {
    for (const [prose, operators] of [
      ['Versions 16.00 and prior', '<= 16.00'],
      ['All versions prior to V4.5', '< V4.5'],
      ['Versions 2.00 to 6.11', '>= 2.00 | <= 6.11'],
      ['version 24 and later', '>= 24'],
      ['up to and including Version 2.5.1', '<= 2.5.1'],
      ['All versions', '*'],
      ['vers:all/*', '*'],
      ['2.2.3  until 2.2.3.3', '>= 2.2.3 | <= 2.2.3.3'],
    ] as const) {
      const { text: _, ...one } = range(prose)
      const { text: __, ...other } = range(operators)
      const plain = (value: object) => JSON.stringify(value).replace(/"text":"[^"]*"/g, '')
      assert.equal(plain(one), plain(other), prose)
    }
  })
})

describe('serial numbers', () => {
  it('are compared by their first signs, letters after digits', () => {
    const bound = serialBoundOf('(Serial number 17X**** and later)')
    assert.deepEqual(bound, { op: '>=', start: '17X' })
    assert.equal(isWithinSerial('17X0001', { op: '>=', start: '17X' }), true)
    assert.equal(isWithinSerial('1790001', { op: '>=', start: '17X' }), false)
    assert.equal(isWithinSerial('17', { op: '>=', start: '17X' }), undefined)
    assert.deepEqual(serialBoundOf('<= first five digits of serial number 24061'), {
      op: '<=',
      start: '24061',
    })
  })
})
