// SPDX-License-Identifier: EUPL-1.2
// A server of its own with an organisation in it, set up over HTTP, for tests in a browser.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac, randomUUID } from 'node:crypto'
import { join } from 'node:path'

/** A first start makes its database, on a machine that may be doing much else. */
const startMs = 180_000

export interface Started {
  readonly address: string
  readonly token: string
  readonly stop: () => Promise<unknown>
  /** Stands still where it is, until it is told to go on. */
  readonly hold: (isHeld: boolean) => void
}

/** On the embedded engine, unless a database is named. */
export async function started(folder: string, database?: string): Promise<Started> {
  const { DATABASE_URL: _, ...inherited } = process.env
  const env = database === undefined ? inherited : { ...inherited, DATABASE_URL: database }
  const cli = join(import.meta.dirname, '../../cli/main.ts')
  const words = ['serve', '--data', folder, '--port', '0']
  const args = ['--disable-warning=ExperimentalWarning', cli, ...words]
  const child: ChildProcess = spawn(process.execPath, args, {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  const over = new Promise((resolve) => child.on('exit', resolve))
  const until = Date.now() + startMs
  for (;;) {
    const [, address, token] = /(http\S+)\/setup#(\S+)/.exec(said) ?? []
    if (address !== undefined && token !== undefined) {
      const stop = () => {
        child.kill('SIGTERM')
        return over
      }
      const hold = (isHeld: boolean) => void child.kill(isHeld ? 'SIGSTOP' : 'SIGCONT')
      return { address, token, stop, hold }
    }
    if (child.exitCode !== null || Date.now() > until) throw new Error(said)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Somebody who keeps the cookie of a session. */
export class Somebody {
  readonly address: string
  cookie = ''
  /** Of the code app, once there is one. */
  secret = ''

  constructor(address: string) {
    this.address = address
  }

  async send(method: string, path: string, body?: unknown, version?: number): Promise<any> {
    const came = await fetch(this.address + path, {
      method,
      headers: {
        origin: this.address,
        'idempotency-key': randomUUID(),
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await came.text()
    assert.ok(came.ok, `${method} ${path}: ${came.status} ${text.slice(0, 500)}`)
    const [set] = came.headers.getSetCookie()
    if (set !== undefined) this.cookie = set.split(';')[0] ?? ''
    return text === '' ? undefined : JSON.parse(text)
  }

  async secondFactor(): Promise<void> {
    const { challenge, secret } = await this.send('POST', '/api/v1/account/totp/begin')
    await this.send('POST', '/api/v1/account/totp', { challenge, code: codeOf(secret) })
    this.secret = secret
  }
}

export const password = 'kraai leent ladder uit'

export async function founder({ address, token }: Started): Promise<Somebody> {
  const ans = new Somebody(address)
  await ans.send('POST', '/api/v1/setup', {
    token,
    organisation: {
      name: 'Jansen Machines',
      jurisdiction: 'NL',
      language: 'nl',
      time_zone: 'Europe/Amsterdam',
    },
    person: { name: 'Ans de Wit', email: 'ans@jansen.example' },
    password,
  })
  await ans.secondFactor()
  return ans
}

export async function colleague(ans: Somebody, role: string): Promise<Somebody> {
  const values = { code: role.slice(0, 10), name: `Kim ${role}` }
  const { id } = await ans.send('POST', '/api/v1/persons', { values })
  const asked = { email: `${role}@jansen.example`, person: id, role }
  const { link } = await ans.send('POST', '/api/v1/invitations', asked)
  const kim = new Somebody(ans.address)
  const token = String(link).split('#')[1]
  await kim.send('POST', '/api/v1/invitations/accept', { token, name: values.name, password })
  await kim.secondFactor()
  return kim
}

/** Whoever follows the link of an invitation. */
export async function invited(address: string, link: string): Promise<Somebody> {
  const somebody = new Somebody(address)
  const token = link.split('#')[1]
  await somebody.send('POST', '/api/v1/invitations/accept', { token, password })
  await somebody.secondFactor()
  return somebody
}

/** RFC 6238, as a code app does it; a code is taken once, the next one a little before its time. */
export function codeOf(secret: string, which: 'this' | 'next' = 'this'): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replaceAll(/[\s=]/g, '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + (which === 'next' ? 1 : 0)))
  const hash = createHmac('sha1', key).update(time).digest()
  const at = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
