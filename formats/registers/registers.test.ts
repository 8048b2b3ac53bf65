// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { kinds, type RecordKind } from '@schouw/core/registers'
import { codeWord, fieldWord, registersEn, registersNl } from '@schouw/report/words'
import fc from 'fast-check'
import { checkFields } from '../../core/registers/check.ts'
import { kindValues } from '../../core/registers/testing/arbitrary.ts'
import { csvLine, readCsvRows } from '../csv/index.ts'
import { readWorkbook, writeXlsx } from '../xlsx/index.ts'
import {
  cellsOf,
  columnsOf,
  headLine,
  proposals,
  readRow,
  type Speech,
  type Speeches,
  templateColumns,
  templateSheets,
} from './index.ts'

const speechOf = (language: 'nl' | 'en'): Speech => {
  const words = language === 'nl' ? registersNl : registersEn
  return {
    language,
    field: (kind, path) => fieldWord(words, kind, path) ?? [path, ''],
    code: (of) => codeWord(words, of),
    kind: (kind) => words.kinds[kind],
  }
}
const dutch: Speeches = [speechOf('nl'), speechOf('en')]
const english: Speeches = [speechOf('en'), speechOf('nl')]
const all = Object.values(kinds) as readonly RecordKind[]
const settings = { decimal: ',', dates: 'dmy', zone: 'Europe/Amsterdam', empty: 'keep' } as const

type Values = Readonly<Record<string, unknown>>

const recordOf = (kind: RecordKind, values: Values) => ({
  id: '0190a000-0000-7000-8000-000000000001',
  state: kind.lifecycle.states[0],
  values: values as never,
  retired: null,
})

/** Values as they come back from a file whose head is recognised by its words. */
function back(
  kind: RecordKind,
  lines: readonly (readonly (string | number)[])[],
  speeches: Speeches,
) {
  const columns = columnsOf(kind, speeches)
  const [head = [], ...rows] = lines
  const names = proposals(head.map(String), columns).map(({ name }) => name)
  assert.ok(!names.includes(null), `${kind.name}: ${head.filter((_, at) => names[at] === null)}`)
  const mapped = names.map((name) => columns.find((one) => one.name === name) ?? null)
  return rows.map((cells) => readRow(cells, mapped, settings))
}

function assertSame(kind: RecordKind, values: Values, said: ReturnType<typeof readRow>) {
  assert.deepEqual(said.faults, [])
  const checked = checkFields(kind.fields, said.values)
  assert.deepEqual(checked.problems, [], JSON.stringify([values, said.values]))
  assert.deepEqual(checked.values, values)
  assert.equal(said.id, '0190a000-0000-7000-8000-000000000001')
  assert.equal(said.state, kind.lifecycle.states[0])
  assert.equal(said.retired, false)
}

describe('a register written to a file', () => {
  for (const kind of all) {
    it(`of ${kind.name} is read back as it was, as CSV in both languages`, () => {
      for (const speeches of [dutch, english]) {
        const columns = columnsOf(kind, speeches)
        const writing = { speech: speeches[0], called: (id: string) => id, isText: true }
        const reading = { ...settings, decimal: speeches === dutch ? ',' : '.' } as const
        fc.assert(
          fc.property(kindValues(kind), fc.constantFrom(',', ';'), (values, delimiter) => {
            const cells = cellsOf(recordOf(kind, values), columns, writing)
            const texts = cells.map((cell) => (cell === null ? '' : String(cell)))
            const text = [columns.map(({ heading }) => heading), texts]
              .map((line) => csvLine(line, delimiter as ','))
              .join('')
            const { rows, problems } = readCsvRows('a.csv', new TextEncoder().encode(text))
            assert.deepEqual(problems, [])
            const names = proposals((rows[0]?.cells ?? []) as string[], columns)
            const mapped = names.map(({ name }) => columns.find((one) => one.name === name) ?? null)
            assert.ok(!mapped.includes(null), JSON.stringify(names.filter(({ name }) => !name)))
            assertSame(kind, values, readRow(rows[1]?.cells ?? [], mapped, reading))
          }),
          { numRuns: 12 },
        )
      }
    })

    it(`of ${kind.name} is read back as it was, as XLSX`, async () => {
      const columns = columnsOf(kind, dutch)
      const writing = { speech: dutch[0], called: (id: string) => id, isText: false }
      const values = fc.sample(kindValues(kind), 12)
      const bytes = await writeXlsx([
        {
          name: 'Register',
          rows: [
            columns.map(({ heading }) => heading),
            ...values.map((one) => cellsOf(recordOf(kind, one), columns, writing)),
          ],
          widths: columns.map(() => 20),
        },
      ])
      const { sheets, problems } = await readWorkbook('a.xlsx', bytes)
      assert.deepEqual(problems, [])
      const rows = back(kind, sheets[0]?.rows ?? [], dutch)
      assert.equal(rows.length, values.length)
      for (const [at, one] of values.entries()) assertSame(kind, one, rows[at]!)
    })
  }
})

it('keeps a fraction of three digits a fraction among other words, in a workbook too', () => {
  const values = { limits: [{ kpi: 'kpi--1', green_limit: '16.576', amber_limit: '-0.125' }] }
  for (const speeches of [dutch, english]) {
    const columns = columnsOf(kinds.decision, speeches)
    const decimal = speeches === dutch ? ',' : '.'
    for (const isText of [true, false]) {
      const writing = { speech: speeches[0], called: (id: string) => id, isText }
      const cells = cellsOf(recordOf(kinds.decision, values), columns, writing)
      const texts = cells.map((cell) => (cell === null ? '' : String(cell)))
      const { values: read } = readRow(texts, columns, { ...settings, decimal })
      assert.deepEqual(read['limits'], values.limits)
    }
  }
})

describe('a template', () => {
  it('of every kind names every field, and is recognised by its own words', async () => {
    for (const kind of all) {
      for (const speeches of [dutch, english]) {
        const columns = columnsOf(kind, speeches)
        const sheets = templateSheets(kind, columns, speeches[0])
        const read = await readWorkbook('t.xlsx', await writeXlsx(sheets))
        assert.deepEqual(read.problems, [], kind.name)
        assert.equal(read.sheets.length, sheets.length)
        const head = (read.sheets[0]?.rows[0] ?? []).map(String)
        const found = proposals(head, columns).map(({ name }) => name)
        assert.deepEqual(
          found,
          templateColumns(columns).map(({ name }) => name),
        )
        assert.ok(new Set(found).size === head.length)
      }
    }
  })
})

describe('columns of foreign lists', () => {
  const columns = columnsOf(kinds.asset, dutch)
  it('are found by name, synonym and nearest word, each once', () => {
    const heads = [
      'Assetnummer',
      'Apparaat',
      'IP-adres',
      'Mac adres',
      'Serienumer',
      'Kosten (€)',
      'Wat dan ook',
      '',
    ]
    assert.deepEqual(
      proposals(heads, columns).map(({ name, by }) => `${name} ${by}`),
      [
        'code synonym',
        'name synonym',
        'ips synonym',
        'macs synonym',
        'serial near',
        'null nothing',
        'null nothing',
        'null nothing',
      ],
    )
  })

  it('stand below titles and merged group headings', () => {
    const rows = [
      { line: 1, cells: ['Inventaris OT, stand 3 maart', '', '', ''] },
      { line: 3, cells: ['Apparaat', '', 'Netwerk', ''] },
      { line: 4, cells: ['Code', 'Naam', 'IP-adres', 'MAC'] },
      { line: 5, cells: ['P-1', 'Pers', '10.0.0.1', ''] },
    ]
    assert.equal(headLine(rows, columns), 4)
    assert.equal(headLine([{ line: 7, cells: ['x'] }], columns), 7)
    assert.equal(headLine([], columns), undefined)
  })
})
