// SPDX-License-Identifier: EUPL-1.2
import { form } from '../link/forms.ts'
import type { Network } from '../link/network.ts'
import { cell } from '../readers/batch.ts'
import { bit } from './record.ts'
import type { Registry } from './registry.ts'
import type { Shapes } from './shapes.ts'
import { silentTally } from './tally.ts'
import type { PayloadWindow } from './window.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const { form: cellForm, protocol: cellProtocol } = cell
const { protocol: bitProtocol, tries: bitTries, triesShift: bitTriesShift } = bit
const { ethernet: formEthernet, llc: formLlc, snap: formSnap } = form

const arpType = 0x0806

/** Finds the protocol of a flow: by port or type, by signature, and at last by port alone. */
export class Guess {
  /** Number of the protocol whose code ran last. */
  running = 0
  private readonly network: Network
  private readonly registry: Registry
  private readonly window: PayloadWindow
  private readonly shapes: Shapes
  private readonly limit: number

  constructor(parts: {
    readonly network: Network
    readonly registry: Registry
    readonly window: PayloadWindow
    readonly shapes: Shapes
    readonly limit: number
  }) {
    const { network, registry, window, shapes, limit } = parts
    this.network = network
    this.registry = registry
    this.window = window
    this.shapes = shapes
    this.limit = limit
  }

  isOver(state: number): boolean {
    return (state & bitTries) >>> bitTriesShift >= this.limit
  }

  /** For the payload that the window shows. Returns the state with protocol and tries. */
  next(row: number, state: number): number {
    const tries = (state & bitTries) >>> bitTriesShift
    if (tries >= this.limit) return state
    const { registry } = this
    const protocol = this.network.cells[row + cellProtocol]
    const candidates = protocol < 0 ? this.byType(row) : this.byPort(protocol)
    let found = this.accepting(candidates)
    if (found === 0 && protocol === 6) found = this.accepting(registry.roaming.tcp)
    else if (found === 0 && protocol === 17) found = this.accepting(registry.roaming.udp)
    if (found !== 0) return (state & ~bitProtocol) | found
    if (tries === 0) this.noteUnknown(protocol)
    // The port still says something: from now on the scan decides about every payload.
    const isLast = tries + 1 >= this.limit || protocol < 0
    const fallback = isLast && candidates.length > 0 ? candidates[0] : 0
    const count = protocol < 0 ? this.limit : tries + 1
    return (state & ~bitTries & ~bitProtocol) | fallback | (count << bitTriesShift)
  }

  /** The protocol may still be found: whoever asks in the end looks at what is unknown then. */
  private noteUnknown(protocol: number): void {
    const { window, shapes } = this
    // The engine reads ARP itself.
    if (protocol < 0 && window.type === arpType) return
    if (protocol < 0) shapes.note('ethernet', window.type, window, window.frame)
    else if (protocol === 6 || protocol === 17) {
      const { source, destination, isFromServer } = window
      const { port } = isFromServer ? source : destination
      shapes.note(protocol === 6 ? 'tcp' : 'udp', port, window, window.frame)
    }
  }

  private byPort(protocol: number): readonly number[] {
    if (protocol !== 6 && protocol !== 17) return []
    const { registry, window } = this
    const carrier = protocol === 6 ? 'tcp' : 'udp'
    const { source, destination, isFromServer } = window
    const server = registry.candidates(carrier, isFromServer ? source.port : destination.port)
    const client = registry.candidates(carrier, isFromServer ? destination.port : source.port)
    if (client.length === 0) return server
    return server.length === 0 ? client : [...server, ...client]
  }

  private byType(row: number): readonly number[] {
    const { registry, network, window } = this
    const kind = network.cells[row + cellForm]
    if (kind === formEthernet) return registry.candidates('ethernet', window.type)
    if (kind === formLlc) return registry.candidates('llc', window.type)
    if (kind === formSnap) return registry.candidates('llc', window.type, window.organisation)
    return []
  }

  /** The first candidate that accepts the payload, 0 when none does. */
  private accepting(candidates: readonly number[]): number {
    const { registry, window } = this
    for (const candidate of candidates) {
      this.running = candidate
      const protocol = registry.protocols[candidate]
      const { view, from, to, isFromServer } = window
      const isAccepted =
        protocol?.recognises === undefined
          ? (registry.scanners[candidate]?.(view, from, to, isFromServer, silentTally) ?? 0) >= 0
          : protocol.recognises(window)
      if (isAccepted) return candidate
    }
    return 0
  }
}
