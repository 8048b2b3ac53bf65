// SPDX-License-Identifier: EUPL-1.2

/** What can be claimed, in the order in which it is told. */
export const layerNames = [
  'container',
  'manifest',
  'entries',
  'entry',
  'payloads',
  'inclusion',
  'tiles',
  'signature',
  'key',
  'heads',
  'witnesses',
  'timestamp',
  'revocation',
  'qualified',
  'records',
  'beside',
  'files',
  'accompanying',
  'assertion',
  'document',
  'enrolment',
] as const

export type LayerName = (typeof layerNames)[number]

/**
 * `refused`: it is claimed and does not hold. `unproven`: it is claimed and nothing was given to
 * prove it by. `not-claimed`: it is not there, and nobody said it was.
 */
export type LayerState = 'proven' | 'refused' | 'unproven' | 'not-claimed'

export type Facts = Readonly<Record<string, unknown>>

export interface Layer {
  readonly layer: LayerName
  readonly state: LayerState
  readonly facts: Facts
}

export interface Fault {
  readonly layer: LayerName
  readonly code: string
  readonly facts: Facts
}

export interface Verdict {
  /** Something is proven, and nothing that is claimed is refused or left unproven. */
  readonly isProven: boolean
  readonly layers: readonly Layer[]
  readonly findings: readonly Fault[]
  /** Findings in all; the list ends at a bound. */
  readonly count: number
}

const gravity: Readonly<Record<LayerState, number>> = {
  'not-claimed': 0,
  proven: 1,
  unproven: 2,
  refused: 3,
}

/** Findings that are kept; counting goes on. */
const mostFindings = 1000

/** Gathers what was found, layer by layer: the worst that is said of a layer is what it is. */
export class Judgement {
  readonly #layers = new Map<LayerName, { state: LayerState; facts: Record<string, unknown> }>()
  readonly #findings: Fault[] = []
  #count = 0

  proven(layer: LayerName, facts: Facts = {}): void {
    this.#say(layer, 'proven', facts)
  }

  notClaimed(layer: LayerName, facts: Facts = {}): void {
    this.#say(layer, 'not-claimed', facts)
  }

  refuse(layer: LayerName, code: string, facts: Facts = {}): void {
    this.#say(layer, 'refused', {})
    this.#find({ layer, code, facts })
  }

  unproven(layer: LayerName, code: string, facts: Facts = {}): void {
    this.#say(layer, 'unproven', {})
    this.#find({ layer, code, facts })
  }

  verdict(): Verdict {
    const layers = layerNames.flatMap((layer) => {
      const said = this.#layers.get(layer)
      return said === undefined ? [] : [{ layer, ...said }]
    })
    const isProven =
      layers.some(({ state }) => state === 'proven') &&
      layers.every(({ state }) => state === 'proven' || state === 'not-claimed')
    return { isProven, layers, findings: this.#findings, count: this.#count }
  }

  #say(layer: LayerName, state: LayerState, facts: Facts): void {
    const known = this.#layers.get(layer)
    if (known === undefined) {
      this.#layers.set(layer, { state, facts: { ...facts } })
      return
    }
    if (gravity[state] > gravity[known.state]) known.state = state
    Object.assign(known.facts, facts)
  }

  #find(fault: Fault): void {
    this.#count += 1
    if (this.#findings.length < mostFindings) this.#findings.push(fault)
  }
}
