// SPDX-License-Identifier: EUPL-1.2
import type { AppliedMigration } from '../storage/copy/tables.ts'

/** `backup.json`, the first part: what is in the archive, and of when. */
export interface About {
  readonly schema: 'schouw/backup/1'
  readonly made_at: string
  readonly migrations: readonly AppliedMigration[]
  readonly tenants: readonly TenantHead[]
  /** In the order in which they are filled. */
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[]
}

/** Where a log stood. */
export interface TenantHead {
  readonly id: string
  readonly name: string
  readonly origin: string
  readonly size: number
  /** Base64. */
  readonly root: string
}

/** `manifest.json`, the last part. */
export interface Manifest {
  readonly schema: 'schouw/backup-manifest/1'
  /** Every part before this one but for files, whose names are their digests. */
  readonly parts: readonly {
    readonly name: string
    readonly bytes: number
    readonly sha256: string
  }[]
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>
  readonly files: {
    readonly count: number
    readonly bytes: number
    /** SHA-256 over the names of their parts in the order of the archive, each with a newline. */
    readonly names_sha256: string
  }
  /** On record, and without bytes, or with other ones, when the backup was made. */
  readonly missing_files: readonly string[]
}

/** Of the backup's own parts that are read whole. */
export const longestJson = 64 << 20

/** Undefined when it is not what it should be; who wrote it is not yet known then. */
export function readAbout(text: string): About | undefined {
  const value = parsed(text)
  if (value === undefined || value['schema'] !== 'schouw/backup/1') return undefined
  const { made_at, migrations, tenants, tables } = value
  const isWhole =
    typeof made_at === 'string' &&
    every(migrations, { number: 'number', name: 'string', digest: 'string' }) &&
    every(tenants, {
      id: 'string',
      name: 'string',
      origin: 'string',
      size: 'number',
      root: 'string',
    }) &&
    every(tables, { name: 'string', columns: 'object' }) &&
    (tables as About['tables']).every(({ columns }) => Array.isArray(columns))
  // Each member has just been looked at.
  return isWhole ? (value as unknown as About) : undefined
}

export function readManifest(text: string): Manifest | undefined {
  const value = parsed(text)
  if (value === undefined || value['schema'] !== 'schouw/backup-manifest/1') return undefined
  const { parts, rows, files, missing_files } = value
  const isWhole =
    every(parts, { name: 'string', bytes: 'number', sha256: 'string' }) &&
    typeof rows === 'object' &&
    rows !== null &&
    every([files], { count: 'number', bytes: 'number', names_sha256: 'string' }) &&
    Array.isArray(missing_files) &&
    missing_files.every((one) => typeof one === 'string')
  return isWhole ? (value as unknown as Manifest) : undefined
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined
  } catch {
    return undefined
  }
}

function every(list: unknown, members: Readonly<Record<string, string>>): boolean {
  return (
    Array.isArray(list) &&
    list.every(
      (one) =>
        typeof one === 'object' &&
        one !== null &&
        Object.entries(members).every(([name, type]) => typeof one[name] === type),
    )
  )
}
