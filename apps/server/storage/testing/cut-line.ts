// SPDX-License-Identifier: EUPL-1.2
// A line to PostgreSQL that breaks at the worst moment: while a transaction is being ended.
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Before the database hears of the end, or after it has ended it and before anybody hears so. */
export type Cut = 'before' | 'after' | undefined

export interface CutLine {
  /** The same database by way of this line. */
  readonly url: string
  readonly cuts: { before: number; after: number }
  close(): Promise<void>
}

const socketName = '.s.PGSQL.5432'

/** `next` says of each transaction that is being ended what becomes of the line. */
export async function cutLine(databaseUrl: string, next: () => Cut): Promise<CutLine> {
  const [, there = ''] = /host=([^&]*)/.exec(databaseUrl) ?? []
  const folder = mkdtempSync(join(tmpdir(), 'schouw-line-'))
  const cuts = { before: 0, after: 0 }
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(join(decodeURIComponent(there), socketName))
    const end = () => {
      near.destroy()
      far.destroy()
    }
    let isEnding = false
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', end)
      socket.on('close', () => {
        open.delete(socket)
        end()
      })
    }
    near.on('data', (chunk) => {
      const cut = chunk.includes('commit\0') ? next() : undefined
      if (cut === 'before') {
        cuts.before += 1
        end()
        return
      }
      isEnding ||= cut === 'after'
      far.write(chunk)
    })
    far.on('data', (chunk) => {
      if (isEnding && chunk.includes('COMMIT\0')) {
        cuts.after += 1
        end()
        return
      }
      near.write(chunk)
    })
  })
  await new Promise<void>((resolve) => server.listen(join(folder, socketName), resolve))
  return {
    url: databaseUrl.replace(there, encodeURIComponent(folder)),
    cuts,
    close: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
