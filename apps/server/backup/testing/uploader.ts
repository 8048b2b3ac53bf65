// SPDX-License-Identifier: EUPL-1.2
// Takes in a file without an end, says when some of it is there, and waits to be killed.
import { Incoming } from '../../files/incoming.ts'

const [folder = ''] = process.argv.slice(2)

async function* endless(): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < 50; n += 1) yield Buffer.alloc(1 << 16, 'words ')
  process.send?.('some')
  await new Promise((resolve) => setTimeout(resolve, 60_000))
}

await new Incoming(folder).take(endless(), {})
