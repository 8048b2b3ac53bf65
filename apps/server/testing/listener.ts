// SPDX-License-Identifier: EUPL-1.2
// Somebody in a room: keeps the line of news open, comes back when it breaks and says where it was.
import { type ClientRequest, request } from 'node:http'

export interface HeardLine {
  readonly index: number
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
  /** By `performance.now()`. */
  readonly at: number
}

const againMs = 200

export class Listener {
  readonly heard: HeardLine[] = []
  readonly #headers: Readonly<Record<string, string>>
  #base: string
  #last: string | undefined
  #asking: ClientRequest | undefined
  #isOver = false
  /** Settles when the server has said where it begins. */
  readonly began: Promise<void>
  #begin: () => void = () => {}

  constructor(base: string, headers: Readonly<Record<string, string>>) {
    this.#base = base
    this.#headers = headers
    this.began = new Promise((resolve) => {
      this.#begin = resolve
    })
    this.#listen()
  }

  /** Breaks the line, as a tunnel does; it is taken up again by itself. */
  cut(): void {
    this.#asking?.destroy()
  }

  close(): void {
    this.#isOver = true
    this.#asking?.destroy()
  }

  #again(): void {
    if (!this.#isOver) setTimeout(() => this.#listen(), againMs)
  }

  #listen(): void {
    if (this.#isOver) return
    const headers = {
      ...this.#headers,
      ...(this.#last === undefined ? {} : { 'last-event-id': this.#last }),
    }
    const url = `${this.#base}/api/v1/changes?with=incident-log-entry`
    let isBroken = false
    const broken = () => {
      if (isBroken) return
      isBroken = true
      this.#again()
    }
    const asking = request(url, { headers, agent: false }, (answer) => {
      if (answer.statusCode !== 200) {
        answer.resume()
        return broken()
      }
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks) this.#take(block)
      })
      answer.on('error', broken)
      answer.on('close', broken)
    })
    asking.on('error', broken)
    asking.end()
    this.#asking = asking
  }

  #take(block: string): void {
    const from = /: from (\d+)/.exec(block)?.[1]
    if (from !== undefined) {
      // Before anything is heard: whoever comes back later begins here.
      this.#last ??= from === '0' ? undefined : String(Number(from) - 1)
      this.#begin()
    }
    const id = /^id: (\d+)$/m.exec(block)?.[1]
    const data = /^data: (.*)$/m.exec(block)?.[1]
    if (id === undefined || data === undefined) return
    this.#last = id
    const told = JSON.parse(data)
    if (told.kind !== 'incident-log-entry') return
    this.heard.push({ ...told, at: performance.now() })
  }
}

/** Waits for something that comes by itself; how long that takes is not what is tested. */
export async function until(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 20))
}
