// SPDX-License-Identifier: EUPL-1.2
// Somebody at a browser, over a real connection: keeps the cookie, says that it is on our page.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { generateSync } from 'otplib'

export interface Reply {
  readonly status: number
  readonly body: any
  readonly headers: Headers
}

type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

interface Sent {
  readonly body?: unknown
  readonly version?: number | undefined
  readonly key?: string | undefined
}

export class Visitor {
  /** Where the server is; another server on the same database knows the same cookie. */
  base: string
  cookie: string | undefined
  totp: string | undefined

  constructor(base: string) {
    this.base = base
  }

  async send(method: Verb, path: string, { body, version, key }: Sent = {}): Promise<Reply> {
    const came = await fetch(this.base + path, {
      method,
      headers: this.headers({ body, version, key }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const set of came.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      // Of the session; not the one that remembers the browser.
      if (!pair.includes('schouw-session=')) continue
      this.cookie = /Max-Age=0/.test(set) ? undefined : pair
    }
    const text = await came.text()
    const isJson = /json/.test(came.headers.get('content-type') ?? '') && text !== ''
    return { status: came.status, body: isJson ? JSON.parse(text) : text, headers: came.headers }
  }

  headers({ body, version, key }: Sent = {}): Record<string, string> {
    return {
      'sec-fetch-site': 'same-origin',
      origin: this.base,
      ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    }
  }

  /** What must succeed. */
  async get(path: string): Promise<any> {
    return this.#done(200, await this.send('GET', path), path)
  }

  async post(path: string, body?: unknown, status = 200): Promise<any> {
    const came = await this.send('POST', path, { body, key: randomUUID() })
    return this.#done(status, came, path)
  }

  async patch(path: string, version: number, values: unknown): Promise<any> {
    const came = await this.send('PATCH', path, { body: { values }, version, key: randomUUID() })
    return this.#done(200, came, path)
  }

  async setUpCodes(): Promise<void> {
    const { secret, challenge } = await this.post('/api/v1/account/totp/begin')
    const code = generateSync({ secret })
    await this.post('/api/v1/account/totp', { challenge, code })
    this.totp = secret
  }

  #done(status: number, came: Reply, path: string): any {
    assert.equal(came.status, status, `${path}: ${JSON.stringify(came.body)}`)
    return came.body
  }
}
