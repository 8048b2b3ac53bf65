// SPDX-License-Identifier: EUPL-1.2
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Call } from '../command.ts'
import { UsageError } from '../usage.ts'
import { refusalLine, stepWord } from '../words/instance.ts'
import type { InstanceReport } from './report.ts'

/** The half of the server's messages that comes back: `apps/server/backup/main.ts`. */
interface Told {
  readonly step?: string
  readonly bytes?: number
  readonly done?: InstanceReport
  readonly refused?: string
  readonly facts?: Readonly<Record<string, string | number>>
  readonly fault?: string
  readonly code?: string
}

const sources = join(import.meta.dirname, '../../server/backup/main.ts')

/** Undefined when somebody stopped it. */
export async function askServer(
  call: Call,
  what: 'backup' | 'restore',
  question: Readonly<Record<string, unknown>>,
): Promise<InstanceReport | undefined> {
  const { language } = call
  const { told, isCancelled } = await asked(call, [what, JSON.stringify(question)])
  if (told.done !== undefined) return told.done
  if (isCancelled) return undefined
  if (told.refused !== undefined) {
    throw new UsageError(refusalLine(told.refused, told.facts ?? {}, language))
  }
  // What the machine or the database could not do has a code, and one line says it.
  if (told.code) throw new UsageError(told.fault)
  throw new Error(told.fault ?? 'the process has ended without a word')
}

function asked(
  { shell, language }: Call,
  words: readonly string[],
): Promise<{ readonly told: Told; readonly isCancelled: boolean }> {
  const programs = shell.env['SCHOUW_PROGRAMS']
  const joined = programs === undefined ? undefined : join(programs, 'backup.mjs')
  const program = joined !== undefined && existsSync(joined) ? joined : sources
  return new Promise((done, reject) => {
    const child = fork(program, words, {
      cwd: shell.folder,
      env: shell.env,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    let told: Told = {}
    let isCancelled = false
    const { isInteractive } = shell.terminal
    shell.onCancel(() => {
      isCancelled = true
      child.kill('SIGINT')
    })
    child.on('message', (message: Told) => {
      if (message.step === undefined) told = message
      else if (isInteractive) {
        shell.complain(`\r${stepWord(message.step, message.bytes, language)}\u001b[K`)
      }
    })
    child.on('error', reject)
    child.on('exit', () => {
      if (isInteractive) shell.complain('\r\u001b[K')
      done({ told, isCancelled })
    })
  })
}
