// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process'
import { join } from 'node:path'

interface Verdict {
  readonly exit: number | null
  readonly out: string
}

/** What `schouw verify` says of a file or folder, and how it ends. */
export function verified(path: string, ...options: readonly string[]): Promise<Verdict> {
  const cli = join(import.meta.dirname, '../../cli/main.ts')
  const args = ['--disable-warning=ExperimentalWarning', cli, 'verify', path, ...options]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      out += chunk
    })
  }
  return new Promise((resolve) => child.on('close', (exit) => resolve({ exit, out })))
}
