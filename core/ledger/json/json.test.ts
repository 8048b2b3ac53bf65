// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  bytesOfText,
  vectorBytes,
  vectorJson,
  vectorsAbsent,
  vectorText,
} from '@schouw/fixtures/vectors'
import fc from 'fast-check'
import { canonicalJson, parseCanonical, parseJson } from './index.ts'

const parse = (text: string) => parseJson(bytesOfText(text))
const refusalOf = (text: string) => {
  const parsed = parse(text)
  return parsed.ok ? undefined : `${parsed.refusal} ${parsed.facts['path']}`
}
const written = (value: unknown, numbers?: 'whole' | 'exact' | 'nearest') => {
  const bytes = canonicalJson(value, numbers)
  return bytes.ok
    ? new TextDecoder().decode(bytes.value)
    : `${bytes.refusal} ${bytes.facts['path']}`
}

describe('parsing', () => {
  it('reads what the platform reads and refuses what it refuses', () => {
    const letters = fc.constantFrom(...'{}[]",:0123456789.eE+-tfn\\u "\n'.split(''), 'true', 'null')
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('')
        const ours = parse(text)
        const theirs = platformValue(text)
        const isChoice = !ours.ok && /number|duplicate|surrogate/.test(ours.refusal)
        if (!isChoice) assert.equal(ours.ok, theirs !== undefined, text)
        if (ours.ok) assert.deepEqual(ours.value, theirs)
      }),
      { numRuns: 5000 },
    )
  })

  it('names the place of what it refuses', () => {
    assert.equal(refusalOf('{"a":{"b":1,"b":2}}'), 'duplicate-member /a/b')
    assert.equal(refusalOf('{"a":1,"\\u0061":2}'), 'duplicate-member /a')
    assert.equal(refusalOf('[1,[2,{"x/y~":1e400}]]'), 'number-too-large /1/1/x~1y~0')
    assert.equal(refusalOf('{"a":["\\ud800"]}'), 'half-a-surrogate /a/0')
    assert.equal(refusalOf('{"\\udc00":1}'), 'half-a-surrogate ')
    assert.equal(refusalOf('{"a":{"__proto__":1}}'), 'prototype-member /a/__proto__')
    assert.equal(refusalOf('[01]'), 'syntax ')
    assert.equal(refusalOf('["a\tb"]'), 'syntax /0')
    assert.equal(refusalOf('["\\x"]'), 'syntax /0')
    assert.equal(refusalOf('[1,]'), 'syntax /1')
    assert.equal(refusalOf(''), 'syntax ')
    const notText = parseJson(Uint8Array.of(0x22, 0xff, 0x22))
    assert.equal(notText.ok ? '' : notText.refusal, 'not-utf8')
    const long = parseJson(bytesOfText('[1,2,3]'), { lengthBytes: 6 })
    assert.equal(long.ok ? '' : long.refusal, 'too-long')
  })

  it('keeps digits or refuses them, as asked', () => {
    const digits = (text: string, numbers: 'whole' | 'exact' | 'nearest') =>
      parseJson(bytesOfText(text), { numbers }).ok
    for (const [text, whole, exact, nearest] of [
      ['9007199254740991', true, true, true],
      ['9007199254740992', false, true, true],
      ['9007199254740993', false, false, true],
      ['0.1', false, true, true],
      ['1.0', false, true, true],
      ['1e2', false, true, true],
      ['1e30', false, true, true],
      ['0.10000000000000001', false, false, true],
      ['123456789012345678901234567890', false, false, true],
      ['0e999999', false, true, true],
      ['-0', true, true, true],
      ['5e-324', false, true, true],
      ['4.9e-324', false, false, true],
    ] as const) {
      assert.equal(digits(text, 'whole'), whole, `${text} whole`)
      assert.equal(digits(text, 'exact'), exact, `${text} exact`)
      assert.equal(digits(text, 'nearest'), nearest, `${text} nearest`)
    }
  })

  it('takes any bytes without throwing, and any depth', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => void parseJson(bytes)))
    for (const text of ['['.repeat(1e5), '{"a":'.repeat(1e5), '[{"a":'.repeat(5e4)]) {
      assert.match(refusalOf(text) ?? '', /^too-deep/)
    }
  })
})

describe('canonical JSON', () => {
  it('writes what it parses back, the same whatever the order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (raw) => {
        const value = JSON.parse(JSON.stringify(raw))
        const bytes = canonicalJson(value, 'exact')
        if (!bytes.ok) return assert.equal(bytes.refusal, 'prototype-member')
        const back = parseCanonical(bytes.value, { numbers: 'exact' })
        assert.ok(back.ok, new TextDecoder().decode(bytes.value))
        assert.deepEqual(back.value, value)
        assert.deepEqual(canonicalJson(turned(value), 'exact'), bytes)
      }),
    )
  })

  it('has one text for one value', () => {
    for (const text of ['{ "a":1}', '{"b":1,"a":2}', '"\\u0041"', '1.0', '{"a":1}\n', '"\\/"']) {
      const parsed = parseCanonical(bytesOfText(text), { numbers: 'exact' })
      assert.equal(parsed.ok ? '' : parsed.refusal, 'not-canonical', text)
    }
  })

  it('is parsed exactly where it would be written so', () => {
    const letters = fc.constantFrom(
      ...'{}[]",:01-.e\\u00e9a b'.split(''),
      '"a":',
      '"b":',
      '\\n',
      '1e21',
    )
    const texts = fc.oneof(
      fc.array(letters, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.json({ noUnicodeString: false }),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const bytes = bytesOfText(text)
        const parsed = parseJson(bytes)
        const again = parsed.ok ? canonicalJson(parsed.value, 'exact') : parsed
        const isSame = again.ok && Buffer.from(bytes).equals(again.value)
        assert.equal(parseCanonical(bytes, { numbers: 'exact' }).ok, isSame, text)
      }),
      { numRuns: 4000 },
    )
  })

  it('says where a value has no JSON', () => {
    const cycle: Record<string, unknown> = { a: 1 }
    cycle['self'] = cycle
    assert.match(written(cycle), /^too-deep \/self\/self/)
    assert.equal(written({ a: [1, { b: undefined }] }), 'not-a-json-value /a/1/b')
    assert.equal(written({ a: { b: 1.5 } }), 'number-not-kept /a/b')
    assert.equal(written({ a: Number.NaN }, 'nearest'), 'number-too-large /a')
    assert.equal(written([2 ** 53]), 'number-not-kept /0')
    assert.equal(written({ a: '\udc00' }), 'half-a-surrogate /a')
    assert.equal(written(JSON.parse('{"__proto__":1}')), 'prototype-member /__proto__')
    assert.equal(written({ [Symbol('s')]: 1 }), 'not-a-json-value ')
    assert.equal(written(Object.assign([1], { extra: 2 })), 'not-a-json-value ')
    assert.equal(written(Object.create({ a: 1 })), 'not-a-json-value ')
  })
})

describe('shared vectors', { skip: vectorsAbsent }, () => {
  it('gives the bytes of every RFC 8785 sample', () => {
    for (const name of ['arrays', 'french', 'structures', 'unicode', 'values', 'weird']) {
      const value = parseJson(vectorBytes(`jcs/input/${name}.json`), { numbers: 'nearest' })
      assert.ok(value.ok, name)
      const bytes = canonicalJson(value.value, 'nearest')
      assert.ok(bytes.ok, name)
      assert.deepEqual(bytes.value, vectorBytes(`jcs/output/${name}.json`), name)
    }
  })

  it('writes every number of the ES6 file', () => {
    const lines = vectorText('jcs/es6-numbers-1000.txt').trim().split('\n')
    for (const line of lines) {
      const [bits, text] = line.split(',')
      const view = new DataView(new ArrayBuffer(8))
      view.setBigUint64(0, BigInt(`0x${bits}`))
      assert.equal(written(view.getFloat64(0), 'nearest'), text, line)
    }
    assert.equal(lines.length, 1000)
  })

  it('refuses or keeps apart every hazard in text', () => {
    const { texts } = vectorJson('jcs/hazards.json')
    for (const { name, json, expect, canonical, canonicalEscaped } of texts) {
      const text: string = json ?? '['.repeat(100_000) + ']'.repeat(100_000)
      const parsed = parse(text)
      if (expect.startsWith('refuse')) {
        assert.equal(parsed.ok, false, name)
      } else {
        assert.ok(parsed.ok, name)
        const said = written(parsed.value, 'exact')
        const wanted = canonical ?? canonicalEscaped
        if (wanted !== undefined) assert.equal(said, written(JSON.parse(wanted), 'exact'), name)
        if (canonicalEscaped !== undefined) {
          assert.equal(said.indexOf('\ud83d') < said.indexOf('\ufb33'), true, name)
        }
        if (expect === 'different bytes') {
          const [a, b] = JSON.parse(json)
          assert.notEqual(written(a), written(b), name)
        }
      }
    }
    assert.equal(texts.length, 15)
  })

  it('refuses every hazardous value', () => {
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    const values: Record<string, unknown> = {
      'undefined member': { a: undefined, b: 1 },
      'undefined in a list': [undefined],
      Date: new Date(0),
      Map: new Map([[1, 2]]),
      Buffer: Buffer.from('a'),
      bigint: 10n,
      // biome-ignore lint/suspicious/noSparseArray: the hazard
      'sparse list': [, 1],
      'function member': { f() {} },
      'class instance': new (class A {
        x = 1
      })(),
      cycle,
    }
    for (const { name, expect } of vectorJson('jcs/hazards.json').values) {
      assert.ok(name in values, name)
      assert.equal(canonicalJson(values[name], 'nearest').ok, expect !== 'refuse', name)
    }
  })
})

function platformValue(text: string): unknown {
  try {
    return JSON.parse(text, (_, value) => (Object.is(value, -0) ? 0 : value))
  } catch {
    return undefined
  }
}

/** The same value with its members put in the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, turned(member)]),
  )
}
