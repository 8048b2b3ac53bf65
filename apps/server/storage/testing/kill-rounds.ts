// SPDX-License-Identifier: EUPL-1.2
// Kills a writing server again and again, at any moment, also while it starts. What it had
// acknowledged must be there, and no size of the log may ever have had two roots. At length:
// scripts/faults.ts.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { base64 } from '@schouw/core/ledger/bytes'
import { parseHeader } from '@schouw/core/ledger/entries'
import { TileTree } from '@schouw/core/ledger/tiles'
import { sha256 } from '../ledger/hash.ts'
import { openStorage, type Storage, type StorageOptions } from '../storage.ts'

export interface Rounds {
  readonly options: StorageOptions
  readonly tenant: string
  readonly rounds: number
  /** What earlier rounds on the same log were told, to be looked at again. */
  readonly known?: Known
  /** 0 up to, but without, 1. */
  readonly chance: () => number
  /** Called between rounds; a database server may be killed there as well. */
  readonly between?: (round: number) => void
}

export interface Toll {
  readonly rounds: number
  /** Entries whose change was acknowledged before a kill. */
  readonly acknowledged: number
  /** Acknowledged, and not in the log: must be 0. */
  readonly lost: number
  /** Heads that were published. */
  readonly heads: number
  /** Of them, those of a size at which the log has, or had, another root: must be 0. */
  readonly secondRoots: number
  /** Starts that ended by themselves, with what they said. */
  readonly refusedStarts: readonly string[]
  /** Rounds in which the kill came before the server was ready. */
  readonly whileStarting: number
  readonly entries: number
}

/** Of four kills one comes at any moment from the start on, three while changes are under way. */
const startingShare = 0.25
/** Milliseconds after which a server is killed, at most, counted from its start. */
const longestStartMs = 1_600
/** And from the moment at which it was ready. */
const longestWorkMs = 1_000
/** A start that takes longer than this hangs. */
const patienceMs = 120_000

/** What servers said before they were killed. */
export interface Known {
  rounds: number
  readonly ids: Map<number, string>
  readonly roots: Map<number, string>
  /** Said twice, and not the same. */
  contradicted: number
}

export function nothingKnown(): Known {
  return { rounds: 0, ids: new Map(), roots: new Map(), contradicted: 0 }
}

export async function killRounds({
  options,
  tenant,
  rounds,
  known = nothingKnown(),
  chance,
  between,
}: Rounds): Promise<Toll> {
  const refusedStarts: string[] = []
  let whileStarting = 0
  for (let count = 0; count < rounds; count += 1) {
    const round = known.rounds
    known.rounds += 1
    const life =
      chance() < startingShare
        ? { startMs: chance() * longestStartMs, workMs: 0 }
        : { startMs: patienceMs, workMs: chance() * longestWorkMs }
    const told = await oneLife({ options, tenant, round }, life, known)
    if (told.complaint !== undefined) refusedStarts.push(told.complaint)
    else if (!told.isReady) whileStarting += 1
    between?.(round)
  }
  const storage = await openStorage(options)
  try {
    const found = await verify(storage, tenant, known)
    const { ids, roots } = known
    return {
      rounds,
      acknowledged: ids.size,
      heads: roots.size,
      refusedStarts,
      whileStarting,
      ...found,
    }
  } finally {
    await storage.close()
  }
}

async function oneLife(
  { options, tenant, round }: { options: StorageOptions; tenant: string; round: number },
  life: { readonly startMs: number; readonly workMs: number },
  known: Known,
): Promise<{ readonly isReady: boolean; readonly complaint?: string }> {
  const args = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'writer.ts')]
  const given = [JSON.stringify(options), tenant, String(round)]
  const child = spawn(process.execPath, [...args, ...given], { stdio: ['ignore', 'pipe', 'pipe'] })
  const kill = () => void child.kill('SIGKILL')
  let timer = setTimeout(kill, life.startMs)
  let isReady = false
  let text = ''
  let complaint = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    if (isReady || !text.includes('ready\n')) return
    isReady = true
    if (life.startMs < patienceMs) return
    clearTimeout(timer)
    timer = setTimeout(kill, life.workMs)
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaint += chunk
  })
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_code, by) => resolve(by))
  })
  clearTimeout(timer)
  // The last line may be cut off: it says nothing then.
  const lines = text.split('\n').slice(0, -1)
  for (const line of lines) learn(line, known)
  if (signal === 'SIGKILL') return { isReady }
  return { isReady, complaint: `round ${round} ended by itself: ${text.slice(-500)}${complaint}` }
}

function learn(line: string, known: Known): void {
  const [what, number, rest = ''] = line.split(' ')
  const map = what === 'entry' ? known.ids : what === 'head' ? known.roots : undefined
  if (map === undefined) return
  const before = map.get(Number(number))
  if (before !== undefined && before !== rest) known.contradicted += 1
  map.set(Number(number), rest)
}

/** Against the log as it is at the end, its tree grown anew from the leaves. */
async function verify(
  storage: Storage,
  tenant: string,
  known: Known,
): Promise<Pick<Toll, 'lost' | 'secondRoots' | 'entries'>> {
  const { head, refusal } = await storage.log(tenant)
  if (refusal !== undefined) throw refusal
  const rows = await storage.read(tenant, (db) =>
    db.selectFrom('log_entries').select(['entry', 'header', 'leaf']).orderBy('entry').execute(),
  )
  const tree = TileTree.empty(sha256)
  let found = 0
  let same = 0
  for (const { entry, header: bytes, leaf } of rows) {
    const header = parseHeader(bytes)
    const subject = header.ok && 'subject' in header.value ? header.value.subject : undefined
    if (subject !== undefined && known.ids.get(entry) === subject) found += 1
    if (tree.size === entry) tree.append(leaf)
    if (known.roots.get(tree.size) === base64(tree.root())) same += 1
    tree.filled()
  }
  return {
    lost: known.ids.size - found,
    secondRoots: known.contradicted + known.roots.size - same,
    entries: head.size,
  }
}
