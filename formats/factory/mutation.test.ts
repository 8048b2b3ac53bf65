// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  readAnswers,
  readAssets,
  readOrganisation,
  readPeople,
  readProcesses,
  readSuppliers,
  readZones,
} from './files.ts'

const example = join(import.meta.dirname, '../../examples/factory')
const readers = {
  'organisation.yaml': readOrganisation,
  'zones.yaml': readZones,
  'processes.yaml': readProcesses,
  'answers.yaml': readAnswers,
  'assets.csv': readAssets,
  'suppliers.xlsx': readSuppliers,
  'people.csv': readPeople,
} as const
const names = Object.keys(readers) as (keyof typeof readers)[]
const originals = new Map(names.map((name) => [name, readFileSync(join(example, name))]))

const words = [
  '',
  '-',
  '3',
  '[]',
  '{}',
  'null',
  '2026-13-40',
  '&a',
  '*a',
  '"',
  'ja',
  ': :',
  '1e999',
]
const change = fc.record({
  at: fc.nat(),
  drop: fc.nat(30),
  put: fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 12 })),
})

describe('files of a factory with mistakes in them', () => {
  it('are read or refused, with a place for every mistake, and never throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async (name, changes) => {
          let bytes: Buffer = originals.get(name) ?? Buffer.alloc(0)
          for (const { at, drop, put } of changes) {
            const from = bytes.length === 0 ? 0 : at % bytes.length
            bytes = Buffer.concat([
              bytes.subarray(0, from),
              Buffer.from(put),
              bytes.subarray(from + drop),
            ])
          }
          const { value, problems } = await readers[name](name, bytes)
          if (value === undefined) assert.ok(problems.length > 0)
          for (const { line, column, expected, found } of problems) {
            assert.ok(line === null || line >= 1)
            assert.ok(column === null || column >= 1)
            assert.ok(expected !== '' && found !== '')
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})
