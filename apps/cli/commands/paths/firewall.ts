// SPDX-License-Identifier: EUPL-1.2
// `schouw paths FILE --firewall RULES`: the same question over what the firewall permits, seen or not.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { attackPaths, type PathsInput, type PathsResult } from '@schouw/core/network'
import {
  permittedConversations,
  proposedRules,
  type Remark,
  type RuleSet,
  readFirewall,
  readPfSense,
} from '@schouw/core/network/firewall'
import { readXml } from '@schouw/formats/xml'
import type { Language } from '../../language.ts'
import type { Shell } from '../../terminal/shell.ts'
import { plain } from '../../terminal/table.ts'
import { type Arguments, UsageError } from '../../usage.ts'
import { firewallWords } from '../../words/firewall.ts'

/** Added to the answer under `permitted`. */
export interface Permitted {
  readonly dialect: RuleSet['dialect']
  /** Between zones, by these rules. */
  readonly conversations: number
  readonly left_out: number
  readonly without_address: readonly string[]
  readonly remarks: readonly Remark[]
  readonly paths: PathsResult['paths']
  readonly cut: PathsResult['cut']
  readonly reach: PathsResult['reach']
  /** Rules that permit what was seen between zones, but for what the cut of the seen would end. */
  readonly proposal: readonly string[]
  /** Seen conversations for which no rule could be written. */
  readonly unwritten: readonly {
    readonly from: string
    readonly to: string
    readonly service: string
  }[]
}

export function rulesOf(given: Arguments, shell: Shell): RuleSet | undefined {
  const [file] = given.values.get('firewall') ?? []
  if (file === undefined) return undefined
  let text: string
  try {
    text = readFileSync(resolve(shell.folder, file), 'utf8')
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    throw new UsageError(`${file}: expected a readable file, found ${String(code)}`)
  }
  const set = /^\uFEFF?\s*</.test(text) ? ofXml(file, text) : readFirewall(text)
  if (set !== undefined) return set
  throw new UsageError(
    `${file}: expected rules of nftables, iptables-save, or a Cisco, FortiGate, OPNsense or pfSense configuration`,
  )
}

function ofXml(file: string, text: string): RuleSet | undefined {
  const read = readXml(text)
  if ('root' in read) return readPfSense(read.root)
  const place = read.line === null ? '' : `:${read.line}`
  throw new UsageError(`${file}${place}: expected XML, found ${read.found}`)
}

export function permitted(input: PathsInput, seen: PathsResult, set: RuleSet): Permitted {
  const { assets, conversations } = input
  const open = permittedConversations(set, assets)
  const all = attackPaths({ ...input, conversations: [...conversations, ...open.conversations] })
  const ended = new Set((seen.cut ?? []).map(keyOf))
  const wanted = conversations.filter((one) => one.needed === true || !ended.has(keyOf(one)))
  const { lines, unwritten } = proposedRules(set.dialect, assets, wanted)
  return {
    dialect: set.dialect,
    conversations: open.conversations.length,
    left_out: open.leftOut,
    without_address: open.withoutAddress,
    remarks: set.remarks,
    paths: all.paths,
    cut: all.cut,
    reach: all.reach,
    proposal: lines,
    unwritten: unwritten.map(({ from, to, service }) => ({ from, to, service })),
  }
}

function keyOf({ from, to, service }: { from: string; to: string; service: string }): string {
  return JSON.stringify([from, to, service])
}

const mostPaths = 5
const mostRemarks = 20

export function permittedText(result: Permitted, language: Language): string {
  const say = firewallWords[language]
  const { reach, paths, remarks } = result
  const lines = [
    '',
    say.title(result.dialect),
    say.permitted(result.conversations + result.left_out),
    say.reached(reach.crown_jewels_reached, reach.crown_jewels),
  ]
  for (const { from, to, hops } of paths.slice(0, mostPaths)) {
    lines.push(plain(`  ${from} → ${to}`))
    for (const hop of hops) lines.push(plain(`    ${hop.from} → ${hop.to}  ${hop.service}`))
  }
  if (paths.length > mostPaths) lines.push(`  ${say.more(paths.length - mostPaths)}`)
  if (result.without_address.length > 0) {
    lines.push(say.withoutAddress(result.without_address.length))
  }
  if (remarks.length > 0) lines.push(say.unread(remarks.length))
  for (const { line, text } of remarks.slice(0, mostRemarks))
    lines.push(plain(`  ${line}: ${text}`))
  lines.push('', say.proposal, ...result.proposal.map((line) => plain(`  ${line}`)))
  for (const { from, to, service } of result.unwritten) {
    lines.push(plain(`  ${say.unwritten}: ${from} → ${to} ${service}`))
  }
  return `${lines.join('\n')}\n`
}
