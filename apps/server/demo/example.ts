// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import { kinds } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { pendingActs } from '../http/reading/one.ts'
import { cookieName } from '../identity/browser.ts'
import type { Identity } from '../identity/ports.ts'
import { settleBySystem } from '../identity/setup.ts'
import { foundExample, giveAccounts, nowhere, sessionOf } from './people.ts'

/**
 * The example factory with an account for everybody who is appointed in it. Its appointments and the
 * level of its board are approved by `system`, which is whoever started the demonstration; two
 * decisions are put before the board, and all else waits as it would.
 */
export async function settleExample(
  app: FastifyInstance,
  identity: Identity,
  language: 'nl' | 'en',
): Promise<void> {
  const { tenant, account } = await foundExample(identity)
  const session = await sessionOf(identity, account, nowhere)
  const cookie = `${cookieName(identity.origin())}=${session}`
  const ask: Ask = async (method, url, { payload, version } = {}) => {
    const headers = {
      cookie,
      'sec-fetch-site': 'same-origin',
      'idempotency-key': randomUUID(),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    }
    const body = payload === undefined ? {} : { payload }
    const told = await app.inject({ method, url: `/api/v1${url}`, headers, ...body })
    if (told.statusCode >= 300) throw new Error(`${method} ${url} was refused: ${told.body}`)
    return told.json()
  }
  await ask('POST', `/first-state/example?language=${language}`)
  for (const kind of [kinds.appointment, kinds.organisation]) {
    const waiting = await identity.storage.read(tenant, (db) => pendingActs(db, kind.name, {}))
    for (const { pending } of waiting) await settleBySystem(identity, tenant, pending, kind)
  }
  const auditor = (await ask('POST', '/persons', {
    payload: { values: { code: 'AUD', name: 'Iris van Dongen', job_title: say.auditor[language] } },
  })) as { readonly id: string }
  await giveAccounts(identity, tenant, new Map([[auditor.id, 'auditor']]))
  const { organisation } = (await ask('GET', '/session')) as { organisation: { person: string } }
  await table(ask, organisation.person)
}

const say = { auditor: { nl: 'Auditor, van buiten', en: 'Auditor, from outside' } }

type Ask = (
  method: 'GET' | 'POST' | 'PATCH',
  url: string,
  more?: { readonly payload?: object; readonly version?: number },
) => Promise<unknown>

interface Decision {
  readonly id: string
  readonly version: number
  readonly values: Readonly<Record<string, unknown>>
}

const tabled = 2

/** Puts the decisions that are due first before the board, by whoever proposes them. */
async function table(ask: Ask, person: string): Promise<void> {
  const drafts = (await ask('GET', '/decisions?filter=state:eq:draft&sort=due_on')) as {
    readonly items: readonly Decision[]
  }
  const ready = drafts.items.filter(({ values }) =>
    ['due_on', 'if_yes', 'if_no'].every((name) => values[name] !== undefined),
  )
  for (const one of ready.slice(0, tabled)) {
    const at = `/decisions/${one.id}`
    let { version } = one
    if (one.values['proposed_by'] === undefined) {
      const changed = await ask('PATCH', at, {
        payload: { values: { proposed_by: person } },
        version,
      })
      version = (changed as { readonly version: number }).version
    }
    await ask('POST', `${at}/moves`, { payload: { to: 'tabled' }, version })
  }
}
