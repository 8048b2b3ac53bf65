// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream'

/** Undefined when there is more than may be. */
export async function wholeStream(stream: Readable, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > most) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** As lists in a cell are written: quotes around what holds a separator. */
export function quotedItem(text: string): string {
  return /[;,"\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
