// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readDefectDojo } from '../defectdojo/index.ts'
import { readSarif } from '../sarif/index.ts'
import { hostOf, readFindingTable, severityOfScore } from './index.ts'

const result = (more: object = {}) => ({
  ruleId: 'tls-old',
  message: { text: 'TLS 1.0 is on' },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: 'https://10.1.1.7:8443/login' },
        region: { startLine: 12 },
      },
    },
  ],
  ...more,
})
const sarif = (...results: object[]) => ({
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'Scan',
          rules: [
            { id: 'tls-old', properties: { 'security-severity': '7.5' }, help: { text: 'Off' } },
          ],
        },
      },
      results,
    },
  ],
})

describe('findings of others', () => {
  it('reads SARIF: rule, score, host and help', () => {
    const { findings, skipped, problems } = readSarif('a.sarif', sarif(result()))
    assert.deepEqual([skipped, problems], [0, []])
    const [one] = findings
    assert.deepEqual(
      [one?.tool, one?.severity, one?.hosts, one?.recommendation],
      ['Scan', 'high', ['10.1.1.7'], 'Off'],
    )
  })

  it('knows a result again when only its line has moved, and not when its host differs', () => {
    const moved = result()
    moved.locations[0]!.physicalLocation.region.startLine = 400
    const other = result()
    other.locations[0]!.physicalLocation.artifactLocation.uri = 'https://10.1.1.8:8443/login'
    const prints = [result(), moved, other].map(
      (one) => readSarif('a', sarif(one)).findings[0]?.fingerprint,
    )
    assert.equal(prints[0], prints[1])
    assert.notEqual(prints[0], prints[2])
  })

  it('takes the fingerprint of the tool before anything else', () => {
    const own = { fingerprints: { 'scan/v1': 'abc' } }
    const [one, two] = [
      readSarif('a', sarif(result(own))).findings[0],
      readSarif('a', sarif(result({ ...own, locations: [] }))).findings[0],
    ]
    assert.equal(one?.fingerprint, two?.fingerprint)
  })

  it('leaves out what passed, what was suppressed and what is gone', () => {
    const { findings, skipped } = readSarif(
      'a',
      sarif(
        result({ kind: 'pass' }),
        result({ suppressions: [{ kind: 'external' }] }),
        result({ suppressions: [{ kind: 'external', status: 'rejected' }] }),
        result({ baselineState: 'absent' }),
      ),
    )
    assert.deepEqual([findings.length, skipped], [1, 3])
  })

  it('reads DefectDojo, and names the path of what it could not read', () => {
    const { findings, skipped, problems } = readDefectDojo('d.json', {
      findings: [
        {
          title: 'Default password',
          severity: 'Critical',
          endpoints: ['plc-2:80'],
          date: '2026-11-01',
        },
        { title: 'Fine', severity: 'Low', active: false },
        { title: 'What', severity: 'Purple' },
        { severity: 'High' },
        7,
      ],
    })
    assert.deepEqual(
      findings.map(({ severity, hosts, foundOn }) => [severity, hosts, foundOn]),
      [['critical', ['plc-2'], '2026-11-01']],
    )
    assert.equal(skipped, 1)
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['d.json#/findings/2/severity', 'd.json#/findings/3/title', 'd.json#/findings/4'],
    )
  })

  it('reads a table of a tester, in Dutch, by word or score', () => {
    const text = 'Titel;Ernst;Host;Aanbeveling\nSMB 1;hoog;10.1.1.9;Uitzetten\nX;9,8;;\nY;paars;;\n'
    const { findings, problems } = readFindingTable('p.csv', Buffer.from(text), 'Pentest 2026')
    assert.deepEqual(
      findings.map(({ name, severity, hosts }) => [name, severity, hosts]),
      [
        ['SMB 1', 'high', ['10.1.1.9']],
        ['X', 'critical', []],
      ],
    )
    assert.deepEqual(
      problems.map(({ line }) => line),
      [4],
    )
  })

  for (const [score, severity] of [
    [3.9, 'low'],
    [4, 'medium'],
    [6.9, 'medium'],
    [7, 'high'],
    [8.9, 'high'],
    [9, 'critical'],
  ] as const) {
    it(`calls ${score} ${severity}`, () => assert.equal(severityOfScore(score), severity))
  }

  it('finds the host in an address', () => {
    assert.deepEqual(
      ['https://a.example:8443/x', 'tcp://10.1.1.1', '[fe80::1]:22', 'plc-2', '../x', ''].map(
        hostOf,
      ),
      ['a.example', '10.1.1.1', 'fe80::1', 'plc-2', undefined, undefined],
    )
  })

  it('takes any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        for (const value of [one, { version: '2.1.0', runs: [{ results: [one, other] }] }]) {
          readSarif('a', value)
        }
        for (const value of [one, { findings: [one, other] }]) readDefectDojo('a', value)
        readFindingTable('a', Buffer.from(JSON.stringify(one)), 't')
      }),
    )
  })
})
