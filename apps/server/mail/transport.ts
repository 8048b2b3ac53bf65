// SPDX-License-Identifier: EUPL-1.2
import { createTransport } from 'nodemailer'
import type { Rendered } from './render.ts'
import type { MailSettings } from './settings.ts'

/** What came of handing a mail to the server. */
export type Handed =
  | { readonly ok: true }
  /** `isFinal`: this mail will never be taken; otherwise another time it may be. */
  | { readonly ok: false; readonly isFinal: boolean; readonly code: string }

export interface Outgoing extends Rendered {
  readonly id: string
  readonly to: string
  /** When it was written, not when it went. */
  readonly at: string
}

export interface Transport {
  send(mail: Outgoing): Promise<Handed>
}

export interface SmtpOptions {
  /** Certificates of authorities to trust besides the usual ones. */
  readonly ca?: string
  /** The whole of one attempt. */
  readonly attemptMs?: number
}

const connectMs = 10_000
const silenceMs = 20_000
/** A server that answers a byte at a time does not keep us longer. */
const usualAttemptMs = 45_000

export function smtp(settings: MailSettings, options: SmtpOptions = {}): Transport {
  const { host, port, tls, user, password, from } = settings
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  const { ca, attemptMs = usualAttemptMs } = options
  const send = async (mail: Outgoing): Promise<Handed> => {
    const server = createTransport({
      host,
      port,
      secure: tls === 'implicit',
      requireTLS: tls === 'required',
      ignoreTLS: tls === 'none',
      tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
      ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
      connectionTimeout: connectMs,
      greetingTimeout: connectMs,
      dnsTimeout: connectMs,
      socketTimeout: silenceMs,
      // What a letter says is never a place to read from.
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' }))
      }, attemptMs)
    })
    const sending = server.sendMail({
      // The same at each attempt: whoever gets it twice can tell.
      messageId: `<${mail.id}@${domain}>`,
      date: new Date(mail.at),
      from,
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    })
    sending.catch(() => {})
    try {
      await Promise.race([sending, late])
      return { ok: true }
    } catch (error) {
      return judged(error)
    } finally {
      clearTimeout(timer)
      server.close()
    }
  }
  return { send }
}

/**
 * A refusal for ever is one of this recipient or this message. Anything else (away, overloaded,
 * our password, our certificate, our own address) somebody can put right, so the mail waits.
 */
function judged(error: unknown): Handed {
  const given: Readonly<Record<string, unknown>> =
    error instanceof Error ? { ...error } : { code: 'thrown' }
  const { code, responseCode, command } = given
  const status = typeof responseCode === 'number' ? responseCode : undefined
  const isAboutMail = command === 'RCPT TO' || command === 'DATA'
  const isFinal = status !== undefined && status >= 500 && isAboutMail
  const name = typeof code === 'string' && /^[A-Z]{1,30}$/.test(code) ? code : 'FAILED'
  return { ok: false, isFinal, code: status === undefined ? name : `${name} ${status}` }
}
