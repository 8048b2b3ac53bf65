// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { onBothEngines } from '../testing/engines.ts'

const bytes = (hex: string) => Buffer.from(hex, 'hex')

// What is written in SQL, and the one value that both engines give for it.
const matrix: readonly (readonly [string, unknown])[] = [
  ["'9007199254740991'::int8", 9007199254740991],
  ["'-9007199254740991'::int8", -9007199254740991],
  ['count(*)', 1],
  ['42::int4', 42],
  ['42::int2', 42],
  ['42::oid', 42],
  ["'12345678901234567890.123456789'::numeric", '12345678901234567890.123456789'],
  ["'1.50'::numeric", '1.50'],
  ['sum(2::int8)', '2'],
  ['0.5::float8', 0.5],
  ['0.25::float4', 0.25],
  ["'2026-03-29'::date", '2026-03-29'],
  ["'2026-10-25'::date", '2026-10-25'],
  ["'2026-03-29 02:30:00+02'::timestamptz", '2026-03-29T00:30:00.000Z'],
  ["'2026-11-21 21:17:30.314159+00'::timestamptz", '2026-11-21T21:17:30.314Z'],
  ["'2026-11-21 21:17:30.3+00'::timestamptz", '2026-11-21T21:17:30.300Z'],
  ["'1 year 2 mons 3 days 04:05:06'::interval", 'P1Y2M3DT4H5M6S'],
  ["'90 minutes'::interval", 'PT1H30M'],
  ["'\\x00ff10'::bytea", bytes('00ff10')],
  ["''::bytea", bytes('')],
  ['true', true],
  ["'a b'::text", 'a b'],
  ['\'{"a": [1, null, "x"]}\'::jsonb', { a: [1, null, 'x'] }],
  ["'[1,2]'::json", [1, 2]],
  ["'null'::jsonb", null],
  ["array['a', null, 'b,\"c']::text[]", ['a', null, 'b,"c']],
  ['array[1,2]::int8[]', [1, 2]],
  ["array['\\x01','\\x02']::bytea[]", [bytes('01'), bytes('02')]],
  ["array['2026-01-01']::date[]", ['2026-01-01']],
  ['array[true,false]', [true, false]],
  ["array['1.10']::numeric[]", ['1.10']],
  [
    'array[array[1,2],array[3,4]]::int4[]',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ["'{}'::text[]", []],
  ["'0190a000-0000-7000-8000-00000000000a'::uuid", '0190a000-0000-7000-8000-00000000000a'],
  ["'10.0.0.1/8'::inet", '10.0.0.1/8'],
  ['null::int8', null],
]

const given: readonly (readonly [string, unknown, unknown])[] = [
  ['bytea', bytes('00ff'), bytes('00ff')],
  ['bytea', Uint8Array.of(1, 2), bytes('0102')],
  ['text', 'it\'s \\ "quoted"', 'it\'s \\ "quoted"'],
  ['text[]', ['a', 'b"c', null, ''], ['a', 'b"c', null, '']],
  ['int8', 9007199254740991, 9007199254740991],
  ['timestamptz', '2026-03-29T00:30:00.123Z', '2026-03-29T00:30:00.123Z'],
  ['date', '2026-03-29', '2026-03-29'],
  ['jsonb', '{"é": "\\u0041"}', { é: 'A' }],
  ['boolean', false, false],
  ['uuid[]', ['0190a000-0000-7000-8000-00000000000a'], ['0190a000-0000-7000-8000-00000000000a']],
]

onBothEngines('values', (bench) => {
  it('come out alike', async () => {
    for (const [text, expected] of matrix) {
      const { rows } = await bench.storage.engine.pool.query(`select ${text} as value`)
      assert.deepEqual(rows[0]?.value, expected, text)
    }
  })

  it('go in alike', async () => {
    for (const [type, value, expected] of given) {
      const { rows } = await bench.storage.engine.pool.query(`select $1::${type} as value`, [value])
      assert.deepEqual(rows[0]?.value, expected, type)
    }
  })

  it('refuse what they would have to guess', async () => {
    const { pool } = bench.storage.engine
    await assert.rejects(pool.query("select '9007199254740992'::int8"), RangeError)
    await assert.rejects(pool.query("select 'infinity'::timestamptz"), RangeError)
    assert.equal((await pool.query('select 1 as one')).rows[0]?.one, 1)
  })
})
