// SPDX-License-Identifier: EUPL-1.2
// What a new user does first: the organisation, a second factor, the first director, the example.
import assert from 'node:assert/strict'
import type { Server } from './command.ts'
import { Visitor } from './visitor.ts'

export const password = 'kraai leent ladder uit'

/** The first person, who sets up the organisation by the link on standard error. */
export async function founder(server: Server): Promise<Visitor> {
  const visitor = new Visitor(server.url)
  assert.ok(server.setupToken, server.errors())
  await visitor.post(
    '/api/v1/setup',
    {
      token: server.setupToken,
      organisation: {
        name: 'Jansen Machines',
        jurisdiction: 'NL',
        language: 'nl',
        time_zone: 'Europe/Amsterdam',
      },
      person: { name: 'Ans de Wit', email: 'ans@jansen.example' },
      password,
    },
    201,
  )
  await visitor.setUpCodes()
  const session = await visitor.get('/api/v1/session')
  assert.deepEqual([session.next, session.organisation.roles], ['done', ['ciso']])
  return visitor
}

/** Invites somebody as the first director, who accepts and takes office. */
export async function director(ans: Visitor, base: string): Promise<Visitor> {
  const values = { code: 'DIRK', name: 'Dirk Director' }
  const { id } = await ans.post('/api/v1/persons', { values }, 201)
  const asked = { email: 'dirk@jansen.example', person: id, role: 'director' }
  const invited = await ans.post('/api/v1/invitations', asked, 201)
  const token = invited.link?.split('#')[1]
  const dirk = new Visitor(base)
  await dirk.post('/api/v1/invitations/accept', { token, name: 'Dirk Director', password })
  await dirk.setUpCodes()
  const session = await dirk.get('/api/v1/session')
  assert.deepEqual([session.next, session.organisation.roles], ['done', ['director']])
  return dirk
}

/** The example factory; gives how many records it made, by kind. */
export async function example(ans: Visitor): Promise<Readonly<Record<string, number>>> {
  const { made, problems } = await ans.post('/api/v1/first-state/example', undefined, 201)
  assert.deepEqual(problems, [])
  assert.ok(made.asset > 10, JSON.stringify(made))
  return made
}
