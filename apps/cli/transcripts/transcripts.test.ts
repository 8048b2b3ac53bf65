// SPDX-License-Identifier: EUPL-1.2
// The command line as a person sees it. Each `*.txt` here holds commands after `$ ` and under them
// what is printed, `! ` before lines of standard error, and `= N` where the exit code is not 0.
// UPDATE_GOLDEN=1 rewrites them for a reviewer to read.
import assert from 'node:assert/strict'
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { zstdCompressSync } from 'node:zlib'
import { conversation, gzipped, pcap } from '@schouw/fixtures/frames'
import { lldp, modbus, s7 } from '@schouw/fixtures/frames/messages'
import { runCommandLine } from '../command-line.ts'
import type { Shell } from '../terminal/shell.ts'
import { writeAdvisories } from './advisories.ts'

let folder = ''

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'schouw-transcripts-'))
  writeCaptures(folder)
  writeAdvisories(folder)
  cpSync(join(import.meta.dirname, 'inputs'), folder, { recursive: true })
})
after(() => rmSync(folder, { recursive: true }))

describe('transcripts', () => {
  for (const file of globSync(join(import.meta.dirname, '*.txt')).sort()) {
    it(basename(file, '.txt').replaceAll('-', ' '), async () => {
      const expected = readFileSync(file, 'utf8')
      const lines: string[] = []
      for (const command of expected.split('\n').filter((line) => line.startsWith('$ '))) {
        lines.push(command, ...(await outputOf(command.slice(2))))
      }
      const actual = `${lines.join('\n')}\n`
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, actual)
      else assert.equal(actual, expected)
    })
  }
})

describe('schouw inspect', () => {
  it('gives the same bytes for the same files, whatever the seed of its tables', async () => {
    const [first, second] = [await json('line.pcap'), await json('line.pcap')]
    assert.equal(JSON.stringify(first), JSON.stringify(second))
  })

  it('finds the same in a file, its gzip, its zstd and its two halves', async () => {
    const plain = await json('line.pcap')
    for (const operands of ['line.pcap.gz', 'line.pcap.zst', 'captures']) {
      const other = await json(operands)
      assert.deepEqual(
        other.assets.map(({ id, model, firmware, role }) => [id, model, firmware, role]),
        plain.assets.map(({ id, model, firmware, role }) => [id, model, firmware, role]),
        operands,
      )
    }
  })

  it('stops reading what unpacks without end', async () => {
    const { shell, printed } = fakeShell()
    const code = await runCommandLine(['inspect', 'bomb.pcap.gz', '--json'], shell)
    assert.equal(code, 2)
    assert.match(printed.complaints.join(''), /bomb\.pcap\.gz: unpacks to far more/)
  })

  it('prints what it has when it is cancelled', async () => {
    const { shell, printed } = fakeShell()
    const cancelled = { ...shell, onCancel: (stop: () => void) => stop() }
    const code = await runCommandLine(['inspect', 'line.pcap', '--json'], cancelled)
    assert.equal(code, 130)
    const report = JSON.parse(printed.output.join(''))
    assert.deepEqual([report.schema, report.captures], ['schouw/inspect/1', []])
  })

  it('falls silent when nobody reads on', async () => {
    const { shell, printed } = fakeShell()
    let pieces = 0
    const closed = {
      ...shell,
      print: () => {
        pieces += 1
        return false
      },
    }
    assert.equal(await runCommandLine(['inspect', 'line.pcap', '--json'], closed), 0)
    assert.equal(pieces, 1)
    assert.deepEqual(printed.complaints, [])
  })
})

interface Report {
  readonly assets: { id: string; model: string; firmware: string; role: string }[]
}

async function json(operand: string): Promise<Report> {
  const { shell, printed } = fakeShell()
  assert.equal(await runCommandLine(['inspect', operand, '--json'], shell), 0)
  return JSON.parse(printed.output.join('')) as Report
}

async function outputOf(command: string): Promise<string[]> {
  const { shell, printed } = fakeShell()
  const words = command.split(' ').slice(1)
  const code = await runCommandLine(words, shell)
  assert.notEqual(code, 3, `${command}: ${printed.complaints.join('')}`)
  const text = printed.output.join('').replaceAll(/\b[0-9a-f]{64}\b/g, 'SHA256')
  const output = text === '' ? [] : text.replace(/\n$/, '').split('\n')
  const complaints = printed.complaints.join('').split('\n').filter(Boolean)
  return [
    ...output.map((line) => line.trimEnd()),
    ...complaints.map((line) => `! ${line}`),
    ...(code === 0 ? [] : [`= ${code}`]),
  ]
}

function fakeShell(): { shell: Shell; printed: { output: string[]; complaints: string[] } } {
  const printed = { output: [] as string[], complaints: [] as string[] }
  const shell: Shell = {
    env: { LANG: 'en_GB.UTF-8' },
    folder,
    print: (text) => {
      printed.output.push(text)
      return true
    },
    complain: (text) => {
      printed.complaints.push(text)
    },
    terminal: { isInteractive: false, columns: 110 },
    onCancel: () => {},
  }
  return { shell, printed }
}

/** A switch that announces itself, a controller that is identified and stopped, a meter that is read. */
function smallLine(): Uint8Array[] {
  const supervisor = { mac: '00:30:48:10:00:01', ip: '10.20.1.10' }
  const controller = { mac: '00:1b:1b:10:00:02', ip: '10.20.1.20' }
  const meter = { mac: '00:80:f4:10:00:03', ip: '10.20.1.30' }
  const selectors = { from: 0x0100, to: 0x0102 }
  const module = { orderNumber: '6ES7 315-2EH14-0AB0', firmware: [3, 2, 6] } as const
  return [
    lldp.lldp({
      from: '00:1b:1b:10:00:09',
      chassis: 'sw-line-1',
      port: 'port-001',
      systemDescription: lldp.siemensDescription({
        family: 'SCALANCE X208',
        orderNumber: '6GK5 208-0BA10-2AA3',
        hardware: 7,
        firmware: 'V4.5.0',
        serial: 'VPB1234567',
      }),
      managementIp: '10.20.1.2',
    }),
    ...conversation({ client: supervisor, server: controller, serverPort: 102 }, [
      ['client', s7.connectRequest(selectors)],
      ['server', s7.connectConfirm(selectors)],
      ['client', s7.setup()],
      ['server', s7.setupAnswer()],
      ['client', s7.stateList(1, 0x0011)],
      ['server', s7.moduleIdentification(1, module)],
      ['client', s7.stop(2)],
      ['server', s7.done(2, 0x29)],
    ]),
    ...conversation({ client: supervisor, server: meter, serverPort: 502, clientPort: 49200 }, [
      ['client', modbus.read({ transaction: 1 }, 3, { first: 0, count: 2 })],
      ['server', modbus.readAnswer({ transaction: 1 }, 3, Uint8Array.of(0, 1, 0, 2))],
    ]),
  ]
}

function writeCaptures(into: string): void {
  const line = pcap(smallLine())
  const packed = gzipped(line)
  const files: Readonly<Record<string, Uint8Array | string>> = {
    'line.pcap': line,
    'line.pcap.gz': packed,
    'line.pcap.zst': zstdCompressSync(line),
    'cut.pcap': line.subarray(0, line.length - 20),
    'cut.pcap.gz': packed.subarray(0, packed.length - 40),
    'damaged.pcap.gz': packed.map((byte, index) => (index === 200 ? byte ^ 0xff : byte)),
    'notes.txt': 'no capture at all, just a few words',
    'nothing.pcap': '',
    'captures/one.pcap': pcap(smallLine().slice(0, 1)),
    'captures/two.pcap': pcap(smallLine().slice(1)),
    'mixed/readme.md': 'not a capture',
    'mixed/three.cap': line,
    'mixed/broken.pcap': 'neither is this one',
    // Nothing but zeros behind a capture's header.
    'bomb.pcap.gz': gzipped(bomb(line.subarray(0, 24))),
  }
  mkdirSync(join(into, 'captures/empty'), { recursive: true })
  mkdirSync(join(into, 'mixed'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(into, name), content)
}

function bomb(header: Uint8Array): Uint8Array {
  const zeros = new Uint8Array(300_000_000)
  zeros.set(header)
  return zeros
}
