// SPDX-License-Identifier: EUPL-1.2
import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Shell } from '../../terminal/shell.ts'

const sources = {
  server: join(import.meta.dirname, '../../../server/main.ts'),
  sensor: join(import.meta.dirname, '../../../sensor/main.ts'),
  demo: join(import.meta.dirname, '../../../server/demo/main.ts'),
} as const

/**
 * Memory that was needed to start goes back to the operating system (glibc keeps it otherwise): 70 MB
 * of a server at rest.
 */
const memory = { MALLOC_MMAP_THRESHOLD_: '262144', MALLOC_TRIM_THRESHOLD_: '131072' }

/** Another process, so that neither needs the other's code. It ends when this one does. */
export function runServer(
  program: keyof typeof sources,
  words: readonly string[],
  shell: Shell,
): Promise<number> {
  const programs = shell.env['SCHOUW_PROGRAMS']
  const file = programs === undefined ? sources[program] : join(programs, `${program}.mjs`)
  return new Promise((resolve, reject) => {
    const child = fork(file, [...words], {
      cwd: shell.folder,
      env: { ...memory, ...shell.env },
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
