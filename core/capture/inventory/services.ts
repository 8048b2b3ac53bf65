// SPDX-License-Identifier: EUPL-1.2
import type { ServiceUse } from '../asset.ts'
import type { Conversation } from '../observations.ts'
import { type ServiceClass, serviceClass } from './service-class.ts'

/** A service as it is published, once however many use it. */
export interface KnownService {
  readonly number: number
  readonly use: ServiceUse
  readonly kind: ServiceClass
}

/** Numbers the services that conversations are about. */
export class Services {
  readonly list: KnownService[] = []
  readonly #byProtocol = new Map<string | undefined, Map<number, KnownService>>()

  of({ transport, service: port, protocol }: Conversation): KnownService {
    let known = this.#byProtocol.get(protocol)
    if (known === undefined) {
      known = new Map()
      this.#byProtocol.set(protocol, known)
    }
    const key = port * 8 + transports.indexOf(transport)
    let service = known.get(key)
    if (service === undefined) {
      const use = { transport, port, protocol: protocol ?? null }
      service = { number: this.list.length, use, kind: serviceClass(use) }
      this.list.push(service)
      known.set(key, service)
    }
    return service
  }
}

const transports: readonly string[] = ['tcp', 'udp', 'icmp', 'ip', 'ethernet']
