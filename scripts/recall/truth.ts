// SPDX-License-Identifier: EUPL-1.2
// The answers of an independent program beside the shared captures; they stay where they are.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const sharedCaptures = join(import.meta.dirname, '../../../shared/captures')

export type IdentityRow = Readonly<Record<string, unknown>>

/** Two ends of a conversation, in no order. */
export interface Ends {
  readonly a: string
  readonly ap: number
  readonly b: string
  readonly bp: number
}

export interface Truth {
  readonly capture: string
  readonly packets: number
  readonly mac_senders: readonly { readonly mac: string }[]
  readonly ipv4_senders: readonly { readonly ip: string }[]
  readonly ipv6_senders: readonly { readonly ip: string }[]
  readonly ipv4_destinations_that_never_send: readonly string[]
  readonly ipv6_destinations_that_never_send: readonly string[]
  readonly arp_bindings: readonly { readonly mac: string; readonly ip: string }[]
  readonly protocol_packets: Readonly<Record<string, number>>
  readonly tcp_conversations: { readonly list: readonly Ends[] }
  readonly udp_conversations: { readonly list: readonly Ends[] }
  readonly identity: Readonly<Record<string, readonly IdentityRow[]>>
}

export interface Case {
  /** `plant/line.pcap`, as the manifest has it. */
  readonly name: string
  readonly path: string
  readonly truth: Truth
}

export const hasSharedCaptures: boolean = existsSync(join(sharedCaptures, 'truth'))

export function cases(filter = ''): Case[] {
  const files = globSync('truth/**/*.json', { cwd: sharedCaptures }).sort()
  return files
    .filter((file) => file.includes(filter))
    .map((file) => {
      const truth = JSON.parse(readFileSync(join(sharedCaptures, file), 'utf8')) as Truth
      return { name: truth.capture, path: join(sharedCaptures, truth.capture), truth }
    })
}
