// SPDX-License-Identifier: EUPL-1.2
// Many devices describe themselves in one line (LLDP system description, SNMP sysDescr, CDP
// software text). The line is kept as it is; what it plainly contains is taken out as well.
import type { FactName, Recorder, Subject } from '../protocol.ts'

export interface DescribedFact {
  readonly name: FactName
  readonly value: string
}

/** How makers begin such a line, and what we call them. Lower case. */
const makers: readonly (readonly [string, string])[] = [
  ['siemens', 'Siemens'],
  ['cisco', 'Cisco'],
  ['hirschmann', 'Hirschmann'],
  ['moxa', 'Moxa'],
  ['phoenix contact', 'Phoenix Contact'],
  ['wago', 'WAGO'],
  ['beckhoff', 'Beckhoff'],
  ['schneider electric', 'Schneider Electric'],
  ['rockwell automation', 'Rockwell Automation'],
  ['allen-bradley', 'Rockwell Automation'],
  ['ruggedcom', 'Siemens'],
  ['westermo', 'Westermo'],
  ['weidmueller', 'Weidmüller'],
  ['weidmüller', 'Weidmüller'],
  ['harting', 'HARTING'],
  ['festo', 'Festo'],
  ['turck', 'Turck'],
  ['murrelektronik', 'Murrelektronik'],
  ['dell', 'Dell'],
  ['hewlett', 'Hewlett-Packard'],
  ['hp ', 'Hewlett-Packard'],
  ['aruba', 'Aruba'],
  ['juniper', 'Juniper'],
  ['d-link', 'D-Link'],
  ['netgear', 'NETGEAR'],
  ['mikrotik', 'MikroTik'],
  ['fortinet', 'Fortinet'],
  ['lantronix', 'Lantronix'],
  ['apc ', 'APC'],
  ['omron', 'Omron'],
  ['mitsubishi', 'Mitsubishi Electric'],
]

/**
 * Siemens order numbers: 6ES7 315-2EH14-0AB0, 3UF7 011-1AU00-0, 6SL3244-0BB13-1FA0. The blank
 * after the family is optional.
 */
const orderNumber = /\b[1-9][A-Z]{1,2}\d{1,2} ?\d{3}-\d[A-Z]{1,2}\d{2}-\d[A-Z0-9]{0,4}\b/

const labels: readonly (readonly [RegExp, FactName])[] = [
  [/^HW\b:? *(?:Version +)?(.+)$/i, 'hardware'],
  [/^(?:FW|SW)\b:? *(?:Version +)?(.+)$/i, 'firmware'],
  [/^(?:S\/?N|Serial(?: Number)?)\b:? *(.+)$/i, 'serial'],
  [/^(S [A-Z]-[A-Z0-9]{6,})$/, 'serial'],
  [/^(VP[A-Z0-9]{6,})$/, 'serial'],
]

/** Every fact that the line states beyond doubt; empty when it is only prose. */
export function splitDescription(text: string): readonly DescribedFact[] {
  const facts: DescribedFact[] = []
  const maker = makerOf(text)
  if (maker !== undefined) facts.push({ name: 'vendor', value: maker })
  const parts = partsOf(text)
  facts.push(...parts)
  const family = /\bSCALANCE [A-Z]+ ?\d[\w-]*/.exec(text)?.[0]
  if (family !== undefined && !parts.some(({ name }) => name === 'model')) {
    facts.push({ name: 'model', value: family })
  }
  facts.push(...systemOf(text))
  return facts
}

export function recordDescription(text: string, recorder: Recorder, about?: Subject): void {
  recorder.fact('description', text, about)
  for (const { name, value } of splitDescription(text)) recorder.fact(name, value, about)
}

function makerOf(text: string): string | undefined {
  const lower = text.toLowerCase()
  return makers.find(([start]) => lower.startsWith(start))?.[1]
}

/** Maker, family, model, order number, then labelled versions, with commas between. */
function partsOf(text: string): readonly DescribedFact[] {
  const facts: DescribedFact[] = []
  const parts = text.split(',').map((part) => part.trim())
  for (const [index, part] of parts.entries()) {
    const order = orderNumber.exec(part)?.[0]
    if (order !== undefined) {
      facts.push({ name: 'order_number', value: order })
      const model = parts[index - 1]
      if (model !== undefined && index > 1) facts.push({ name: 'model', value: model })
      continue
    }
    for (const [label, name] of labels) {
      const value = label.exec(part)?.[1]
      if (value === undefined) continue
      facts.push({ name, value })
      break
    }
  }
  return facts
}

function systemOf(text: string): readonly DescribedFact[] {
  if (/^Cisco (?:IOS|Internetwork|NX-OS|Adaptive)/.test(text)) {
    const version = /\bVersion ([^\s,]+)/.exec(text)?.[1]
    const system: DescribedFact = { name: 'operating_system', value: text.split(',', 1)[0] ?? '' }
    return version === undefined ? [system] : [system, { name: 'firmware', value: version }]
  }
  const windows = /\bSoftware: (Windows [^\r\n]+)/.exec(text)?.[1]
  if (windows !== undefined) return [{ name: 'operating_system', value: windows }]
  const linux = /^(?:[^\r\n#]*\b)?Linux [^\s#]*\d[^\s#]*/.exec(text)?.[0]
  return linux === undefined ? [] : [{ name: 'operating_system', value: linux }]
}
