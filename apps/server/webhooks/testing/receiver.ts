// SPDX-License-Identifier: EUPL-1.2
// Somebody who is told by webhook, and answers as a test wants.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Told {
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export interface Receiver {
  readonly url: string
  readonly told: readonly Told[]
  answer(how: (response: ServerResponse, told: Told) => void): void
  stop(): Promise<void>
}

export async function receiver(): Promise<Receiver> {
  const told: Told[] = []
  let how: (response: ServerResponse, told: Told) => void = (response) => {
    response.writeHead(204).end()
  }
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body }
      told.push(one)
      how(response, one)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    told,
    answer: (next) => {
      how = next
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
