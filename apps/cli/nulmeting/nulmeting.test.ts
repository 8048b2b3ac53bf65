// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Baseline } from '@schouw/core/baseline'
import { conversation, pcap } from '@schouw/fixtures/frames'
import { lldp, s7 } from '@schouw/fixtures/frames/messages'
import { readCsv } from '@schouw/formats/csv'
import { runCommandLine } from '../command-line.ts'
import type { Shell } from '../terminal/shell.ts'

let folder = ''

const organisation = `name: Proefbedrijf B.V.
jurisdiction: NL
sector: { nace: "28.29" }
fiscal_years:
  - { year: 2025, awu: 120, turnover_eur: 30000000, balance_eur: 12000000 }
`

const workstation = { mac: '00:30:48:10:00:01', ip: '10.1.0.10' }
const controller = { mac: '00:1b:1b:10:00:02', ip: '10.2.0.20' }
const selectors = { from: 0x0100, to: 0x0102 }

/** A switch with a name that a spreadsheet would run, and an office machine that stops a controller. */
const line = pcap([
  lldp.lldp({ from: '00:1b:1b:10:00:09', systemName: '=1+1', port: 'port-001' }),
  ...conversation({ client: workstation, server: controller, serverPort: 102 }, [
    ['client', s7.connectRequest(selectors)],
    ['server', s7.connectConfirm(selectors)],
    ['client', s7.setup()],
    ['server', s7.setupAnswer()],
    ['client', s7.stop(2)],
    ['server', s7.done(2, 0x29)],
  ]),
])

const factory: Readonly<Record<string, string | Uint8Array>> = {
  'organisation.yaml': organisation,
  'zones.yaml': `zones:
  - { id: kantoor, name: Kantoor, kind: office, ranges: [10.1.0.0/16] }
  - { id: lijn-1, name: Lijn 1, kind: ot, ranges: [10.2.0.0/16], purdue_levl: 1 }
`,
  'assets.csv': 'naam;ip\nPLC;10.2.0.20\nFout;10.2.0.300\n',
  'captures/line.pcap': line,
  'evidence/policy.pdf': 'x',
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'schouw-nulmeting-'))
  writeFiles('factory', factory)
})
after(() => rmSync(folder, { recursive: true }))

function writeFiles(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true })
    writeFileSync(join(folder, name, path), content)
  }
  return name
}

async function run(command: string, given: Partial<Shell> = {}) {
  const output: string[] = []
  const complaints: string[] = []
  const shell: Shell = {
    env: { LANG: 'nl_NL.UTF-8' },
    folder,
    print: (text) => output.push(text) > 0,
    complain: (text) => {
      complaints.push(text)
    },
    terminal: { isInteractive: false, columns: 100 },
    onCancel: () => {},
    ...given,
  }
  const code = await runCommandLine(command.split(' '), shell)
  return { code, output: output.join(''), complaints: complaints.join('') }
}

const baselineIn = (out: string) =>
  JSON.parse(readFileSync(join(folder, out, 'baseline.json'), 'utf8')) as Baseline

describe('schouw nulmeting', () => {
  it('writes six files, the same bytes each time, and says what it passed over', async () => {
    const first = await run('nulmeting factory --out one')
    assert.equal(first.code, 0, first.complaints)
    assert.equal((await run('nulmeting factory --out two')).code, 0)
    const names = readdirSync(join(folder, 'one')).sort()
    const withoutPdf = ['actions.csv', 'assets.csv', 'baseline.json', 'network.svg', 'report.html']
    assert.deepEqual(
      names.filter((name) => name !== 'report.pdf'),
      withoutPdf,
    )
    assert.ok(names.includes('report.pdf') || first.complaints.includes('no report.pdf'))
    for (const name of names) {
      const [one, two] = ['one', 'two'].map((out) => readFileSync(join(folder, out, name)))
      assert.ok(one.equals(two), name)
    }
    assert.deepEqual(
      first.complaints.split('\n').filter((text) => !text.startsWith('schouw')),
      [
        'zones.yaml:3:66: expected a known key, perhaps "purdue_level", found "purdue_levl"',
        'assets.csv:3:2: expected IP addresses like 10.20.1.5 for "ips", found "10.2.0.300"',
        '',
      ],
    )
  })

  it('finds the office machine that stops a controller, with its frames', () => {
    const { contradictions, detections, not_measured: missing, rejected } = baselineIn('one')
    const [first] = contradictions
    assert.equal(first.id, 'office_to_controller/kantoor/lijn-1')
    assert.equal(first.frames[0].capture, 'captures/line.pcap')
    assert.ok(detections.some(({ kind }) => kind === 'plc_stop'))
    assert.deepEqual(missing, ['processes', 'answers', 'suppliers', 'people'])
    assert.equal(rejected.length, 2)
  })

  it('disarms names that a spreadsheet would run', () => {
    const table = readCsv('assets.csv', readFileSync(join(folder, 'one/assets.csv')))
    assert.deepEqual(table.problems, [])
    const names = table.rows.map(({ cells }) => cells[0])
    assert.ok(names.includes("'=1+1"), names.join())
    assert.ok(table.rows.every(({ cells }) => cells.every((cell) => !/^[=+@]/.test(cell))))
  })

  it('judges by the day it is told and compares with an earlier time', async () => {
    const { code } = await run(
      'nulmeting factory --out later --as-of 2027-03-01 --compare one/baseline.json',
    )
    assert.equal(code, 0)
    const later = baselineIn('later')
    assert.equal(later.as_of, '2027-03-01T13:00:00+01:00')
    assert.equal(later.comparison?.earlier_as_of, baselineIn('one').as_of)
    assert.deepEqual(later.comparison?.assets_new, [])
  })

  it('measures a folder with nothing but an organisation', async () => {
    writeFiles('bare', { 'organisation.yaml': organisation })
    const { code, output } = await run('nulmeting bare --out bare-out --lang en')
    assert.equal(code, 0)
    assert.match(output, /not measured +devices are in the register \(Needs: captures/)
    assert.ok(baselineIn('bare-out').figures.every(({ value }) => value === null))
  })

  it('says one line for a capture that is none, and keeps the others', async () => {
    writeFiles('half', { ...factory, 'captures/broken.pcap': 'no capture at all' })
    const { code, complaints } = await run('nulmeting half --out half-out')
    assert.equal(code, 0)
    assert.match(complaints, /schouw: captures\/broken\.pcap: is geen opname/)
    const { inventory, not_measured: missing } = baselineIn('half-out')
    assert.equal(inventory.captures.length, 1)
    assert.ok(!missing.includes('captures'))
  })

  it('reports captures as not measured when none can be read', async () => {
    writeFiles('deaf', { 'organisation.yaml': organisation, 'captures/broken.pcap': 'nothing' })
    assert.equal((await run('nulmeting deaf --out deaf-out')).code, 0)
    assert.ok(baselineIn('deaf-out').not_measured.includes('captures'))
  })

  it('writes the input of its euros, which simulate gives back byte for byte', async () => {
    const risks = `risks:
  - { id: brand, times_per_year: { low: 0.01, high: 0.1 }, loss_eur: { low: 50000, high: 900000 } }
treatments:
  - { id: muur, name: Muur, risk: brand, option: reduce, residual_times_per_year: 0.01 }
`
    writeFiles('priced', { 'organisation.yaml': organisation, 'risks.yaml': risks })
    const { code, output, complaints } = await run('nulmeting priced --out euros')
    assert.equal(code, 0, complaints)
    assert.match(output, /losses\.json/)
    const { losses } = baselineIn('euros')
    for (const [file, drawn] of [
      ['losses.json', losses?.now],
      ['losses-with-measures.json', losses?.later],
    ] as const) {
      const again = await run(`simulate euros/${file} --json --workers 1`)
      assert.equal(again.code, 0, again.complaints)
      assert.equal(again.output, `${JSON.stringify(drawn?.result, null, 2)}\n`)
    }
  })

  it('writes nothing when it is cancelled', async () => {
    const { code } = await run('nulmeting factory --out never', { onCancel: (stop) => stop() })
    assert.equal(code, 130)
    assert.ok(!existsSync(join(folder, 'never')))
  })

  it('refuses in one clear line', async () => {
    writeFiles('wrong', { 'organisation.yaml': 'name: X\njurisdiction: FR\n' })
    writeFiles('.', { 'other.json': '{"schema":"schouw/inspect/1"}' })
    const rows: [string, RegExp][] = [
      ['nulmeting', /needs a folder/],
      ['nulmeting factory', /needs --out/],
      ['nulmeting factory more --out x', /takes one folder/],
      ['nulmeting nowhere --out x', /nowhere: expected a folder, found no such folder/],
      ['nulmeting wrong --out x', /organisation\.yaml:2:15: expected NL, BE or DE/],
      ['nulmeting factory --out other.json', /expected a folder that can be written to/],
      ['nulmeting factory --out x --as-of 2026-02-30', /expected a day or an instant/],
      ['nulmeting factory --out x --compare gone.json', /gone\.json: .*no such file/],
      ['nulmeting factory --out x --compare other.json', /found schema schouw\/inspect\/1/],
      ['nulmeting factory --out x --site-range 10.0.0.0/99', /is no range/],
      ['nulmeting factory --ot x', /unknown option --ot; did you mean --out/],
      ['demo factory', /demo takes no folder/],
    ]
    for (const [command, expected] of rows) {
      const { code, complaints } = await run(command)
      assert.equal(code, 2, command)
      assert.match(complaints, expected, command)
    }
  })
})

describe('schouw demo', () => {
  it('measures the example factory and says where the report is', async () => {
    const { code, output, complaints } = await run('demo --data demo-out --once')
    assert.equal(code, 0, complaints)
    assert.match(output, /demo-out\/report\.pdf/)
    assert.ok(existsSync(join(folder, 'demo-out/report.html')))
    const { not_measured: missing, risks, figures } = baselineIn('demo-out')
    assert.deepEqual(missing, [])
    assert.ok(risks.length >= 5 && risks.length <= 12)
    assert.ok(figures.slice(0, 3).every(({ value }) => value !== null))
  })
})
