// SPDX-License-Identifier: EUPL-1.2
// One line on standard error that is written over: how far, how fast, how long still.
import type { Shell } from './shell.ts'

const redrawMs = 200
/** Shorter work shows nothing. */
const patienceMs = 1000

export class Progress {
  readonly #shell: Shell
  readonly #totalBytes: number
  readonly #startMs = performance.now()
  #drawnMs = 0
  #isDrawn = false

  constructor(shell: Shell, totalBytes: number) {
    this.#shell = shell
    this.#totalBytes = totalBytes
  }

  at(name: string, bytes: number): void {
    const now = performance.now()
    const elapsedMs = now - this.#startMs
    if (!this.#shell.terminal.isInteractive || elapsedMs < patienceMs) return
    if (now - this.#drawnMs < redrawMs) return
    this.#drawnMs = now
    this.#isDrawn = true
    const rate = bytes / (elapsedMs / 1000)
    const leftS = rate > 0 ? Math.max(0, this.#totalBytes - bytes) / rate : 0
    const share = this.#totalBytes > 0 ? Math.floor((bytes / this.#totalBytes) * 100) : 100
    const line = `${share} %  ${size(bytes)}  ${size(rate)}/s  ${Math.ceil(leftS)} s  ${name}`
    this.#shell.complain(`\r\u001b[K${line.slice(0, 100)}`)
  }

  done(): void {
    if (this.#isDrawn) this.#shell.complain('\r\u001b[K')
    this.#isDrawn = false
  }
}

export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${unit === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`
}

/** The same line for work that goes by steps. */
export class StepProgress {
  readonly #shell: Shell
  readonly #total: number
  readonly #startMs = performance.now()
  #drawnMs = 0
  #isDrawn = false

  constructor(shell: Shell, total: number) {
    this.#shell = shell
    this.#total = total
  }

  at(done: number): void {
    const now = performance.now()
    const elapsedMs = now - this.#startMs
    if (!this.#shell.terminal.isInteractive || elapsedMs < patienceMs) return
    if (now - this.#drawnMs < redrawMs) return
    this.#drawnMs = now
    this.#isDrawn = true
    const leftS = ((this.#total - done) * elapsedMs) / done / 1000
    const share = Math.floor((done / this.#total) * 100)
    this.#shell.complain(`\r\u001b[K${share} %  ${Math.ceil(leftS)} s`)
  }

  done(): void {
    if (this.#isDrawn) this.#shell.complain('\r\u001b[K')
    this.#isDrawn = false
  }
}
