// SPDX-License-Identifier: EUPL-1.2
// What a device does, gathered from its conversations: the ground for its role.
import type { Statement } from './facts.ts'
import type { Lines } from './lines.ts'
import type { KnownService } from './services.ts'

export interface Evidence {
  readonly isExternal: boolean
  readonly isVirtualRouter: boolean
  readonly childKind: string | null
  readonly statements: readonly Statement[]
  readonly vendor: string | null
  readonly model: string | null
  readonly orderNumber: string | null
  readonly operatingSystem: string | null
  readonly forwards: number
  readonly modbusUnits: number
  readonly offered: readonly KnownService[]
  readonly mostServed: Served | undefined
  /** Devices whose control service it uses. */
  readonly polls: number
  /** Requests to control services. */
  readonly requests: number
  /** Sets up cyclic exchange with field devices, or is set up by a controller. */
  readonly connectsIo: boolean
  readonly isConnectedIo: boolean
  /** Port of a switch that announces itself: the largest distance from its chassis number. */
  readonly highestPort: number
  /** Bits of `effectBits`: what it asked of control services. */
  readonly effects: number
}

/** The office service with most clients. */
export interface Served {
  readonly service: KnownService
  readonly clients: number
}

/** What a device does with others; made anew each time it is asked for. */
export interface Behaviour {
  readonly offered: readonly KnownService[]
  readonly used: readonly KnownService[]
  readonly mostServed: Served | undefined
  /** Devices whose control service it uses. */
  readonly polls: number
  readonly requests: number
  readonly connectsIo: boolean
  readonly isConnectedIo: boolean
  /** Bits of `effectBits`. */
  readonly effects: number
}

export function behaviourOf(lines: Lines, device: number): Behaviour {
  const used = new Set<KnownService>()
  const polled = new Set<number>()
  let requests = 0
  let effects = 0
  let connectsIo = false
  for (const line of lines.openedBy(device)) {
    const service = lines.service(line)
    used.add(service)
    if (lines.isIoSetUp(line)) connectsIo = true
    if (service.kind !== 'control' || lines.to(line) < 0 || !lines.isAnswered(line)) continue
    polled.add(lines.to(line))
    requests += lines.requests[line]
    effects |= lines.effects(line)
  }
  const offered = new Map<KnownService, number>()
  let isConnectedIo = false
  for (const line of lines.openedTo(device)) {
    // Answers come from another port, so they are another conversation.
    if (lines.isIoSetUp(line)) isConnectedIo = true
    const service = lines.service(line)
    if (lines.isAnswered(line)) offered.set(service, (offered.get(service) ?? 0) + 1)
  }
  return {
    offered: [...offered.keys()],
    mostServed: mostServed(offered),
    used: [...used],
    polls: polled.size,
    requests,
    connectsIo,
    isConnectedIo,
    effects,
  }
}

/** Every client is a line of its own. */
function mostServed(offered: ReadonlyMap<KnownService, number>): Served | undefined {
  let most: Served | undefined
  for (const [service, clients] of offered) {
    if (service.kind !== 'office' || service.use.transport !== 'tcp') continue
    if (most === undefined || clients > most.clients) most = { service, clients }
  }
  return most
}
