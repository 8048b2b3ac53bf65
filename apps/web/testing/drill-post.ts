// SPDX-License-Identifier: EUPL-1.2
// How a house tells people outside the screens: letters that a real mail server takes, webhooks that
// a real receiver gets. The test says when the schedule looks; what it writes goes by the usual jobs.
import { remindOfClocks } from '../../server/incidents/reminders.ts'
import type { Background } from '../../server/jobs/routes.ts'
import { startJobs, until } from '../../server/jobs/testing/running.ts'
import { mailQueue } from '../../server/mail/queue.ts'
import { mailSender } from '../../server/mail/send.ts'
import { mailServer } from '../../server/mail/testing/smtp.ts'
import { smtp } from '../../server/mail/transport.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { webhookSender } from '../../server/webhooks/deliver.ts'
import { receiver } from '../../server/webhooks/testing/receiver.ts'

export interface Letter {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
}

interface Around {
  readonly storage: Storage
  readonly tenant: string
  readonly clock: () => string
  readonly origin: () => string
}

export async function drillPost({ storage, tenant, clock, origin }: Around) {
  const [letterbox, hook] = [await mailServer(), await receiver()]
  const from = { name: 'Schouw', address: 'schouw@havenstaal.example' }
  const clear = { tls: 'none', user: undefined, password: undefined } as const
  const transport = smtp({ host: '127.0.0.1', port: letterbox.port, ...clear, from })
  const queueMail = mailQueue({ secrets: storage.secrets, clock })
  const mailer = mailSender({ storage, transport, clock })
  const hooks = webhookSender({ storage, clock, queueMail, isPrivateAllowed: true })
  const { running, complaints } = await startJobs(storage, [mailer.job, hooks], { clock })
  const background: Background = {
    figures: () => Promise.reject(new Error('not here')),
    mailHealth: () => mailer.health(),
    mayReachInside: true,
    wake: () => running.wake(),
  }
  const letters = () => letterbox.received.map(letterOf)
  const told = () => hook.told.map(({ body }) => JSON.parse(body))
  return {
    background,
    hookUrl: hook.url,
    /** What the schedule does every five minutes; what arrived since, once all of it has. */
    remind: async () => {
      const before = { letters: letters().length, told: told().length }
      const written = await remindOfClocks(tenant, { storage, queueMail, clock, origin })
      running.wake()
      await until(() => letters().length + told().length >= before.letters + before.told + written)
      return { letters: letters().slice(before.letters), told: told().slice(before.told) }
    },
    complaints,
    stop: async () => {
      await running.stop()
      await Promise.all([letterbox.stop(), hook.stop()])
    },
  }
}

function letterOf({ to, raw }: { readonly to: readonly string[]; readonly raw: string }): Letter {
  const [head = ''] = raw.split('\r\n\r\n')
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(head)?.[1] ?? ''
  return { to, subject: headed(subject), text: unquoted(raw) }
}

/** RFC 2047 words, as far as our own letters have them. */
function headed(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?(q|b)\?([^?]*)\?=/gi, (_, way: string, said: string) =>
      way.toLowerCase() === 'b'
        ? Buffer.from(said, 'base64').toString('utf8')
        : unquoted(said.replaceAll('_', ' ')),
    )
}

function unquoted(text: string): string {
  const joined = text.replaceAll('=\r\n', '')
  return joined.replaceAll(/(?:=[0-9A-F]{2})+/g, (bytes) =>
    Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'),
  )
}
