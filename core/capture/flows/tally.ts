// SPDX-License-Identifier: EUPL-1.2
import type { Tally } from '../protocol.ts'
import type { Layers } from './layers.ts'
import { type Operations, operationWord } from './operations.ts'

const noLayers = new Int32Array(0)

/** The one tally that scans speak to; set up for each payload, allocates nothing. */
export class PacketTally implements Tally {
  hasLayer = false
  /** Innermost layer named so far + 1. */
  innermost = 0
  private flow = 0
  private word = 0
  private frame = 0
  private wire = 0
  private layerIds: Int32Array = noLayers
  private readonly layers: Layers
  private readonly operations: Operations

  constructor(layers: Layers, operations: Operations) {
    this.layers = layers
    this.operations = operations
  }

  /** Turns to the payload at hand. */
  begin(flow: number, frame: number, wire: number): void {
    this.flow = flow
    this.frame = frame
    this.wire = wire
  }

  speakFor(protocol: number, isFromServer: boolean, layerIds: Int32Array): void {
    this.word = operationWord(0, isFromServer, protocol)
    this.layerIds = layerIds
    this.hasLayer = false
    this.innermost = 0
  }

  add(code: number): void {
    this.operations.add(this.flow, (code & 0xffff) | this.word, this.frame)
  }

  layer(index: number): void {
    const id = this.layerIds[index]
    if (id === undefined) return
    this.hasLayer = true
    if (index >= this.innermost) this.innermost = index + 1
    this.layers.count(id, this.frame, this.wire)
  }
}

/** For trying whether a protocol would accept a payload. */
export const silentTally: Tally = {
  add() {},
  layer() {},
}
