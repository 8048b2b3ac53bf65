// SPDX-License-Identifier: EUPL-1.2
// A process that writes work and does it until it is killed. Says what it wrote once that is kept.
//
// Arguments: the storage's options, a tenant, a word that no other process has, how many of each it
// writes, and the port of a mail server.
import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { mailQueue } from '../../mail/queue.ts'
import { mailSender } from '../../mail/send.ts'
import { smtp } from '../../mail/transport.ts'
import { openStorage, type StorageOptions } from '../../storage/storage.ts'
import { enqueue } from '../enqueue.ts'
import { Jobs } from '../jobs.ts'
import { counting } from './counting.ts'
import { quickPace } from './running.ts'

const [given = '', tenant = '', word = '', count = '0', port = '0'] = process.argv.slice(2)
const options: StorageOptions = JSON.parse(given)
const clock = () => new Date().toISOString()
const say = (line: string) => writeSync(1, `${line}\n`)

const storage = await openStorage(options)
const { exactly, atLeast, slow } = counting(storage, word)
const mailer = mailSender({
  storage,
  clock,
  transport: smtp({
    host: '127.0.0.1',
    port: Number(port),
    tls: 'none',
    user: undefined,
    password: undefined,
    from: { name: 'Schouw', address: 'schouw@example.org' },
  }),
  waits: [1_000],
})
const log = { warn: () => {}, error: () => {} }
const jobs = new Jobs({
  storage,
  jobs: [exactly, atLeast, slow, mailer.job],
  log,
  pace: quickPace,
})
await jobs.start()
say('ready')
const queueMail = mailQueue({ secrets: storage.secrets, clock })

for (let n = 0; n < Number(count); n += 1) {
  const name = `${word}-${n}`
  const mail = await storage.write(tenant, async (db) => {
    const now = clock()
    await enqueue(db, exactly, { name }, { now })
    await enqueue(db, atLeast, { name }, { now })
    await enqueue(db, slow, { name }, { now })
    return queueMail(db, {
      to: `${name}@example.org`,
      template: 'account-changed',
      language: 'en',
      values: { at: now },
    })
  })
  if (!mail.ok) throw new Error(mail.refusal)
  say(`kept ${name}`)
  jobs.wake()
  await wait(5)
}
say('written')
// Until it is told to stop, which a kill does not.
process.on('SIGTERM', () => {
  jobs
    .stop()
    .then(() => storage.close())
    .then(() => process.exit(0))
    .catch(() => process.exit(1))
})
setInterval(() => {}, 1_000)
