// SPDX-License-Identifier: EUPL-1.2
// The same questions to all suppliers of one kind: who would get what and who cannot, then sending it
// to whoever was picked.
import { routes } from '@schouw/contract'
import type { Tier } from '@schouw/core/chain'
import type { FastifyInstance } from 'fastify'
import type { Answer } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { serveRoute } from '../http/route.ts'
import { recordsOf, textOf } from '../reading/around.ts'
import type { ChainAround } from './around.ts'
import type { KeptChains } from './kept.ts'
import { askSupplier, lastMoment } from './sending.ts'

export function servedRounds(app: FastifyInstance, around: ChainAround, kept: KeptChains): void {
  const { clock, sendMail } = around
  serveRoute(app, routes.previewRound, { clock }, async ({ caller, query }) => {
    const found = await recipients(around, kept, { caller, tier: query.tier })
    if ('refused' in found) return found.refused
    const can_mail = sendMail !== undefined
    return { status: 200, body: { items: [...found.items], can_mail } }
  })
  serveRoute(app, routes.sendRound, { clock }, async ({ caller, body }) => {
    const { tier, answer_until, language } = body
    const until = await lastMoment(around, caller, answer_until)
    if ('refused' in until) return until.refused
    const found = await recipients(around, kept, { caller, tier })
    if ('refused' in found) return found.refused
    const wanted = new Set(body.suppliers)
    const picked = found.items.filter(({ supplier }) => wanted.has(supplier))
    const items = []
    for (const { supplier, supplier_name, name, email, standing } of picked) {
      const told = { supplier, supplier_name, link: null, is_mailed: false }
      // Somebody asked them meanwhile, or there is still nobody to ask.
      if (standing !== 'ready') {
        items.push({ ...told, code: standing })
        continue
      }
      const to = { name: name ?? supplier_name, ...(email === null ? {} : { email }) }
      const sent = await askSupplier(around, caller, { supplier, tier, language, ...until, ...to })
      if ('no' in sent) {
        items.push({ ...told, code: sent.no })
        continue
      }
      const { link, is_mailed } = sent.body as {
        readonly link: string
        readonly is_mailed: boolean
      }
      // What was mailed is told to nobody else.
      items.push({ ...told, is_mailed, link: is_mailed ? null : link, code: null })
    }
    const headers = { 'cache-control': 'no-store' }
    return { status: 200, body: { items, left_out: wanted.size - picked.length }, headers }
  })
}

interface Recipient {
  readonly supplier: string
  readonly supplier_name: string
  readonly name: string | null
  readonly email: string | null
  readonly standing: 'ready' | 'no_address' | 'asked_already'
}

interface Wanted {
  readonly caller: Caller
  readonly tier: Tier
}

/** Of this kind, by name; whoever looks after security there is asked before any other contact. */
async function recipients(
  { storage }: ChainAround,
  kept: KeptChains,
  { caller, tier }: Wanted,
): Promise<{ readonly items: readonly Recipient[] } | { readonly refused: Answer }> {
  const found = await kept.read(caller)
  if ('refused' in found) return found
  const { chain, facts } = found
  const lines = chain.suppliers.filter((one) => one.tier === tier && one.state !== 'ending')
  const values = new Map((facts.records.supplier ?? []).map((one) => [one.id, one.values]))
  const contactOf = (id: string) =>
    textOf(values.get(id), 'security_contact') ?? textOf(values.get(id), 'contact')
  const contacts = [...new Set(lines.flatMap(({ id }) => contactOf(id) ?? []))]
  const people = await storage.read(caller.tenant, (db) => recordsOf(db, 'person', contacts))
  const items = lines.map(({ id, name: supplier_name, questionnaire }): Recipient => {
    const person = people.get(contactOf(id) ?? '')
    const email = textOf(person?.values, 'email')
    const isAsked = questionnaire === 'sent' || questionnaire === 'answered'
    const standing = isAsked ? 'asked_already' : email === null ? 'no_address' : 'ready'
    return { supplier: id, supplier_name, name: textOf(person?.values, 'name'), email, standing }
  })
  return { items: items.toSorted((a, b) => (a.supplier_name < b.supplier_name ? -1 : 1)) }
}
