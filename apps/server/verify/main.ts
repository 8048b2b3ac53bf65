// SPDX-License-Identifier: EUPL-1.2
// Looks at a data folder or a database as a process of its own, and changes nothing. It is asked by
// one message of whoever started it, and answers by messages; see `messages.ts`.
import { once } from 'node:events'
import { StorageFault, type StorageFaultCode, sqlState } from '../storage/fault.ts'
import { judgeData } from './data.ts'
import { trustOf, type VerifyAsked, type VerifyTold } from './messages.ts'
import { openData } from './open.ts'
import { unreadable } from './unreadable.ts'

/** What whoever asks can do something about. */
const theirs: readonly StorageFaultCode[] = [
  'storage-locked',
  'storage-version',
  'storage-setup',
  'storage-full',
]

const [asked] = (await once(process, 'message')) as [VerifyAsked]
process.once('disconnect', () => process.exit(130))
let saidMs = 0
await tell(await answer(asked))
process.removeAllListeners('disconnect')
process.disconnect?.()
// Idle handles of libraries must not keep it alive.
setTimeout(() => process.exit(), 1_000).unref()

async function answer(question: VerifyAsked): Promise<VerifyTold> {
  const { folder, database_url, secret } = question
  const databaseUrl = database_url ?? undefined
  try {
    const data = await openData({
      folder,
      databaseUrl,
      secret: secret ?? undefined,
      areFilesElsewhere: Boolean(process.env['SCHOUW_S3_URL']),
    })
    try {
      return { verdict: await judgeData(data, trustOf(question), progress) }
    } finally {
      await data.close().catch(() => {})
    }
  } catch (error) {
    return told(error, databaseUrl === undefined)
  }
}

/** An embedded database that does not open has been damaged: that is an answer, not a fault. */
function told(error: unknown, isEmbedded: boolean): VerifyTold {
  if (error instanceof StorageFault) {
    const isAway = error.code === 'storage-unavailable'
    if (theirs.includes(error.code) || (isAway && !isEmbedded)) return { refused: error.message }
  }
  const isOfDatabase = error instanceof StorageFault || sqlState(error) !== undefined
  if (isOfDatabase) return { verdict: { isProven: false, parts: [unreadable('database', error)] } }
  return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

function progress(entries: number): void {
  const now = performance.now()
  if (now - saidMs < 200) return
  saidMs = now
  process.send?.({ progress: entries } satisfies VerifyTold)
}

function tell(answered: VerifyTold): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined) resolve()
    else process.send(answered, () => resolve())
  })
}
