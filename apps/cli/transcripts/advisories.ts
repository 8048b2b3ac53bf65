// SPDX-License-Identifier: EUPL-1.2
// An inventory and advisories of makers that do not exist, for the transcript of `match`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export function writeAdvisories(into: string): void {
  mkdirSync(join(into, 'advisories'))
  const files: Readonly<Record<string, unknown>> = {
    'advisories/lw-2026-001.json': advisory('LW-2026-001', 'CVE-2026-0001', [
      ['LW-CPU 4700 (LW4700-1AB)', '< V2.5 SP1'],
      ['LW-CPU 4700 (LW4700-2AB)', 'vers:all/*'],
      ['LW-Panel 7', 'All versions with web server'],
    ]),
    'advisories/lw-2026-002.json': advisory('LW-2026-002', 'CVE-2026-0002', [
      ['LW-CPU 4700', '>= V1.0 < V2.0'],
    ]),
    'advisories/provider-metadata.json': { canonical_url: 'https://example.org' },
    'inventory.json': [
      { id: 'plc-1', vendor: 'Lampworks GmbH', product: 'LW-CPU 4700', version: 'V2.4' },
      {
        id: 'plc-2',
        vendor: 'Lampworks',
        product: 'LW-CPU 4700',
        order_number: 'LW4700-1AB',
        version: 'V2.5 SP1',
      },
      { id: 'panel', vendor: 'Lampworks', product: 'LW-Panel 7', version: 'V1.0' },
      { id: 'box', vendor: 'Nobody Known', product: 'Box 1', version: '1' },
      { id: 'empty' },
    ],
    'kev.json': {
      catalogVersion: '2026.01.02',
      vulnerabilities: [{ cveID: 'CVE-2026-0001', dateAdded: '2026-01-02', dueDate: '2026-01-23' }],
    },
    'tables.json': { vendors: [{ id: 'lampworks', names: 'Lampworks' }] },
  }
  for (const [name, value] of Object.entries(files)) {
    writeFileSync(join(into, name), JSON.stringify(value))
  }
  writeFileSync(join(into, 'advisories/cut.json'), '{"document":')
}

function advisory(id: string, cve: string, rows: readonly (readonly [string, string])[]): object {
  const branches = rows.map(([name, range], at) => ({
    category: 'product_name',
    name,
    branches: [
      {
        category: 'product_version_range',
        name: range,
        product: { product_id: `P${at + 1}`, name },
      },
    ],
  }))
  return {
    document: {
      category: 'csaf_security_advisory',
      csaf_version: '2.0',
      title: 'Weakness in the lamp',
      publisher: { category: 'vendor', name: 'Lampworks', namespace: 'https://example.org' },
      tracking: { id, version: '1', status: 'final', current_release_date: '2026-01-01T00:00:00Z' },
    },
    product_tree: { branches: [{ category: 'vendor', name: 'Lampworks', branches }] },
    vulnerabilities: [
      { cve, product_status: { known_affected: rows.map((_, at) => `P${at + 1}`) } },
    ],
  }
}
