// SPDX-License-Identifier: EUPL-1.2
// A real mail server that takes, refuses or dies as a test wants it to.
import { connect } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Received {
  readonly from: string
  readonly to: readonly string[]
  /** The message as it came over the line. */
  readonly raw: string
}

export interface Behaviour {
  /** Status for a recipient; undefined takes it. */
  readonly recipient?: (address: string) => number | undefined
  /** Status after the message; `die` closes the line in the middle of it, `hold` says nothing. */
  readonly message?: () => number | 'die' | 'hold' | undefined
  readonly hidesStartTls?: boolean
  readonly user?: { readonly name: string; readonly password: string }
}

export interface MailServer {
  readonly port: number
  readonly received: readonly Received[]
  /** Everything but the last state of `behaviour` is as it was given. */
  become(behaviour: Behaviour): void
  stop(): Promise<void>
}

export async function mailServer(start: Behaviour = {}, port = 0): Promise<MailServer> {
  let behaviour = start
  const received: Received[] = []
  const refusal = (status: number) =>
    Object.assign(new Error('quota of someone@example.org is over'), { responseCode: status })
  const server = new SMTPServer({
    authOptional: start.user === undefined,
    allowInsecureAuth: true,
    hideSTARTTLS: start.hidesStartTls ?? false,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 200,
    onAuth: ({ username, password }, _session, callback) => {
      const { user } = behaviour
      const isRight = username === user?.name && password === user?.password
      callback(isRight ? null : refusal(535), { user: username })
    },
    onRcptTo: ({ address }, _session, callback) => {
      const status = behaviour.recipient?.(address)
      callback(status === undefined ? null : refusal(status))
    },
    onData: (stream, session, callback) => {
      const what = behaviour.message?.()
      const parts: Buffer[] = []
      stream.on('data', (chunk: Buffer) => parts.push(chunk))
      stream.on('end', () => {
        if (what === 'hold') return
        if (what === 'die') {
          for (const connection of server.connections) connection._socket?.destroy()
          return
        }
        if (what !== undefined) return callback(refusal(what))
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom === false ? '' : (mailFrom?.address ?? ''),
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('utf8'),
        })
        callback(null)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the mail server is nowhere')
  return {
    port: address.port,
    received,
    become: (next) => {
      behaviour = next
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** Where nobody listens: a port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = await mailServer()
  await server.stop()
  await new Promise<void>((resolve) => {
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => resolve())
    socket.on('connect', () => socket.end(() => resolve()))
  })
  return server.port
}
