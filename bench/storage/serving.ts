// SPDX-License-Identifier: EUPL-1.2
// The application on a storage, on a port, with somebody who may do everything and somebody whose
// sight is restricted.
import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Files } from '../../apps/server/files/files.ts'
import { httpApp } from '../../apps/server/http/app.ts'
import { type DevelopmentToken, developmentTokens } from '../../apps/server/http/development.ts'
import type { Storage } from '../../apps/server/storage/storage.ts'
import { administrator, owner, tenant } from './registers.ts'

/** Every role; a process owner, who may change what is his or hers; a customer, who sees what is shared. */
export type Who = 'administrator' | 'process_owner' | 'customer'

export interface Asked {
  readonly as: Who
  readonly path: string
  readonly method?: 'GET' | 'PATCH' | 'POST'
  readonly body?: unknown
  readonly version?: number
}

export interface Came {
  readonly status: number
  readonly text: string
}

export interface ServedBench {
  readonly ask: (asked: Asked) => Promise<Came>
  readonly close: () => Promise<void>
}

export async function served(storage: Storage, files?: Files): Promise<ServedBench> {
  const { from, until } = administrator
  const person = { person: owner, processes: [], from, until }
  const actors: Readonly<Record<Who, DevelopmentToken['actor']>> = {
    administrator,
    process_owner: { ...person, roles: ['process_owner'] },
    customer: { ...person, roles: ['customer'] },
  }
  const tokenOf = (who: Who) => `token-of-the-${who}`.padEnd(24, '-')
  const app = await httpApp({
    storage,
    authenticate: developmentTokens(
      (Object.keys(actors) as Who[]).map((who) => ({
        token: tokenOf(who),
        tenant,
        actor: actors[who],
      })),
    ),
    requestsPerMinute: 1e9,
    ...(files === undefined ? {} : { files }),
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const ask = ({ as, path, method = 'GET', body, version }: Asked) =>
    new Promise<Came>((resolve, reject) => {
      const payload = body === undefined ? undefined : JSON.stringify(body)
      const headers = {
        authorization: `Bearer ${tokenOf(as)}`,
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      }
      const sent = request({ host: '127.0.0.1', port, agent, path, method, headers }, (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => {
          text += chunk
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
        answer.on('error', reject)
      })
      sent.on('error', reject)
      sent.end(payload)
    })
  return {
    ask,
    close: async () => {
      agent.destroy()
      await app.close()
    },
  }
}
