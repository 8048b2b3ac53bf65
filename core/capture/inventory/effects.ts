// SPDX-License-Identifier: EUPL-1.2
import type { Effect } from '../protocol.ts'

const effects: readonly Effect[] = [
  ...(['read', 'write', 'force', 'start', 'stop', 'restart', 'download', 'upload'] as const),
  ...(['configure', 'firmware', 'authenticate', 'other'] as const),
]

/** Sets of effects as bits: there is one for every conversation. */
export const effectBits = Object.fromEntries(
  effects.map((effect, index) => [effect, 1 << index]),
) as Readonly<Record<Effect, number>>

/** What does something to a controller, its program or its values. */
export const commandBits =
  effectBits.write |
  effectBits.force |
  effectBits.start |
  effectBits.stop |
  effectBits.restart |
  effectBits.download |
  effectBits.upload |
  effectBits.configure |
  effectBits.firmware
