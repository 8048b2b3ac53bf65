// SPDX-License-Identifier: EUPL-1.2
// Kills a writing server again and again, at any moment, also while it starts. What it had
// acknowledged must be there, and no size of the log may ever have had two roots.
//
// By itself: node bin/run.mjs apps/server/storage/testing/kill-rounds.ts [ROUNDS] [embedded|postgres]
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { base64 } from '@schouw/core/ledger/bytes'
import { parseHeader } from '@schouw/core/ledger/entries'
import { rootAt } from '../ledger/open-log.ts'
import { openStorage, type Storage, type StorageOptions } from '../storage.ts'

export interface Rounds {
  readonly options: StorageOptions
  readonly tenant: string
  readonly rounds: number
  /** 0 up to, but without, 1. */
  readonly chance: () => number
  /** Called between rounds; a database server may be killed there as well. */
  readonly between?: (round: number) => void
}

export interface Toll {
  readonly rounds: number
  readonly acknowledged: number
  /** Rounds in which the kill came before the server was ready. */
  readonly whileStarting: number
  readonly entries: number
}

/** Milliseconds after which a server is killed, at most; a start takes some hundreds. */
const longestLifeMs = 1_600

interface Known {
  readonly ids: Map<number, string>
  readonly roots: Map<number, string>
}

/** Throws at the first broken promise. */
export async function killRounds({
  options,
  tenant,
  rounds,
  chance,
  between,
}: Rounds): Promise<Toll> {
  const known: Known = { ids: new Map(), roots: new Map() }
  let whileStarting = 0
  for (let round = 0; round < rounds; round += 1) {
    const { isReady } = await oneLife({ options, tenant, round }, chance() * longestLifeMs, known)
    if (!isReady) whileStarting += 1
    between?.(round)
  }
  const storage = await openStorage(options)
  try {
    const entries = await verify(storage, tenant, known)
    return { rounds, acknowledged: known.ids.size, whileStarting, entries }
  } finally {
    await storage.close()
  }
}

async function oneLife(
  { options, tenant, round }: { options: StorageOptions; tenant: string; round: number },
  lifeMs: number,
  known: Known,
): Promise<{ readonly isReady: boolean }> {
  const args = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'writer.ts')]
  const given = [JSON.stringify(options), tenant, String(round)]
  const child = spawn(process.execPath, [...args, ...given], { stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  let complaint = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaint += chunk
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), lifeMs)
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_code, by) => resolve(by))
  })
  clearTimeout(timer)
  if (signal !== 'SIGKILL') throw new Error(`round ${round} ended by itself: ${text}${complaint}`)
  // The last line may be cut off: it says nothing then.
  const lines = text.split('\n').slice(0, -1)
  for (const line of lines) learn(line, known)
  return { isReady: lines.includes('ready') }
}

function learn(line: string, known: Known): void {
  const [what, number, rest = ''] = line.split(' ')
  const map = what === 'entry' ? known.ids : what === 'head' ? known.roots : undefined
  if (map === undefined) return
  const before = map.get(Number(number))
  if (before !== undefined && before !== rest) {
    throw new Error(`${what} ${number} was ${before}, and is now ${rest}`)
  }
  map.set(Number(number), rest)
}

async function verify(storage: Storage, tenant: string, known: Known): Promise<number> {
  const { head, refusal } = await storage.log(tenant)
  if (refusal !== undefined) throw refusal
  await storage.read(tenant, async (db) => {
    const rows = await db.selectFrom('log_entries').select(['entry', 'header']).execute()
    const headers = new Map(rows.map(({ entry, header }) => [entry, header]))
    for (const [index, id] of known.ids) {
      const header = parseHeader(headers.get(index) ?? new Uint8Array())
      const subject = header.ok && 'subject' in header.value ? header.value.subject : undefined
      if (subject !== id) throw new Error(`entry ${index} of ${id} was acknowledged and is lost`)
    }
    for (const [size, root] of known.roots) {
      const found = await rootAt(storage.session.transaction, size)
      if (found === undefined || base64(found) !== root) {
        throw new Error(`at ${size} entries ${root} was published, and the database has another`)
      }
    }
  })
  return head.size
}
