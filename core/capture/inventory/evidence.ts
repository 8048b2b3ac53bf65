// SPDX-License-Identifier: EUPL-1.2
// What a device does, gathered from its conversations: the ground for its role.
import { KeyTable } from '../flows/key-table.ts'
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

export interface Behaviour {
  readonly offered: KnownService[]
  readonly used: KnownService[]
  /** Devices whose control service it uses. */
  polls: number
  requests: number
  connectsIo: boolean
  isConnectedIo: boolean
  /** Bits of `effectBits`. */
  effects: number
}

const what = { used: 0, offered: 1, polled: 2 } as const

/** By number of the device; undefined for those that never talked with another one. */
export class Behaviours {
  readonly #list: Behaviour[] = []
  /** (device, service or device, one of `what`) */
  readonly #known = new KeyTable(2 ** 30, 0)

  constructor(lines: Lines) {
    for (let line = 0; line < lines.count; line += 1) {
      if (lines.from(line) !== lines.to(line)) this.#add(lines, line)
    }
  }

  of(device: number): Behaviour | undefined {
    return this.#list[device]
  }

  #add(lines: Lines, line: number): void {
    const client = lines.from(line)
    const server = lines.to(line)
    const service = lines.service(line)
    const asking = this.#at(client)
    if (this.#isNew(client, service.number, what.used)) asking.used.push(service)
    if (lines.isIoSetUp(line)) {
      asking.connectsIo = true
      // Answers come from another port, so they are another conversation.
      if (server >= 0) this.#at(server).isConnectedIo = true
    }
    if (server < 0 || !lines.isAnswered(line)) return
    const { offered } = this.#at(server)
    if (this.#isNew(server, service.number, what.offered)) offered.push(service)
    if (service.kind !== 'control') return
    if (this.#isNew(client, server, what.polled)) asking.polls += 1
    asking.requests += lines.requests[line]
    asking.effects |= lines.effects[line]
  }

  #isNew(device: number, other: number, kind: number): boolean {
    const before = this.#known.count
    return this.#known.put(device, other, kind, 0) === before
  }

  #at(device: number): Behaviour {
    const known = this.#list[device]
    if (known !== undefined) return known
    const made: Behaviour = {
      offered: [],
      used: [],
      polls: 0,
      requests: 0,
      connectsIo: false,
      isConnectedIo: false,
      effects: 0,
    }
    this.#list[device] = made
    return made
  }
}
