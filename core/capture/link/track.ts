// SPDX-License-Identifier: EUPL-1.2
import type { Frames } from './frames.ts'
import type { Redundancy } from './redundancy.ts'

/** The same with what remembers frames that come twice. */
export interface Track extends Frames {
  readonly redundancy: Redundancy
}
