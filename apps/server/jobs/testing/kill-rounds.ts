// SPDX-License-Identifier: EUPL-1.2
// Kills processes that write work and do it, at any moment, also while they start. What was kept
// must be done: with its end exactly once, otherwise at least once, and every mail must arrive.
//
// By itself: node bin/run.mjs apps/server/jobs/testing/kill-rounds.ts [ROUNDS] [embedded|postgres]
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MailServer } from '../../mail/testing/smtp.ts'
import { mailServer } from '../../mail/testing/smtp.ts'
import { makeTemplate } from '../../storage/engine/template.ts'
import { openStorage, type StorageOptions } from '../../storage/storage.ts'
import { privatePostgres } from '../../storage/testing/private-postgres.ts'
import { first } from '../../storage/testing/tenants.ts'
import { type Counted, counted } from './counting.ts'
import { until } from './running.ts'

export interface Life {
  readonly child: ChildProcess
  /** Lines so far; the last may be cut off and is left out. */
  readonly lines: () => readonly string[]
  readonly over: Promise<NodeJS.Signals | null>
}

export interface Beginning {
  readonly options: StorageOptions
  readonly tenant: string
  readonly word: string
  readonly count: number
  readonly port: number
}

export function begin({ options, tenant, word, count, port }: Beginning): Life {
  const given = [JSON.stringify(options), tenant, word, String(count), String(port)]
  const args = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'worker.ts')]
  const child = spawn(process.execPath, [...args, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  const over = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_code, signal) => resolve(signal))
  })
  return { child, lines: () => text.split('\n').slice(0, -1), over }
}

export function keptBy(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => (line.startsWith('kept ') ? [line.slice(5)] : []))
}

export interface Rounds {
  readonly options: StorageOptions
  readonly tenant: string
  readonly rounds: number
  /** 0 up to, but without, 1. */
  readonly chance: () => number
  readonly longestLifeMs?: number
  readonly between?: (round: number) => void
}

export interface Toll {
  readonly rounds: number
  readonly kept: number
  readonly whileStarting: number
  /** Of jobs that end in what they write: never more than one each. */
  readonly exactly: number
  /** Times that a job without such an end was done again. */
  readonly again: number
  readonly mailsTwice: number
}

/** Throws at the first broken promise. */
export async function killRounds(asked: Rounds): Promise<Toll> {
  const { options, tenant, rounds, chance, longestLifeMs = 1_500, between } = asked
  const server = await mailServer()
  const kept: string[] = []
  let whileStarting = 0
  try {
    for (let round = 0; round < rounds; round += 1) {
      const { port } = server
      const life = begin({ options, tenant, word: `r${round}`, count: 1_000_000, port })
      // One in four while it starts, the others once it works: a start may take any time.
      if (chance() < 0.75) await readyOrOver(life)
      const timer = setTimeout(() => life.child.kill('SIGKILL'), chance() * longestLifeMs)
      const signal = await life.over
      clearTimeout(timer)
      if (signal !== 'SIGKILL') throw new Error(`round ${round} ended by itself`)
      if (!life.lines().includes('ready')) whileStarting += 1
      kept.push(...keptBy(life.lines()))
      between?.(round)
    }
    const found = await drained(
      { options, tenant, word: 'last', count: 0, port: server.port },
      kept,
    )
    return { rounds, kept: kept.length, whileStarting, ...judged(found, kept, server) }
  } finally {
    await server.stop()
  }
}

async function readyOrOver({ lines, over }: Life): Promise<void> {
  let isOver = false
  void over.then(() => {
    isOver = true
  })
  await until(() => isOver || lines().includes('ready'), 120_000)
}

/** What there is once a process was left in peace. */
async function drained(beginning: Beginning, kept: readonly string[]): Promise<Counted> {
  const isShared = beginning.options.databaseUrl !== undefined
  const life = begin(beginning)
  if (isShared) {
    const storage = await openStorage(beginning.options)
    try {
      await until(async () => isDone(await counted(storage, beginning.tenant), kept), 240_000)
      await until(async () => (await mailsLeft(storage, beginning.tenant)) === 0, 60_000)
    } finally {
      await storage.close()
    }
  } else {
    // Nobody else looks into an embedded database: it is given time, and closed to be looked at.
    await until(() => life.lines().includes('ready'), 60_000)
    await new Promise((resolve) => setTimeout(resolve, 20_000 + kept.length * 40))
  }
  life.child.kill('SIGTERM')
  await life.over
  const storage = await openStorage(beginning.options)
  try {
    const left = await mailsLeft(storage, beginning.tenant)
    if (left > 0) throw new Error(`${left} mails are left`)
    return await counted(storage, beginning.tenant)
  } finally {
    await storage.close()
  }
}

type Opened = Awaited<ReturnType<typeof openStorage>>

async function mailsLeft(storage: Opened, tenant: string): Promise<number> {
  const rows = await storage.read(tenant, (db) =>
    db.selectFrom('mails').select('id').where('state', '<>', 'sent').execute(),
  )
  return rows.length
}

function isDone({ exactly, atLeast, slow }: Counted, kept: readonly string[]): boolean {
  return kept.every((name) => exactly.has(name) && atLeast.has(name) && slow.has(name))
}

function judged(found: Counted, kept: readonly string[], { received }: MailServer) {
  const lost = kept.filter((name) => !isDone(found, [name]))
  if (lost.length > 0) throw new Error(`kept and not done: ${lost.slice(0, 5).join()}`)
  const twice = [...found.exactly].filter(([, count]) => count !== 1)
  if (twice.length > 0) throw new Error(`done twice: ${twice.slice(0, 5).join()}`)
  const mails = Map.groupBy(
    received.flatMap(({ to }) => to),
    (address) => address.replace('@example.org', ''),
  )
  const unsent = kept.filter((name) => !mails.has(name))
  if (unsent.length > 0) throw new Error(`not mailed: ${unsent.slice(0, 5).join()}`)
  return {
    exactly: found.exactly.size,
    again: [...found.atLeast.values()].reduce((sum, count) => sum + count - 1, 0),
    mailsTwice: [...mails.values()].filter(({ length }) => length > 1).length,
  }
}

if (import.meta.main) {
  const [rounds = '100', engine = 'embedded'] = process.argv.slice(2)
  const folder = mkdtempSync(join(tmpdir(), 'schouw-jobs-'))
  const postgres = engine === 'postgres' ? privatePostgres() : undefined
  try {
    const options: StorageOptions =
      postgres === undefined
        ? { folder, template: await makeTemplate() }
        : { folder, databaseUrl: await postgres.database() }
    const storage = await openStorage(options)
    await storage.createTenant({ id: first, name: 'First' })
    await storage.close()
    const toll = await killRounds({
      options,
      tenant: first,
      rounds: Number(rounds),
      chance: Math.random,
    })
    console.log(JSON.stringify({ engine, ...toll }))
  } finally {
    postgres?.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}
