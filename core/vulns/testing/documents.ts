// SPDX-License-Identifier: EUPL-1.2
// CSAF documents of makers that do not exist, for tests.
import { type Asset, assetOf } from '../asset.ts'
import { AssetReader } from '../match/asset-reader.ts'
import { type Finding, Matcher } from '../match/matcher.ts'
import { advisoryOf } from '../read.ts'

export interface Row {
  readonly vendor?: string
  readonly family?: string
  readonly name: string
  readonly version?: string
  readonly range?: string
  readonly fullName?: string
  readonly helper?: object
}

let count = 0

/** A document with these products, all affected by one vulnerability unless told otherwise. */
export function csaf(
  rows: readonly Row[],
  more: {
    readonly id?: string
    readonly vulnerabilities?: readonly object[]
    readonly tree?: object
  } = {},
): object {
  count += 1
  const branches = rows.map((row, at) => branchOf(row, `P${at + 1}`))
  const ids = rows.map((_, at) => `P${at + 1}`)
  return {
    document: {
      category: 'csaf_security_advisory',
      csaf_version: '2.0',
      title: 'Test',
      publisher: { category: 'vendor', name: 'Example PSIRT', namespace: 'https://example.org' },
      tracking: {
        id: more.id ?? `EX-${count}`,
        version: '1',
        status: 'final',
        current_release_date: '2026-01-01T00:00:00Z',
        revision_history: [{ number: '1', date: '2026-01-01T00:00:00Z', summary: 'first' }],
      },
    },
    product_tree: { branches, ...more.tree },
    vulnerabilities: more.vulnerabilities ?? [
      { cve: 'CVE-2026-0001', product_status: { known_affected: ids } },
    ],
  }
}

function branchOf(row: Row, productId: string): object {
  const product = {
    product_id: productId,
    name: row.fullName ?? row.name,
    ...(row.helper && { product_identification_helper: row.helper }),
  }
  const version =
    row.range === undefined && row.version === undefined
      ? undefined
      : {
          category: row.range === undefined ? 'product_version' : 'product_version_range',
          name: row.range ?? row.version,
          product,
        }
  const name = {
    category: 'product_name',
    name: row.name,
    ...(version === undefined ? { product } : { branches: [version] }),
  }
  const family =
    row.family === undefined
      ? name
      : { category: 'product_family', name: row.family, branches: [name] }
  return { category: 'vendor', name: row.vendor ?? 'Siemens', branches: [family] }
}

const reader = new AssetReader()

export function asset(row: Readonly<Record<string, unknown>>): Asset {
  return assetOf(row, 'asset')
}

export function findings(
  document: object,
  row: Readonly<Record<string, unknown>>,
): readonly Finding[] {
  const advisory = advisoryOf(document)
  if (advisory === undefined) throw new Error('no advisory')
  const matcher = new Matcher()
  matcher.add(advisory)
  return matcher.against(reader.read(asset(row)))
}

/** Verdict and basis for the first vulnerability; `nothing` where no entry is about the asset. */
export function verdict(document: object, row: Readonly<Record<string, unknown>>): string {
  const [finding] = findings(document, row)
  return finding === undefined ? 'nothing' : `${finding.verdict} ${finding.basis}`
}
