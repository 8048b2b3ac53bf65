// SPDX-License-Identifier: EUPL-1.2
import {
  type Chain,
  type Match,
  portsOf,
  type Remark,
  type Rule,
  type RuleSet,
  type Span,
  spanOf,
  transportOf,
  type Verdict,
} from './rule-set.ts'
import { without } from './spans.ts'

/** The output of `iptables-save`: what the table `filter` does with packets that are forwarded. */
export function readIptables(text: string): RuleSet {
  const remarks: Remark[] = []
  const rules = new Map<string, Rule[]>()
  const policies = new Map<string, 'allow' | 'deny'>()
  let table = ''
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1
    const content = raw.trim()
    if (content === '' || content.startsWith('#') || content === 'COMMIT') continue
    if (content.startsWith('*')) table = content.slice(1)
    else if (table !== 'filter') continue
    else if (content.startsWith(':')) {
      const [name = '', policy] = content.slice(1).split(/\s+/)
      rules.set(name, rules.get(name) ?? [])
      if (policy === 'ACCEPT' || policy === 'DROP') {
        policies.set(name, policy === 'ACCEPT' ? 'allow' : 'deny')
      }
    } else {
      const read = ruleIn(content, line, remarks)
      if (read === undefined) continue
      const list = rules.get(read.chain) ?? []
      rules.set(read.chain, list)
      list.push(read.rule)
    }
  }
  const chains = new Map<string, Chain>()
  for (const [name, list] of rules) {
    const policy = policies.get(name)
    chains.set(name, policy === undefined ? { rules: list } : { rules: list, policy })
  }
  return { dialect: 'iptables', chains, gates: [{ chain: 'FORWARD' }], remarks }
}

interface Read {
  sources?: readonly Span[]
  targets?: readonly Span[]
  protocols?: Match['protocols']
  ports?: readonly Span[]
  states?: string
  jump?: string
  unread?: string
}

/** Undefined for what says nothing about new connections. */
function ruleIn(
  content: string,
  line: number,
  remarks: Remark[],
): { readonly chain: string; readonly rule: Rule } | undefined {
  const words = content.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? []
  const remark = (code: Remark['code'], text: string) => void remarks.push({ line, code, text })
  if (words[0] !== '-A' || words[1] === undefined) {
    remark('line_not_read', content)
    return undefined
  }
  const read: Read = {}
  let isNot = false
  for (let at = 2; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word === '!') {
      isNot = true
      continue
    }
    if (quiet.has(word)) at += 1
    else if (!flags.has(word)) {
      const value = words[at + 1] ?? ''
      take(read, word, value, isNot)
      at += 1
    }
    isNot = false
  }
  if (read.unread !== undefined) remark('condition_not_read', content)
  // Replies to what is already open open nothing.
  if (read.states !== undefined && !/\bNEW\b/.test(read.states)) return undefined
  const verdict = verdictOf(read.jump)
  if (verdict === undefined) return undefined
  // A condition that was not read is not held to be met where it would close something.
  if (read.unread !== undefined && (verdict === 'deny' || verdict === 'return')) return undefined
  const { sources, targets, protocols, ports } = read
  const match = {
    ...(sources && { sources }),
    ...(targets && { targets }),
    ...(protocols && { protocols }),
    ...(ports && { ports }),
  }
  return { chain: words[1], rule: { line, match, verdict } }
}

/** Words with a value that changes nothing here. */
const quiet = new Set([
  '-m',
  '--match',
  '--comment',
  '--reject-with',
  '--log-prefix',
  '--log-level',
  '-c',
  '--mark',
])
const flags = new Set(['--syn'])

function take(read: Read, word: string, value: string, isNot: boolean): void {
  const spans = value.split(',').map(spanOf)
  const isRead = spans.every((span) => span !== undefined)
  if ((word === '-s' || word === '--source' || word === '--src-range') && isRead) {
    read.sources = sided(spans as Span[], isNot)
  } else if ((word === '-d' || word === '--destination' || word === '--dst-range') && isRead) {
    read.targets = sided(spans as Span[], isNot)
  } else if ((word === '-p' || word === '--protocol') && !isNot) read.protocols = transportOf(value)
  else if ((word === '--dport' || word === '--dports' || word === '--destination-port') && !isNot) {
    const ports = value.split(',').map(portsOf)
    if (ports.every((span) => span !== undefined)) read.ports = ports as Span[]
    else read.unread = `${word} ${value}`
  } else if ((word === '--state' || word === '--ctstate') && !isNot) read.states = value
  else if (word === '-j' || word === '--jump' || word === '-g' || word === '--goto')
    read.jump = value
  // Where a packet comes in and goes out follows from its addresses.
  else if (word === '-i' || word === '-o') return
  else read.unread = `${isNot ? '! ' : ''}${word} ${value}`
}

function sided(spans: readonly Span[], isNot: boolean): readonly Span[] {
  return isNot ? without(spans) : spans
}

function verdictOf(jump: string | undefined): Verdict | undefined {
  if (jump === 'ACCEPT') return 'allow'
  if (jump === 'DROP' || jump === 'REJECT') return 'deny'
  if (jump === 'RETURN') return 'return'
  // Notes for people, and counting.
  const isNote = jump === undefined || /^(LOG|NFLOG|ULOG|MARK|CONNMARK|TCPMSS|TRACE)$/.test(jump)
  return isNote ? undefined : { jump }
}
