// SPDX-License-Identifier: EUPL-1.2
/**
 * Firewall: reads the rules of nftables, iptables, Cisco (ASA, IOS), FortiGate, OPNsense and pfSense, says what they
 * permit between zones whether it was seen or not, and writes rules that permit what is wanted.
 * What cannot be read is named and counts as open.
 */
import { readCisco } from './cisco.ts'
import { readFortiGate } from './fortigate.ts'
import { readIptables } from './iptables.ts'
import { readNftables } from './nftables.ts'
import type { RuleSet } from './rule-set.ts'

export { addressOf } from './addresses.ts'
export type { ConfigElement } from './config-element.ts'
export {
  type PermittedConversations,
  type PlacedAsset,
  permittedConversations,
} from './conversations.ts'
export { permittedServices, serviceTexts } from './permitted.ts'
export { readPfSense } from './pfsense.ts'
export { type Proposal, proposedRules } from './proposal.ts'
export type { Remark, RuleSet } from './rule-set.ts'

/** By its first telling line; undefined for text in no language that is read here. */
export function readFirewall(text: string): RuleSet | undefined {
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim()
    if (/^\*(filter|nat|mangle|raw|security)\b/.test(line)) return readIptables(text)
    if (/^table\s+(\w+\s+)?\S+\s*\{?$/.test(line) || /^(define|flush ruleset)\b/.test(line)) {
      return readNftables(text)
    }
    if (/^#config-version=F|^config (vdom|global|system|firewall)\b/.test(line)) {
      return readFortiGate(text)
    }
    const isCisco =
      /^(ASA Version|access-list \S+ |ip(v6)? access-list |object(-group)? (network|service) |interface \S)/
    if (isCisco.test(line)) return readCisco(text)
  }
  return undefined
}
