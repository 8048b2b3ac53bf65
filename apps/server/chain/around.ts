// SPDX-License-Identifier: EUPL-1.2
import type { Files } from '../files/files.ts'
import { type Answer, no } from '../http/answer.ts'
import type { SendMail } from '../identity/ports.ts'
import type { Storage } from '../storage/storage.ts'
import type { WarmThreads } from '../vulnerabilities/matching/warm.ts'

/** What the chain is given. */
export interface ChainAround {
  readonly storage: Storage
  readonly clock: () => string
  /** Undefined: no evidence can be brought. */
  readonly files: Files | undefined
  /** Undefined: there are no advisories to hold anything against. */
  readonly warm?: WarmThreads | undefined
  /** Where people reach the server. */
  readonly origin: () => string
  /** Where suppliers and customers reach what is behind their links. */
  readonly linkOrigin: () => string
  /** Undefined: no mail goes out, and links are handed over by hand. */
  readonly sendMail: SendMail | undefined
}

/** One field of what was asked is not to be done. */
export function refusedBody(path: string): Answer {
  return no('body-refused', { errors: [{ code: 'field-refused', path }] })
}
