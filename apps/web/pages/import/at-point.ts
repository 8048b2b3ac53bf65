// SPDX-License-Identifier: EUPL-1.2
import type { Import, useImportStep } from '../../data/imports.ts'

/** An import where it stands, and the way to move it on. */
export interface AtPoint {
  readonly found: Import
  readonly step: ReturnType<typeof useImportStep>
}
