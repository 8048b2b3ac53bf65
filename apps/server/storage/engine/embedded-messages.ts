// SPDX-License-Identifier: EUPL-1.2

export interface WorkerData {
  readonly directory: string
  readonly cells: Int32Array<SharedArrayBuffer>
}

/** `stream` says whose question it is: answers to a connection that is gone are dropped. */
export type ToWorker =
  | { readonly stream: number; readonly bytes: Uint8Array }
  | { readonly ask: 'dump' | 'close' }
  | { readonly ask: 'copy'; readonly to: string }

export type FromWorker =
  | { readonly ready: true }
  | { readonly stream: number; readonly bytes: Uint8Array }
  | { readonly dump: Uint8Array }
  | { readonly closed: true }
  /** Undefined when all went well. */
  | { readonly copied: string; readonly trouble: unknown }
