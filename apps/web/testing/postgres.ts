// SPDX-License-Identifier: EUPL-1.2
// A database of PostgreSQL for a server in a browser test.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface Postgres {
  readonly url: string
  readonly stop: () => Promise<unknown>
}

/** Undefined when this machine has none. */
export async function standingPostgres(): Promise<Postgres | undefined> {
  const program = join(import.meta.dirname, '../../server/storage/testing/serve-postgres.ts')
  const args = ['--disable-warning=ExperimentalWarning', program]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const over = new Promise((resolve) => child.on('exit', resolve))
  const said = await new Promise<string>((resolve) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim()))
    child.once('exit', () => resolve(''))
  })
  if (said === 'no postgres') return undefined
  if (said === '') throw new Error('PostgreSQL did not start')
  const stop = () => {
    child.kill('SIGTERM')
    return over
  }
  return { url: said, stop }
}
