// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import { worstOf } from '@schouw/core/board/worst'
import type { Actor } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { no } from '../http/answer.ts'
import { standingNow } from '../standing/routes.ts'
import { memberOf } from './members.ts'
import { enter, type Identity, inIdentity } from './ports.ts'
import { serveOwn } from './serving.ts'
import { hasFactor, type Opened, seatsOf } from './sessions.ts'

/** Each takes some milliseconds; a holding has some dozens. */
const mostOrganisations = 50

/** Every organisation of the account with the worst thing of each, one after the other. */
export function organisationRoutes(app: FastifyInstance, identity: Identity): void {
  serveOwn(app, identity, routes.organisations, async ({ opened, now }) => {
    if (hasFactor(opened) && opened.secondFactorAt === null) return no('second-factor-needed')
    const seats = await seatsFor(identity, opened)
    const items = []
    for (const { id, name } of seats.slice(0, mostOrganisations)) {
      const actor = await actorIn(identity, { tenant: id, account: opened.account, now })
      if (actor === undefined) continue
      items.push({ id, name, roles: actor.roles, standing: await told(identity, id, actor, now) })
    }
    return { status: 200, body: { items, is_cut: seats.length > mostOrganisations } }
  })
}

/** A session that was let in by the provider of one organisation stays there. */
async function seatsFor(identity: Identity, { account, onlyTenant }: Opened) {
  const seats = await inIdentity(identity, (db) => seatsOf(db, account), { isReadOnly: true })
  return onlyTenant === null ? seats : seats.filter(({ id }) => id === onlyTenant)
}

/** A transaction for each: nothing of one organisation is read as another. */
function actorIn(
  identity: Identity,
  of: { readonly tenant: string; readonly account: string; readonly now: string },
): Promise<Actor | undefined> {
  return inIdentity(
    identity,
    async () => {
      await enter(identity, of.tenant)
      return memberOf(identity.storage, of.account, of.now)
    },
    { isReadOnly: true },
  )
}

async function told({ storage }: Identity, tenant: string, actor: Actor, now: string) {
  const standing = await standingNow(storage, { tenant, actor }, now)
  if (standing === undefined) return null
  const { answer, open_incidents, roadmap } = standing
  return {
    ...answer,
    open_incidents: open_incidents.length,
    late_actions: roadmap.late,
    worst: worstOf(standing),
  }
}
