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

/** Works out what devices do, one after the other. */
export class Behaviours {
  readonly #lines: Lines
  /** Counts the questions; what bears another number is of an earlier one. */
  #turn = 0
  /** By number of the service, or of the device polled: the turn in which it was met. */
  readonly #used: Int32Array
  readonly #offered: Int32Array
  readonly #polled: Int32Array
  /** By number of the service: clients of the device at hand. */
  readonly #clients: Int32Array

  constructor(lines: Lines, devices: number) {
    this.#lines = lines
    this.#used = new Int32Array(lines.serviceCount)
    this.#offered = new Int32Array(lines.serviceCount)
    this.#polled = new Int32Array(devices)
    this.#clients = new Int32Array(lines.serviceCount)
  }

  of(device: number): Behaviour {
    this.#turn += 1
    return { ...this.#asking(device), ...this.#answering(device) }
  }

  #asking(
    device: number,
  ): Pick<Behaviour, 'used' | 'polls' | 'requests' | 'effects' | 'connectsIo'> {
    const lines = this.#lines
    const used: KnownService[] = []
    let polls = 0
    let requests = 0
    let effects = 0
    let connectsIo = false
    for (let line = lines.firstBy(device); line >= 0; line = lines.nextBy(line)) {
      const service = lines.service(line)
      if (this.#used[service.number] !== this.#turn) used.push(service)
      this.#used[service.number] = this.#turn
      if (lines.isIoSetUp(line)) connectsIo = true
      const server = lines.to(line)
      if (service.kind !== 'control' || server < 0 || !lines.isAnswered(line)) continue
      if (this.#polled[server] !== this.#turn) polls += 1
      this.#polled[server] = this.#turn
      requests += lines.requests[line]
      effects |= lines.effects(line)
    }
    return { used, polls, requests, effects, connectsIo }
  }

  #answering(device: number): Pick<Behaviour, 'offered' | 'mostServed' | 'isConnectedIo'> {
    const lines = this.#lines
    const offered: KnownService[] = []
    let isConnectedIo = false
    for (let line = lines.firstTo(device); line >= 0; line = lines.nextTo(line)) {
      // Answers come from another port, so they are another conversation.
      if (lines.isIoSetUp(line)) isConnectedIo = true
      if (!lines.isAnswered(line)) continue
      const service = lines.service(line)
      const { number } = service
      if (this.#offered[number] !== this.#turn) {
        this.#offered[number] = this.#turn
        this.#clients[number] = 0
        offered.push(service)
      }
      // Every client is a line of its own.
      this.#clients[number] += 1
    }
    return { offered, mostServed: this.#mostServed(offered), isConnectedIo }
  }

  #mostServed(offered: readonly KnownService[]): Served | undefined {
    let most: Served | undefined
    for (const service of offered) {
      if (service.kind !== 'office' || service.use.transport !== 'tcp') continue
      const clients = this.#clients[service.number]
      if (most === undefined || clients > most.clients) most = { service, clients }
    }
    return most
  }
}
