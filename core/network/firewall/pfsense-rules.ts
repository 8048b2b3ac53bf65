// SPDX-License-Identifier: EUPL-1.2
import { type ConfigElement, child, descend, isSet, listed, textIn } from './config-element.ts'

/** What a rule says, whichever of the two spellings it has. */
export interface Spoken {
  /** Counted from 1. */
  readonly number: number
  readonly action: string
  /** Absent: every one. */
  readonly interfaces: readonly string[]
  readonly isQuick: boolean
  readonly isFloating: boolean
  readonly direction: string
  readonly family: string
  readonly protocol: string
  readonly source: Side
  readonly target: Side
  /** Conditions that are not followed here. */
  readonly unread: readonly string[]
}

export interface Side {
  readonly net: string
  readonly isNot: boolean
  readonly port: string
}

/** Rules in the order in which they stand: first those of the newer page of OPNsense. */
export function spokenIn(root: ConfigElement): readonly Spoken[] {
  const newer = descend(root, 'OPNsense', 'Firewall', 'Filter', 'rules')?.children ?? []
  const older = (child(root, 'filter')?.children ?? []).filter(({ name }) => name === 'rule')
  const isOpn = root.name === 'opnsense'
  const all = [
    ...newer.map((rule, at) => ({ rule, spoken: newRule(rule, at + 1) })),
    ...older.map((rule, at) => ({ rule, spoken: oldRule(rule, newer.length + at + 1, isOpn) })),
  ]
  return all.filter(({ rule }) => !isOff(rule)).map(({ spoken }) => spoken)
}

function isOff(rule: ConfigElement): boolean {
  return isSet(rule, 'disabled') || textIn(rule, 'enabled') === '0'
}

const conditions = ['sched', 'os', 'tagged', 'icmptype', 'dscp', 'vlanprio', 'tcpflags1']

function oldRule(rule: ConfigElement, number: number, isOpn: boolean): Spoken {
  const isFloating = isSet(rule, 'floating')
  const quick = textIn(rule, 'quick')
  const source = oldSide(child(rule, 'source'))
  return {
    number,
    action: textIn(rule, 'type') || 'pass',
    interfaces: listed(textIn(rule, 'interface')),
    isQuick: isFloating ? (isOpn ? quick !== '0' : quick !== '') : quick !== '0',
    isFloating,
    direction: textIn(rule, 'direction') || 'in',
    family: textIn(rule, 'ipprotocol'),
    protocol: textIn(rule, 'protocol'),
    source,
    target: oldSide(child(rule, 'destination')),
    unread: [
      ...conditions.filter((name) => textIn(rule, name) !== ''),
      ...(source.port === '' ? [] : [`source port ${source.port}`]),
    ],
  }
}

function oldSide(side: ConfigElement | undefined): Side {
  const net = textIn(side, 'network') || textIn(side, 'address')
  return { net, isNot: isSet(side, 'not'), port: textIn(side, 'port') }
}

function newRule(rule: ConfigElement, number: number): Spoken {
  const side = (name: string): Side => ({
    net: textIn(rule, `${name}_net`),
    isNot: textIn(rule, `${name}_not`) === '1',
    port: textIn(rule, `${name}_port`),
  })
  const source = side('source')
  const several = [source.net, side('destination').net].filter((net) => net.includes(','))
  return {
    number,
    action: textIn(rule, 'action'),
    interfaces: listed(textIn(rule, 'interface')),
    isQuick: textIn(rule, 'quick') !== '0',
    isFloating: listed(textIn(rule, 'interface')).length !== 1,
    direction: textIn(rule, 'direction') || 'in',
    family: textIn(rule, 'ipprotocol'),
    protocol: textIn(rule, 'protocol'),
    source,
    target: side('destination'),
    unread: [
      ...several,
      ...['sched', 'tagged'].filter((name) => textIn(rule, name) !== ''),
      ...(textIn(rule, 'interfacenot') === '1' ? ['interfacenot'] : []),
      ...(source.port === '' ? [] : [`source port ${source.port}`]),
    ],
  }
}

/** pfSense keeps them apart, OPNsense among its newer settings, a value a line. */
export function aliasesIn(root: ConfigElement) {
  const older = child(root, 'aliases')?.children ?? []
  const newer = descend(root, 'OPNsense', 'Firewall', 'Alias', 'aliases')?.children ?? []
  return new Map(
    [...older, ...newer]
      .filter((one) => textIn(one, 'enabled') !== '0')
      .map((one) => {
        const values = listed(`${textIn(one, 'address')} ${textIn(one, 'content')}`)
        return [textIn(one, 'name'), { type: textIn(one, 'type'), values }]
      }),
  )
}
