// SPDX-License-Identifier: EUPL-1.2

/** What a signature is for: one that was made for one thing is good for no other. */
export interface Said {
  readonly what: 'enrolment' | 'batch' | 'beat' | 'settings' | 'receipt'
  /** `tenant.sensor`; the digest of the code for an enrolment, when there is no sensor yet. */
  readonly address: string
  /** Sequence number of a batch, number of a beat, version of settings; 0 for an enrolment. */
  readonly number: number
  /** SHA-256 of the bytes as they are sent, lower-case hex. */
  readonly digest: string
}

/** The text that is signed with Ed25519, in UTF-8. No part of it can hold a line break. */
export function statement({ what, address, number, digest }: Said): string {
  return ['schouw/uplink/1', what, address, number, digest].join('\n')
}
