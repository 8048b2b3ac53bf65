// SPDX-License-Identifier: EUPL-1.2
import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Call } from '../../command.ts'
import { UsageError } from '../../usage.ts'

const sources = join(import.meta.dirname, '../../../server/main.ts')

/** Another process, so that neither needs the other's code. It ends when this one does. */
export function run({ arguments: given, shell }: Call): Promise<number> {
  const [operand] = given.operands
  if (operand !== undefined) throw new UsageError(`serve takes no ${operand}; see --help`)
  const words = ['data', 'port', 'host', 'dev-token'].flatMap((name) =>
    (given.values.get(name) ?? []).map((value) => `--${name}=${value}`),
  )
  const programs = shell.env['SCHOUW_PROGRAMS']
  const server = programs === undefined ? sources : join(programs, 'server.mjs')
  return new Promise((resolve, reject) => {
    const child = fork(server, words, {
      cwd: shell.folder,
      env: shell.env,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: 'inherit',
    })
    const pass = (signal: NodeJS.Signals) => () => child.kill(signal)
    const signals = ['SIGTERM', 'SIGHUP'] as const
    const passed = signals.map((signal) => [signal, pass(signal)] as const)
    for (const [signal, listener] of passed) process.on(signal, listener)
    shell.onCancel(pass('SIGINT'))
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      for (const [name, listener] of passed) process.off(name, listener)
      resolve(code ?? (signal === 'SIGKILL' ? 137 : 143))
    })
  })
}
