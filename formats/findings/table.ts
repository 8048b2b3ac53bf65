// SPDX-License-Identifier: EUPL-1.2
import { readCsv } from '../csv/index.ts'
import { type Problem, quoted } from '../problem/index.ts'
import { type Columns, namedRows } from '../table/index.ts'
import {
  type FindingsRead,
  type ForeignFinding,
  findingLimits,
  fingerprintOf,
  hostOf,
  severityOfScore,
  severityOfWord,
} from './finding.ts'

const columns: Columns = {
  id: [
    'Plugin ID',
    'NVT OID',
    'QID',
    'Finding ID',
    'Nummer',
    'Kenmerk',
    'Reference',
    'Vulnerability ID',
  ],
  name: [
    'Title',
    'Titel',
    'Naam',
    'NVT Name',
    'Plugin Name',
    'Vulnerability',
    'Kwetsbaarheid',
    'Bevinding',
    'Finding',
  ],
  severity: ['Risk', 'Ernst', 'Risico', 'Severity level', 'Impact', 'Threat'],
  score: ['CVSS', 'CVSS v3.0 Base Score', 'CVSS v2.0 Base Score', 'CVSS score', 'cvss_base'],
  host: [
    'IP',
    'IP Address',
    'Hostname',
    'Asset',
    'Systeem',
    'Target',
    'IP-adres',
    'DNS Name',
    'Host',
  ],
  port: ['Poort', 'Port'],
  description: [
    'Summary',
    'Synopsis',
    'Omschrijving',
    'Beschrijving',
    'Details',
    'Specific Result',
  ],
  solution: ['Aanbeveling', 'Oplossing', 'Recommendation', 'Remediation', 'Mitigation'],
  date: ['Datum', 'Found on', 'Timestamp', 'Gevonden op', 'First Discovered'],
}

/** A list of findings, of any tester or scanner that names its columns in words. */
export function readFindingTable(path: string, bytes: Uint8Array, tool: string): FindingsRead {
  const table = readCsv(path, bytes)
  const { rows, columnOf } = namedRows(table, columns)
  const problems: Problem[] = [...table.problems]
  if (columnOf['name'] === undefined) {
    problems.push({
      path,
      line: table.headLine,
      column: null,
      expected: 'a column with the name of the finding',
      found: quoted(table.head.join(', ')),
    })
    return { format: null, findings: [], skipped: 0, problems: cut(problems) }
  }
  const found = new Map<string, ForeignFinding>()
  for (const { line, cells } of rows) {
    const { name, id = '', host = '', port = '' } = cells
    if (name === undefined) {
      problems.push({
        path,
        line,
        column: columnOf['name'] ?? null,
        expected: 'a name',
        found: 'nothing',
      })
      continue
    }
    const severity = severityIn(cells)
    if (severity === undefined) {
      const expected = 'low, medium, high, critical, or a CVSS score'
      const given = quoted(cells['severity'] ?? cells['score'])
      problems.push({ path, line, column: columnOf['severity'] ?? null, expected, found: given })
      continue
    }
    const hosts = host
      .split(/[;,\s]+/)
      .flatMap((one) => hostOf(one) ?? [])
      .slice(0, findingLimits.hosts)
    const fingerprint = fingerprintOf([
      tool,
      id === '' ? name.toLowerCase() : id,
      hosts.join(' '),
      port,
    ])
    if (found.size >= findingLimits.findings) break
    found.set(fingerprint, {
      tool,
      fingerprint,
      name: name.slice(0, findingLimits.nameCharacters),
      severity,
      description: [cells['description'], port === '' ? undefined : `${host}:${port}`]
        .filter((one) => one !== undefined)
        .join('\n')
        .slice(0, findingLimits.textCharacters),
      recommendation: (cells['solution'] ?? '').slice(0, findingLimits.textCharacters),
      hosts,
      foundOn: /^\d{4}-\d{2}-\d{2}/.exec(cells['date'] ?? '')?.[0] ?? null,
    })
  }
  return { format: 'csv', findings: [...found.values()], skipped: 0, problems: cut(problems) }
}

function severityIn(cells: Readonly<Record<string, string>>) {
  const word = severityOfWord(cells['severity'] ?? '')
  if (word !== undefined) return word
  const score = Number((cells['score'] ?? cells['severity'] ?? '').replace(',', '.'))
  const isScore = (cells['score'] ?? cells['severity'] ?? '') !== '' && score >= 0 && score <= 10
  return isScore ? severityOfScore(score) : undefined
}

function cut(problems: readonly Problem[]): readonly Problem[] {
  return problems.slice(0, findingLimits.problems)
}
