// SPDX-License-Identifier: EUPL-1.2
import type { Asset } from '../asset.ts'
import type { Observed } from '../observations.ts'
import type { Device } from './device-list.ts'
import type { Devices } from './devices.ts'
import type { Statement } from './facts.ts'
import { Figures } from './figures.ts'
import type { RoleVerdict } from './role.ts'

type ChildOf = NonNullable<Asset['child']>

/** A device or a child of one, with all that was gathered about it. */
export interface Draft {
  readonly id: string
  /** Of a device its number; children follow behind all devices. */
  readonly number: number
  readonly parent: Draft | undefined
  readonly child: ChildOf | null
  readonly device: Device | undefined
  statements: Statement[]
  role: RoleVerdict | undefined
}

export class Drafts {
  /** By number. */
  readonly list: Draft[]
  readonly figures: Figures
  readonly #children = new Map<string, Draft>()

  /** One per device, with the figures of what it sent. */
  constructor({ senders }: Observed, devices: Devices) {
    this.list = devices.all.map((device) => draft(device))
    this.figures = new Figures(this.list.length)
    for (const sender of senders) {
      const device = devices.find(sender)
      if (device !== undefined) this.figures.add(device.number, sender)
    }
    // What a card forwards is another's, but it shows where the card was seen.
    for (const sender of devices.all.some(({ forwards }) => forwards > 0) ? senders : []) {
      const { mac } = sender
      const card = mac === undefined ? undefined : devices.find({ mac })
      if (card !== undefined && card.forwards > 0) this.figures.forwarded(card.number, sender)
    }
  }

  of(device: Device): Draft {
    return this.list[device.number]
  }

  /** Made when it is not there yet. */
  childOf(device: Device, { kind, key }: ChildOf): Draft {
    const id = `${device.id}/${kind}:${key}`
    const known = this.#children.get(id)
    if (known !== undefined) return known
    const made: Draft = {
      id,
      number: this.list.length,
      parent: this.of(device),
      child: { kind, key },
      device: undefined,
      statements: nothing,
      role: undefined,
    }
    this.#children.set(id, made)
    this.list.push(made)
    return made
  }

  children(): Iterable<Draft> {
    return this.#children.values()
  }
}

function draft(device: Device): Draft {
  return {
    id: device.id,
    number: device.number,
    parent: undefined,
    child: null,
    device,
    statements: nothing,
    role: undefined,
  }
}

const nothing: Statement[] = []
