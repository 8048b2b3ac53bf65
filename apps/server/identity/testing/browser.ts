// SPDX-License-Identifier: EUPL-1.2
// A browser as tests see one: it keeps its cookie and says that it is on our page.
import type { FastifyInstance } from 'fastify'
import { generateSync } from 'otplib'

export interface Reply {
  readonly status: number
  readonly body: any
  readonly headers: Readonly<Record<string, any>>
}

type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export class Browser {
  readonly app: FastifyInstance
  cookie: string | undefined
  /** By which it is known from an earlier sign-in. */
  device: string | undefined
  address = '192.0.2.7'
  site: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' }

  constructor(app: FastifyInstance) {
    this.app = app
  }

  async send(
    method: Verb,
    url: string,
    body?: unknown,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const came = await this.app.inject({
      method,
      url,
      remoteAddress: this.address,
      headers: {
        ...this.site,
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...this.#cookies(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...more,
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })
    for (const set of [came.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = set.split(';')
      if (pair.startsWith('schouw-devices=')) this.device = pair
      else this.cookie = /Max-Age=0/.test(set) ? undefined : pair
    }
    const isJson = /json/.test(String(came.headers['content-type'])) && came.body !== ''
    return {
      status: came.statusCode,
      body: isJson ? came.json() : came.body,
      headers: came.headers,
    }
  }

  #cookies(): { readonly cookie?: string } {
    const all = [this.cookie, this.device].filter((one) => one !== undefined)
    return all.length === 0 ? {} : { cookie: all.join('; ') }
  }

  get(url: string): Promise<Reply> {
    return this.send('GET', url)
  }

  post(url: string, body?: unknown, more?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.send('POST', url, body ?? undefined, more)
  }

  delete(url: string): Promise<Reply> {
    return this.send('DELETE', url)
  }
}

export function codeAt(secret: string, now: string): string {
  return generateSync({ secret, epoch: Math.floor(Date.parse(now) / 1000) })
}
