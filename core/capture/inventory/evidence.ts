// SPDX-License-Identifier: EUPL-1.2
// What a device does, gathered from its conversations: the ground for its role.
import type { Effect } from '../protocol.ts'
import type { Statement } from './facts.ts'
import { type Service, serviceClass } from './service-class.ts'

/** A conversation between two devices, one per service. */
export interface Dealing {
  readonly client: string
  readonly server: string
  readonly service: Service
  readonly isAnswered: boolean
  /** Effects of the operations the client asked for. */
  readonly effects: ReadonlySet<Effect>
  readonly requests: number
  /** The client opens cyclic exchange: PROFINET connect, EtherCAT telegrams. */
  readonly isIoSetUp: boolean
}

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
  readonly offered: readonly Service[]
  /** Devices whose control service it uses. */
  readonly polls: number
  /** Requests to control services. */
  readonly requests: number
  /** Sets up cyclic exchange with field devices, or is set up by a controller. */
  readonly connectsIo: boolean
  readonly isConnectedIo: boolean
  /** Port of a switch that announces itself: the largest distance from its chassis number. */
  readonly highestPort: number
  readonly effects: ReadonlySet<Effect>
}

export interface Behaviour {
  /** By transport, port and protocol. */
  readonly offered: Map<string, Service>
  readonly used: Map<string, Service>
  readonly polled: Set<string>
  requests: number
  connectsIo: boolean
  isConnectedIo: boolean
  readonly effects: Set<Effect>
}

export function behaviours(dealings: Iterable<Dealing>): Map<string, Behaviour> {
  const all = new Map<string, Behaviour>()
  for (const dealing of dealings) {
    const { client, server, service, isAnswered, effects } = dealing
    const asking = behaviourOf(all, client)
    addService(asking.used, service)
    if (isAnswered) addService(behaviourOf(all, server).offered, service)
    const kind = serviceClass(service)
    if (kind === 'control' && isAnswered) {
      asking.polled.add(server)
      asking.requests += dealing.requests
      for (const effect of effects) asking.effects.add(effect)
    }
    if (!dealing.isIoSetUp) continue
    asking.connectsIo = true
    // Answers come from another port, so they are another conversation.
    behaviourOf(all, server).isConnectedIo = true
  }
  return all
}

function behaviourOf(all: Map<string, Behaviour>, id: string): Behaviour {
  const known = all.get(id)
  if (known !== undefined) return known
  const made: Behaviour = {
    offered: new Map(),
    used: new Map(),
    polled: new Set(),
    requests: 0,
    connectsIo: false,
    isConnectedIo: false,
    effects: new Set(),
  }
  all.set(id, made)
  return made
}

function addService(list: Map<string, Service>, service: Service): void {
  list.set(`${service.transport} ${service.port} ${service.protocol}`, service)
}
