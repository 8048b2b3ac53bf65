// SPDX-License-Identifier: EUPL-1.2
// Changes records as fast as it can and says what was acknowledged, until it is killed.
import { writeSync } from 'node:fs'
import { base64 } from '@schouw/core/ledger/bytes'
import { openStorage, type StorageOptions } from '../storage.ts'
import { changing, creating, doneOf } from './records.ts'

/** Changes asked for at the same time. */
const writers = 6

/** A line on standard output, on its way before the next statement runs. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}

const [given = '', tenant = '', round = '0'] = process.argv.slice(2)
const options: StorageOptions = JSON.parse(given)
const storage = await openStorage(options)
const { refusal } = await storage.log(tenant)
if (refusal !== undefined) {
  say(`refused ${refusal.message}`)
  process.exit(1)
}
say('ready')

async function write(writer: number): Promise<never> {
  for (let n = 0; ; n += 1) {
    const code = `R${round}-${writer}-${n}`
    const made = doneOf(
      await storage.apply(tenant, creating('site', { code, name: `Plant ${code}` })),
    )
    told(made.entries, made.record?.id)
    const id = made.record?.id ?? ''
    const changed = doneOf(
      await storage.apply(tenant, changing('site', id, 1, { city: `City ${n}` })),
    )
    told(changed.entries, id)
  }
}

/** After the acknowledgement; the checkpoint that covers it is out by then. */
function told(entries: readonly number[], id: string | undefined): void {
  for (const index of entries) say(`entry ${index} ${id}`)
  storage.log(tenant).then(
    ({ head }) => say(`head ${head.size} ${base64(head.root)}`),
    () => {},
  )
}

await Promise.all(Array.from({ length: writers }, (_, n) => write(n)))
