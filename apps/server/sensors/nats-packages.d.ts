// SPDX-License-Identifier: EUPL-1.2
// As much as we use of the official packages of NATS (@nats-io, 3.4). They are optional: types are
// checked, and the rest runs, where they are not installed.

declare module '@nats-io/transport-node' {
  interface MsgHdrs {
    get(name: string): string
    set(name: string, value: string): void
  }
  interface Msg {
    readonly subject: string
    readonly data: Uint8Array
    readonly headers?: MsgHdrs
    respond(data: Uint8Array | string): boolean
  }
  interface Subscription extends AsyncIterable<Msg> {
    unsubscribe(): void
  }
  export interface NatsConnection {
    publish(subject: string, data?: Uint8Array | string): void
    request(
      subject: string,
      data: Uint8Array | string,
      options: { timeout: number; headers?: MsgHdrs },
    ): Promise<Msg>
    subscribe(
      subject: string,
      options?: {
        queue?: string
        callback?: (fault: Error | null, message: Msg) => void
      },
    ): Subscription
    flush(): Promise<void>
    close(): Promise<void>
    isClosed(): boolean
  }
  export function connect(options: {
    servers: string | string[]
    name?: string
    maxReconnectAttempts?: number
    reconnectTimeWait?: number
    waitOnFirstConnect?: boolean
    timeout?: number
    authenticator?: unknown
  }): Promise<NatsConnection>
  export function credsAuthenticator(credentials: Uint8Array): unknown
  export function headers(): MsgHdrs
}

declare module '@nats-io/jetstream' {
  import type { MsgHdrs, NatsConnection } from '@nats-io/transport-node'

  export interface JsMsg {
    readonly subject: string
    readonly data: Uint8Array
    readonly headers?: MsgHdrs
    ack(): void
    /** Again after so many milliseconds. */
    nak(ms?: number): void
    /** Never again. */
    term(reason?: string): void
  }
  interface ConsumerMessages extends AsyncIterable<JsMsg> {
    close(): Promise<unknown>
  }
  interface Manager {
    readonly streams: {
      info(name: string): Promise<unknown>
      add(config: Readonly<Record<string, unknown>>): Promise<unknown>
    }
    readonly consumers: {
      add(stream: string, config: Readonly<Record<string, unknown>>): Promise<unknown>
    }
  }
  interface Client {
    publish(
      subject: string,
      data: Uint8Array,
      options: { msgID: string; headers: MsgHdrs; timeout?: number },
    ): Promise<{ readonly duplicate: boolean }>
    readonly consumers: {
      get(
        stream: string,
        name: string,
      ): Promise<{
        consume(options: {
          max_messages: number
          /** Ends when stream or consumer are gone, instead of asking for them for ever. */
          abort_on_missing_resource: boolean
        }): Promise<ConsumerMessages>
      }>
    }
  }
  export function jetstream(connection: NatsConnection, options?: { domain?: string }): Client
  export function jetstreamManager(
    connection: NatsConnection,
    options?: { domain?: string },
  ): Promise<Manager>
}
