// SPDX-License-Identifier: EUPL-1.2
import type { Limits } from '../limits.ts'
import type { Network } from '../link/network.ts'
import type { FactStore } from './recorder.ts'
import type { Registry } from './registry.ts'
import type { Shapes } from './shapes.ts'
import type { PacketTally } from './tally.ts'
import type { PayloadWindow } from './window.ts'

/** What everything that handles payloads works with. */
export interface Dispatch {
  readonly network: Network
  readonly registry: Registry
  readonly tally: PacketTally
  readonly window: PayloadWindow
  readonly store: FactStore
  readonly shapes: Shapes
  readonly limits: Limits
  readonly seed: number
}
