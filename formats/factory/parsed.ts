// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '../problem/index.ts'
import type {
  Answers,
  AssetRow,
  Organisation,
  PersonRow,
  Processes,
  Risks,
  SupplierRow,
  Zones,
} from './files.ts'

export type FileKind =
  | 'organisation'
  | 'zones'
  | 'processes'
  | 'risks'
  | 'answers'
  | 'assets'
  | 'suppliers'
  | 'people'
  | 'capture'
  | 'evidence'
  | 'other'

export interface FactoryFile {
  /** Inside the folder, with `/`. */
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly kind: FileKind
}

/** The parsed folder: null is a file that is not there. */
export interface Factory {
  readonly organisation: Organisation
  readonly zones: Zones | null
  readonly processes: Processes | null
  readonly risks: Risks | null
  readonly answers: Answers | null
  readonly assets: readonly AssetRow[] | null
  readonly suppliers: readonly SupplierRow[] | null
  readonly people: readonly PersonRow[] | null
  readonly files: readonly FactoryFile[]
  readonly rejected: readonly Problem[]
}
