// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { Files } from '../../files/files.ts'
import { httpApp } from '../../http/app.ts'
import { type DevelopmentToken, developmentTokens } from '../../http/development.ts'
import { everybody } from '../../http/testing/people.ts'
import { type Asked, ask } from '../../http/testing/requests.ts'
import { identityOf } from '../../identity/ports.ts'
import type { Storage } from '../../storage/storage.ts'

const dayMs = 86_400_000

interface Bench {
  readonly storage: Storage
  readonly folder: string
}

/** A server with suppliers on one side and whoever asks them on the other; its days can be moved on. */
export class Talk {
  readonly app: FastifyInstance
  readonly mails: { to: string; template: string; values: Record<string, string> }[]
  readonly #days: { ahead: number }

  private constructor(app: FastifyInstance, mails: Talk['mails'], days: { ahead: number }) {
    this.app = app
    this.mails = mails
    this.#days = days
  }

  static async open(
    { storage, folder }: Bench,
    more: readonly DevelopmentToken[] = [],
  ): Promise<Talk> {
    const mails: Talk['mails'] = []
    const days = { ahead: 0 }
    const clock = () => new Date(Date.now() + days.ahead * dayMs).toISOString()
    const identity = identityOf({
      storage,
      clock,
      origin: () => 'https://schouw.example',
      sendMail: async (_db, mail) => {
        mails.push(mail)
        return true
      },
    })
    const app = await httpApp({
      storage,
      authenticate: developmentTokens([...everybody, ...more]),
      files: new Files({ storage, folder }),
      identity,
      clock,
      requestsPerMinute: 1e9,
    })
    return new Talk(app, mails, days)
  }

  /** From now on it is so many days later; none is today. */
  later(days: number): void {
    this.#days.ahead = days
  }

  readonly clock = () => new Date(Date.now() + this.#days.ahead * dayMs).toISOString()

  dayAhead(days: number): string {
    return new Date(Date.parse(this.clock()) + days * dayMs).toISOString().slice(0, 10)
  }

  readonly asked = (one: Asked) => ask(this.app, one)

  async supplierMade(code: string, values: object = {}): Promise<string> {
    const body = { values: { code, name: `Maker ${code}`, delivers: ['software'], ...values } }
    const came = await this.asked({ as: 'ciso', url: '/api/v1/suppliers', body })
    assert.equal(came.status, 201, came.text)
    return came.body.id as string
  }

  async sent(supplier: string, more: object = {}) {
    const body = {
      ...{ tier: 'software', name: 'Anna', language: 'nl', answer_until: this.dayAhead(20) },
      ...more,
    }
    const url = `/api/v1/chain/suppliers/${supplier}/questionnaires`
    const came = await this.asked({ as: 'ciso', url, body })
    assert.equal(came.status, 201, came.text)
    const token = String(came.body.link).split('#')[1] ?? ''
    return { review: came.body.review as string, token, came }
  }

  /** What the supplier does behind its link. */
  theirs(path: string, body: object) {
    return this.asked({ url: `/api/v1/questionnaire${path}`, body })
  }

  save(token: string, given: object) {
    const one = { token, writer: 'Anna', field: 'answer', value: 'yes', base: '', ...given }
    return this.theirs('/answers', one)
  }

  upload(token: string, question: string, raw: Buffer | Readable, name = 'bom.json') {
    return this.asked({
      ...{ method: 'POST', raw },
      url: `/api/v1/questionnaire/files?question=${question}&name=${name}&writer=Anna`,
      headers: { 'content-type': 'application/octet-stream', 'x-schouw-link': token },
    })
  }
}
