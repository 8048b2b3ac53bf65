// SPDX-License-Identifier: EUPL-1.2
// A PostgreSQL of the test's own: binaries of the machine, data in a temporary folder, reached by a
// socket in it, gone afterwards.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export interface PrivatePostgres {
  /** Of a new, empty database. */
  database(): Promise<string>
  readonly folder: string
  start(): void
  stop(how: 'fast' | 'immediate'): void
  /** While it is stopped: a copy of its data in the place of what there is. */
  replaceData(copy: string): void
  remove(): void
}

/** Undefined where the machine has no PostgreSQL server. */
export function privatePostgres(settings: readonly string[] = []): PrivatePostgres | undefined {
  const binaries = postgresBinaries()
  if (binaries === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'schouw-pg-'))
  const user = userFor(folder)
  const data = join(folder, 'data')
  const run = (program: string, args: readonly string[]) => {
    const { status, stderr, stdout } = spawnSync(join(binaries, program), args, {
      ...user,
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', program === 'pg_ctl' ? 'ignore' : 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    })
    if (status !== 0) throw new Error(`${program}: ${stderr}${stdout ?? ''}`)
  }
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'])
  const options = ['-k', folder, '-c', 'listen_addresses=', '-c', 'shared_buffers=64MB']
  const all = [...options, ...settings.flatMap((setting) => ['-c', setting])].join(' ')
  const log = join(folder, 'log')
  const start = () => run('pg_ctl', ['-D', data, '-w', '-l', log, '-o', all, 'start'])
  const stop = (how: string) => run('pg_ctl', ['-D', data, '-w', '-m', how, 'stop'])
  start()
  let count = 0
  return {
    folder,
    database: async () => {
      count += 1
      const name = `test_${count}`
      await command(folder, `create database ${name}`)
      return `postgresql://postgres@/${name}?host=${encodeURIComponent(folder)}`
    },
    start,
    stop,
    replaceData: (copy) => {
      rmSync(data, { recursive: true })
      cpSync(copy, data, { recursive: true })
      chmodSync(data, 0o700)
      const { uid, gid } = user
      if (uid === undefined || gid === undefined) return
      for (const name of readdirSync(data, { recursive: true, encoding: 'utf8' })) {
        chownSync(join(data, name), uid, gid)
      }
      chownSync(data, uid, gid)
    },
    remove: () => {
      if (existsSync(join(data, 'postmaster.pid'))) stop('immediate')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function command(host: string, text: string): Promise<void> {
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres' })
  await client.connect()
  await client.query(text)
  await client.end()
}

export function postgresBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => +b - +a) : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ]
  return folders.find((folder) =>
    ['initdb', 'pg_ctl', 'postgres'].every((program) => existsSync(join(folder, program))),
  )
}

/** The server refuses to run as root: then as the user that the package made for it, or nobody. */
function userFor(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  const line = ['postgres', 'nobody']
    .map((name) => users.find((user) => user.startsWith(`${name}:`)))
    .find((found) => found !== undefined)
  const [, , uid, gid] = (line ?? '').split(':').map(Number)
  if (uid === undefined || gid === undefined) return {}
  chownSync(folder, uid, gid)
  return { uid, gid }
}
