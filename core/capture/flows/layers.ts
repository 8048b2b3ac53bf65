// SPDX-License-Identifier: EUPL-1.2

/** Layers that the engine itself counts, by index; the names are those of the shared answers. */
export const builtIn = [
  'ipv4',
  'ipv6',
  'tcp',
  'udp',
  'arp',
  'vlan',
  'icmp',
  'icmpv6',
  'igmp',
  'gre',
  'mpls',
  'pppoe',
  'hsr',
  'prp',
  'vxlan',
  'llc',
  'esp',
  'ah',
  'ospf',
  'eigrp',
  'vrrp',
  'sctp',
  'ipip',
  'pim',
] as const

export type BuiltIn = (typeof builtIn)[number]

export const layerOf = Object.fromEntries(builtIn.map((name, index) => [name, index])) as Readonly<
  Record<BuiltIn, number>
>

/** Names are made by protocols and by us, but a decoder could make them from bytes. */
const maxLayers = 1024

/** Packets and bytes per layer; a packet counts once for a layer, however often it is named. */
export class Layers {
  readonly packets = new Float64Array(maxLayers)
  readonly bytes = new Float64Array(maxLayers)
  /** The frame that counted last. */
  private readonly stamp = new Float64Array(maxLayers)
  private names: readonly string[] = []
  private readonly ids = new Map<string, number>(builtIn.map((name, index) => [name, index]))

  /** The last id is the one for names beyond the bound. */
  idOf(name: string): number {
    const known = this.ids.get(name)
    if (known !== undefined) return known
    const id = this.ids.size
    if (id >= maxLayers - 1) return maxLayers - 1
    this.ids.set(name, id)
    return id
  }

  /** `frame` counts from 1 over all captures. */
  count(id: number, frame: number, bytes: number): void {
    if (this.stamp[id] === frame) return
    this.stamp[id] = frame
    this.packets[id] = this.packets[id] + 1
    this.bytes[id] = this.bytes[id] + bytes
  }

  /** Counts packets that cannot have counted for the layer otherwise. */
  add(id: number, packets: number, bytes: number): void {
    this.packets[id] += packets
    this.bytes[id] += bytes
  }

  nameOf(id: number): string | undefined {
    if (this.names.length !== this.ids.size) this.names = [...this.ids.keys()]
    return this.names[id]
  }

  /** Packets under names beyond the bound. */
  get overflow(): number {
    return this.packets[maxLayers - 1]
  }

  record(): Record<string, { readonly packets: number; readonly bytes: number }> {
    const result: Record<string, { readonly packets: number; readonly bytes: number }> = {}
    for (const [name, id] of [...this.ids].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const packets = this.packets[id]
      if (packets > 0) result[name] = { packets, bytes: this.bytes[id] }
    }
    return result
  }
}
