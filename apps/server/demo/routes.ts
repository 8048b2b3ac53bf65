// SPDX-License-Identifier: EUPL-1.2
import { timingSafeEqual } from 'node:crypto'
import { demoRoutes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { no } from '../http/answer.ts'
import type { Identity } from '../identity/ports.ts'
import { digestOf } from '../identity/secrets.ts'
import { serveDoor, withSession } from '../identity/serving.ts'
import { examplePeople, sessionOf } from './people.ts'

/** The ways in of the demonstration: whoever has the link from the terminal is anybody in it. */
export function serveDemo(app: FastifyInstance, identity: Identity, token: string): void {
  const digest = Buffer.from(digestOf(token))
  const isOurs = (given: string) => timingSafeEqual(Buffer.from(digestOf(given)), digest)
  serveDoor(app, identity, demoRoutes.demoPeople, async ({ body }) =>
    isOurs(body.token)
      ? { status: 200, body: { items: await examplePeople(identity) } }
      : no('link-refused'),
  )
  serveDoor(app, identity, demoRoutes.demoEnter, async ({ body, whence }) => {
    if (!isOurs(body.token)) return no('link-refused')
    const people = await examplePeople(identity)
    const found = people.find(({ account, role }) =>
      body.account === undefined ? role === 'ciso' : account === body.account,
    )
    if (found === undefined) return no('not-found')
    return withSession(identity, await sessionOf(identity, found.account, whence))
  })
}
