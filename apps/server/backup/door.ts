// SPDX-License-Identifier: EUPL-1.2
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Engine } from '../storage/engine/engine.ts'
import { BackupRefused } from './refused.ts'

// The embedded database belongs to one process. Whoever may read the data folder finds in it where
// that process answers and with which word, and can ask it for a copy of the database: made between
// two statements, so that the server goes on meanwhile. Nothing else is asked there, and nothing of
// the backup itself, its passphrase least of all, goes over that wire.

const doorFile = 'door.json'
const copiesFolder = 'copies'

export async function openDoor(
  folder: string,
  engine: Engine,
): Promise<{ close(): Promise<void> }> {
  const copies = join(folder, copiesFolder)
  const path = join(folder, doorFile)
  // Left by a backup that was killed.
  await rm(copies, { recursive: true, force: true })
  await rm(path, { force: true })
  if (engine.copy === undefined) return { close: async () => {} }
  const copy = engine.copy
  const token = randomBytes(32)
  let turn: Promise<unknown> = Promise.resolve()
  const server = createServer((request, response) => {
    const [, word = ''] = /^Bearer ([0-9a-f]{64})$/.exec(request.headers.authorization ?? '') ?? []
    const isKnown = word !== '' && timingSafeEqual(Buffer.from(word, 'hex'), token)
    const isAsked = request.method === 'POST' && request.url === '/copy'
    request.resume()
    if (!isKnown || !isAsked) {
      response.writeHead(isKnown ? 404 : 401).end()
      return
    }
    turn = turn.then(async () => {
      const directory = join(copies, randomBytes(8).toString('hex'), 'database')
      try {
        await mkdir(join(directory, '..'), { recursive: true, mode: 0o700 })
        await copy(directory)
        response.writeHead(200).end(JSON.stringify({ directory }))
      } catch {
        await rm(join(directory, '..'), { recursive: true, force: true }).catch(() => {})
        response.writeHead(500).end()
      }
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const text = `${JSON.stringify({ port, token: token.toString('hex') })}\n`
  await writeFile(`${path}.new`, text, { mode: 0o600 })
  await rename(`${path}.new`, path)
  return {
    close: async () => {
      await rm(path, { force: true })
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await turn
      await rm(copies, { recursive: true, force: true })
    },
  }
}

/** The folder of a copy, which belongs to whoever asked for it and is to be removed by them. */
export async function copyFromServer(folder: string): Promise<string> {
  const path = join(folder, doorFile)
  if (!existsSync(path)) throw new BackupRefused('server-silent', { folder })
  const silent = () => new BackupRefused('server-silent', { folder })
  const { port, token } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly port: number
    readonly token: string
  }
  const came = await fetch(`http://127.0.0.1:${port}/copy`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  }).catch(() => {
    throw silent()
  })
  if (!came.ok) throw silent()
  const said = (await came.json()) as { readonly directory: string }
  return said.directory
}
