// SPDX-License-Identifier: EUPL-1.2
// `schouw` as a process, the way a person starts it.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const cli = join(import.meta.dirname, '../../cli/main.ts')

export type Environment = Readonly<Record<string, string>>

export interface Ended {
  readonly exit: number | null
  readonly out: string
  readonly errors: string
}

export interface Server {
  readonly url: string
  /** Of the link on standard error that sets up the first account; undefined when there is one. */
  readonly setupToken: string | undefined
  readonly errors: () => string
  readonly stop: () => Promise<Ended>
}

const running = new Set<{ readonly child: ChildProcess; readonly ended: Promise<Ended> }>()

/** What a failed test left running would keep the test runner waiting for ever. */
export async function endAll(): Promise<void> {
  for (const { child } of running) child.kill('SIGTERM')
  await Promise.all([...running].map(({ ended }) => ended))
}

/** Runs a command to its end. */
export function schouw(words: readonly string[], env: Environment = {}): Promise<Ended> {
  return started(words, env).ended
}

/** Resolves when the server answers. */
export async function serving(words: readonly string[], env: Environment = {}): Promise<Server> {
  const { child, errors, ended } = started(['serve', '--port', '0', ...words], env)
  let end: Ended | undefined
  void ended.then((how) => {
    end = how
  })
  for (;;) {
    const url = /serving on (\S+)/.exec(errors())?.[1]
    if (url !== undefined) {
      // The link is printed in the same go, after the address.
      await new Promise((resolve) => setTimeout(resolve, 50))
      const setupToken = /#(\S+)/.exec(errors())?.[1]
      const stop = () => {
        child.kill('SIGTERM')
        return ended
      }
      return { url, setupToken, errors, stop }
    }
    if (end !== undefined) throw new Error(`${end.exit}: ${end.errors}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function started(words: readonly string[], more: Environment) {
  const { DATABASE_URL: _, SCHOUW_SECRET: _secret, ...env } = process.env
  const args = ['--disable-warning=ExperimentalWarning', cli, ...words]
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, errors] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk
  })
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk
  })
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (exit) => resolve({ exit, out, errors })),
  )
  const one = { child, ended }
  running.add(one)
  void ended.then(() => running.delete(one))
  return { child, errors: () => errors, ended }
}
