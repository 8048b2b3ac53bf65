// SPDX-License-Identifier: EUPL-1.2
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { verifierKey } from '@schouw/core/ledger/notes'
import type { Verdict } from '@schouw/core/ledger/verdicts'
import type { Call } from '../command.ts'
import { UsageError } from '../usage.ts'
import type { Report } from './report.ts'
import { filesOption, trustOf } from './trust.ts'

/** The half of the server's messages that comes back: `apps/server/verify/messages.ts`. */
interface Told {
  readonly progress?: number
  readonly verdict?: {
    readonly isProven: boolean
    readonly parts: readonly (Verdict & { readonly name: string })[]
  }
  readonly refused?: string
  readonly fault?: string
}

const sources = join(import.meta.dirname, '../../server/verify/main.ts')

/** A data folder, or the database at DATABASE_URL with the known heads of the folder. */
export async function verifyData(call: Call, name: string): Promise<Report> {
  const { shell } = call
  const folder = resolve(shell.folder, name)
  const isEmbedded = existsSync(join(folder, 'database'))
  const databaseUrl = isEmbedded ? undefined : shell.env['DATABASE_URL'] || undefined
  const hasHeads = existsSync(join(folder, 'heads'))
  if (!isEmbedded && databaseUrl === undefined && !hasHeads) {
    throw new UsageError(`${name}: no data folder of Schouw, and DATABASE_URL names no database`)
  }
  const trust = trustOf(call)
  const base64 = (list: readonly Uint8Array[]) =>
    list.map((bytes) => Buffer.from(bytes).toString('base64'))
  const told = await asked(call, {
    folder,
    database_url: databaseUrl ?? null,
    secret: shell.env['SCHOUW_SECRET'] || null,
    keys: trust.keys.map(verifierKey),
    witnesses: (trust.witnesses ?? []).map(verifierKey),
    kept: base64(filesOption(call, 'checkpoint')),
    anchors: base64([...(trust.anchors ?? [])]),
    revocation_lists: base64([...(trust.revocationLists ?? [])]),
    now_ms: trust.nowMs,
  })
  if (told.refused !== undefined) throw new UsageError(`${name}: ${told.refused}`)
  if (told.verdict === undefined) throw new Error(told.fault ?? 'the verifying process has ended')
  return { kind: 'data', name, ...told.verdict }
}

function asked(call: Call, question: Readonly<Record<string, unknown>>): Promise<Told> {
  const { shell } = call
  const programs = shell.env['SCHOUW_PROGRAMS']
  const joined = programs === undefined ? undefined : join(programs, 'verify.mjs')
  const program = joined !== undefined && existsSync(joined) ? joined : sources
  return new Promise((done, reject) => {
    const child = fork(program, [], {
      cwd: shell.folder,
      env: shell.env,
      // Rows come and go by the thousand: room for the young saves the collector rounds.
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=32'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    let answer: Told = {}
    shell.onCancel(() => child.kill('SIGINT'))
    child.on('message', (told: Told) => {
      if (told.progress === undefined) answer = told
      else if (shell.terminal.isInteractive) shell.complain(`\r${told.progress}\u001b[K`)
    })
    child.on('error', reject)
    child.on('exit', () => {
      if (shell.terminal.isInteractive) shell.complain('\r\u001b[K')
      done(answer)
    })
    child.send(question)
  })
}
