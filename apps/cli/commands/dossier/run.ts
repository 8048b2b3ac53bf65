// SPDX-License-Identifier: EUPL-1.2
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { addDays, isCalendarDate } from '@schouw/core/kernel'
import { scopes } from '@schouw/core/ledger/dossiers'
import { type Call, exitCode } from '../../command.ts'
import { UsageError } from '../../usage.ts'

/** What comes back: `apps/server/dossier/main.ts`. */
interface Told {
  readonly made?: { readonly bytes: number; readonly size: number; readonly log: string }
  readonly refused?: string
  readonly fault?: string
}

const sources = join(import.meta.dirname, '../../../server/dossier/main.ts')

export async function run(call: Call): Promise<number> {
  const { arguments: given, shell, language } = call
  const [operand] = given.operands
  if (operand !== undefined) throw new UsageError(`dossier takes no ${operand}; see --help`)
  const value = (name: string) => given.values.get(name)?.[0]
  const out = value('out')
  if (out === undefined) throw new UsageError('dossier needs a file to write: --out FILE')
  const place = resolve(shell.folder, out)
  if (existsSync(place)) throw new UsageError(`${out}: there is a file there already`)
  const scope = scopes.find((one) => one === (value('scope') ?? 'regulator'))
  if (scope === undefined) throw new UsageError(`--scope is one of ${scopes.join(', ')}`)
  const person = value('person')
  if (scope === 'director' && person === undefined) {
    throw new UsageError('--scope director needs whose it is: --person ID')
  }
  const until = dayOf('until', value('until') ?? new Date().toISOString().slice(0, 10))
  const from = dayOf('from', value('from') ?? addDays(until, -365))
  if (from > until) throw new UsageError(`--from ${from} is after --until ${until}`)
  const folder = resolve(shell.folder, value('data') ?? 'data')
  const isEmbedded = existsSync(join(folder, 'database'))
  const databaseUrl = isEmbedded ? undefined : shell.env['DATABASE_URL'] || undefined
  if (!isEmbedded && databaseUrl === undefined) {
    throw new UsageError(`${value('data') ?? 'data'}: no data folder of Schouw`)
  }
  const told = await asked(call, {
    folder,
    database_url: databaseUrl ?? null,
    out: place,
    organisation: value('organisation') ?? null,
    wanted: {
      ...{ scope, language, from, until, showNames: given.flags.has('names') },
      withhold: given.values.get('withhold') ?? [],
      now: new Date().toISOString(),
      ...(scope === 'director' ? { person } : {}),
    },
  })
  if (told.refused !== undefined) throw new UsageError(told.refused)
  if (told.made === undefined) throw new Error(told.fault ?? 'the process has ended')
  const { bytes, size, log } = told.made
  if (given.flags.has('json')) {
    const made = { schema: 'schouw/dossier-made/1', file: out, scope, from, until, ...told.made }
    shell.print(`${JSON.stringify(made)}\n`)
    return exitCode.done
  }
  const text = {
    en: `${out}: ${bytes} bytes, ${size} entries of ${log}\nCheck it: schouw verify ${out}\n`,
    nl: `${out}: ${bytes} bytes, ${size} regels van ${log}\nControleer het: schouw verify ${out}\n`,
  }
  shell.print(text[language])
  return exitCode.done
}

function dayOf(name: string, text: string): string {
  if (isCalendarDate(text)) return text
  throw new UsageError(`--${name} ${text}: expected a day, such as 2026-09-30`)
}

function asked(call: Call, question: Readonly<Record<string, unknown>>): Promise<Told> {
  const { shell } = call
  const programs = shell.env['SCHOUW_PROGRAMS']
  const joined = programs === undefined ? undefined : join(programs, 'dossier.mjs')
  const program = joined !== undefined && existsSync(joined) ? joined : sources
  return new Promise((done, reject) => {
    const child = fork(program, [], {
      cwd: shell.folder,
      env: shell.env,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    let answer: Told = {}
    shell.onCancel(() => child.kill('SIGINT'))
    child.on('message', (told: Told) => {
      answer = told
    })
    child.on('error', reject)
    child.on('exit', () => done(answer))
    child.send(question)
  })
}
