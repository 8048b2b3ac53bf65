// SPDX-License-Identifier: EUPL-1.2
// Codes are read back by a reader written from the standard, without anything of the writer; the
// arithmetic is held against worked examples that were published.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type QrCode, type QrLevel, qrCode } from './code.ts'
import { generator, remainder, times } from './codewords.ts'
import { formatBits, versionBits } from './patterns.ts'
import { qrPicture } from './picture.ts'
import { capacity } from './sizes.ts'

const levels = ['L', 'M', 'Q'] as const

describe('a QR code', () => {
  it('corrects as in the worked example of HELLO WORLD, 1-M', () => {
    const data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
    const checks = [196, 35, 39, 119, 235, 215, 231, 226, 93, 23]
    assert.deepEqual([...remainder(Uint8Array.from(data), generator(10))], checks)
  })

  it('writes format and version as the tables of the standard have them', () => {
    const rows = [
      ['L', 0, '111011111000100'],
      ['L', 4, '110011000101111'],
      ['M', 0, '101010000010010'],
      ['M', 5, '100000011001110'],
      ['Q', 2, '011111100110001'],
      ['Q', 7, '010101111101101'],
    ] as const
    for (const [level, mask, bits] of rows) {
      assert.equal(formatBits(level, mask).toString(2).padStart(15, '0'), bits)
    }
    assert.equal(versionBits(7), 0b000111110010010100)
    assert.equal(versionBits(20), 0b010100100110100110)
  })

  it('holds as many bytes as table 7 says, and not one more', () => {
    // Version, level, bytes in byte mode.
    const rows = [
      [1, 'L', 17],
      [1, 'M', 14],
      [1, 'Q', 11],
      [5, 'Q', 60],
      [9, 'M', 180],
      [10, 'L', 271],
      [14, 'M', 362],
      [20, 'L', 858],
      [20, 'M', 666],
      [20, 'Q', 482],
    ] as const
    for (const [version, level, most] of rows) {
      assert.equal(qrCode('x'.repeat(most), level)?.version, version, `${version}${level}`)
      assert.notEqual(qrCode('x'.repeat(most + 1), level)?.version, version, `${version}${level}`)
    }
    assert.equal(qrCode('x'.repeat(859), 'L'), undefined)
  })

  it('is read back as it was written, at every version and level', () => {
    for (const level of levels) {
      for (let version = 1; version <= 20; version += 1) {
        const text = 'Schouw é€ '
          .repeat(200)
          .slice(0, Math.floor(capacity(version, level).data / 2))
        const code = qrCode(text, level)
        assert.ok(code !== undefined)
        assert.deepEqual(read(code), { text, level, errors: 0 }, `${code.version}${level}`)
      }
    }
  })

  it('is read back whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.constantFrom(...levels),
        (text, level) => {
          const code = qrCode(text, level)
          assert.ok(code !== undefined)
          assert.deepEqual(read(code), { text, level, errors: 0 })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('shows by its correction that a module was flipped', () => {
    const code = qrCode('otpauth://totp/Schouw', 'M')
    assert.ok(code !== undefined)
    const last = code.size - 1
    const modules = code.modules.map((row) => Uint8Array.from(row))
    const row = modules[last]
    assert.ok(row)
    row[12] = 1 - (row[12] ?? 0)
    assert.ok(read({ ...code, modules }).errors > 0)
  })

  it('is drawn with four light modules around, and nothing that policy or printer minds', () => {
    const code = qrCode('https://schouw.example/meld')
    assert.ok(code !== undefined)
    const { side, path } = qrPicture(code)
    assert.equal(side, code.size + 8)
    assert.match(path, /^(M\d+ \d+h\d+v1h-\d+z)+$/)
    const dark = [...path.matchAll(/h(\d+)v/g)].reduce((sum, [, run]) => sum + Number(run), 0)
    assert.equal(dark, code.modules.flatMap((line) => [...line]).filter((one) => one === 1).length)
  })
})

/** Which block layout a version has, told apart from the writer: clause 6, table 9. */
function read({ size, modules, version }: QrCode): {
  text: string
  level: QrLevel
  errors: number
} {
  const at = (row: number, column: number) => modules[row]?.[column] ?? 0
  let format = 0
  for (const [row, column] of [
    [8, 0],
    [8, 1],
    [8, 2],
    [8, 3],
    [8, 4],
    [8, 5],
    [8, 7],
    [8, 8],
    [7, 8],
    [5, 8],
    [4, 8],
    [3, 8],
    [2, 8],
    [1, 8],
    [0, 8],
  ] as const) {
    format = format * 2 + at(row, column)
  }
  format ^= 0b101010000010010
  const level = (['M', 'L', undefined, 'Q'] as const)[format >> 13]
  assert.ok(level !== undefined)
  const flips = [
    (i: number, j: number) => (i + j) % 2 === 0,
    (i: number) => i % 2 === 0,
    (_: number, j: number) => j % 3 === 0,
    (i: number, j: number) => (i + j) % 3 === 0,
    (i: number, j: number) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
    (i: number, j: number) => ((i * j) % 2) + ((i * j) % 3) === 0,
    (i: number, j: number) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
    (i: number, j: number) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
  ]
  const flip = flips[(format >> 10) & 7]
  assert.ok(flip)
  const isFunction = functionOf(size, version)
  const bits: number[] = []
  let isUp = true
  for (let column = size - 1; column > 0; column -= column === 8 ? 3 : 2) {
    for (let step = 0; step < size; step += 1) {
      const row = isUp ? size - 1 - step : step
      for (const one of [column, column - 1]) {
        if (!isFunction(row, one)) bits.push(at(row, one) ^ (flip(row, one) ? 1 : 0))
      }
    }
    isUp = !isUp
  }
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, word) =>
    Number.parseInt(bits.slice(word * 8, word * 8 + 8).join(''), 2),
  )
  return { level, ...decoded(words, version, level) }
}

function functionOf(size: number, version: number): (row: number, column: number) => boolean {
  // Table E.1, by hand.
  const centres: Readonly<Record<number, readonly number[]>> = {
    1: [],
    2: [6, 18],
    3: [6, 22],
    4: [6, 26],
    5: [6, 30],
    6: [6, 34],
    7: [6, 22, 38],
    8: [6, 24, 42],
    9: [6, 26, 46],
    10: [6, 28, 50],
    11: [6, 30, 54],
    12: [6, 32, 58],
    13: [6, 34, 62],
    14: [6, 26, 46, 66],
    15: [6, 26, 48, 70],
    16: [6, 26, 50, 74],
    17: [6, 30, 54, 78],
    18: [6, 30, 56, 82],
    19: [6, 30, 58, 86],
    20: [6, 34, 62, 90],
  }
  const own = centres[version] ?? []
  const near = (value: number) => own.find((one) => Math.abs(one - value) <= 2)
  return (row, column) => {
    if (row === 6 || column === 6) return true
    if (row < 9 && (column < 9 || column >= size - 8)) return true
    if (row >= size - 8 && column < 9) return true
    if (version >= 7 && row < 6 && column >= size - 11) return true
    if (version >= 7 && column < 6 && row >= size - 11) return true
    const [a, b] = [near(row), near(column)]
    if (a === undefined || b === undefined) return false
    const isCorner = (a === 6 && (b === 6 || b === size - 7)) || (a === size - 7 && b === 6)
    return !isCorner
  }
}

function decoded(words: readonly number[], version: number, level: QrLevel) {
  const { blocks, correction, all } = capacity(version, level)
  assert.equal(words.length, all)
  const long = (all - blocks * correction) % blocks
  const short = Math.floor((all - blocks * correction) / blocks)
  const found = Array.from({ length: blocks }, (): number[] => [])
  let next = 0
  for (let at = 0; at <= short; at += 1) {
    for (const [block, one] of found.entries()) {
      if (at < short || block >= blocks - long) one.push(words[next++] ?? 0)
    }
  }
  const data = found.flat()
  for (let at = 0; at < correction; at += 1) for (const one of found) one.push(words[next++] ?? 0)
  // A block without errors is nought at every root of the generator.
  let errors = 0
  for (const one of found) {
    let root = 1
    for (let power = 0; power < correction; power += 1) {
      if (one.reduce((sum, word) => times(sum, root) ^ word, 0) !== 0) errors += 1
      root = times(root, 2)
    }
  }
  const bits = data.map((word) => word.toString(2).padStart(8, '0')).join('')
  assert.equal(bits.slice(0, 4), '0100')
  const digits = version < 10 ? 8 : 16
  const length = Number.parseInt(bits.slice(4, 4 + digits), 2)
  const bytes = Array.from({ length }, (_, at) =>
    Number.parseInt(bits.slice(4 + digits + at * 8, 12 + digits + at * 8), 2),
  )
  return { text: new TextDecoder().decode(Uint8Array.from(bytes)), errors }
}
