// SPDX-License-Identifier: EUPL-1.2

/** What a backup comes to, and what a restore tells of each log besides. */
export interface InstanceReport {
  readonly schema: string
  readonly made_at: string
  readonly file?: string
  readonly bytes?: number
  readonly sha256?: string
  readonly is_sealed?: boolean
  readonly has_secret?: boolean
  readonly logs: readonly {
    readonly origin: string
    readonly size: number
    readonly known?: number | null
    readonly lost?: number
  }[]
  readonly rows: number
  readonly files: number
  readonly missing_files: readonly string[]
}
