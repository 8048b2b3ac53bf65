// SPDX-License-Identifier: EUPL-1.2
// A look at a message without reading it.

/** One past the length at `at`; the form with a count of bytes may use up to four. */
function afterLength(view: DataView, at: number, to: number): number {
  if (at >= to) return to
  const first = view.getUint8(at)
  return first < 0x80 ? at + 1 : at + 1 + (first & 0x7f)
}

/** Undefined when this is no SNMP; 0 when the version is 3 and it is encrypted. */
export function pduTagAt(view: DataView, from: number, to: number): number | undefined {
  if (to - from < 8 || view.getUint8(from) !== 0x30) return undefined
  const at = afterLength(view, from + 1, to)
  if (at + 4 > to || view.getUint8(at) !== 2 || view.getUint8(at + 1) !== 1) return undefined
  const version = view.getUint8(at + 2)
  if (version === 3) return scopedPduTag(view, at + 3, to)
  if (version > 1 || view.getUint8(at + 3) !== 4) return undefined
  const tagAt = afterElement(view, at + 3, to)
  return tagAt < to ? knownTag(view.getUint8(tagAt)) : 0
}

function knownTag(tag: number): number {
  return tag >= 0xa0 && tag <= 0xa8 ? tag : 0
}

/** Header, security parameters, then engine, context and data. */
function scopedPduTag(view: DataView, from: number, to: number): number | undefined {
  if (view.getUint8(from) !== 0x30) return undefined
  const data = afterElement(view, afterElement(view, from, to), to)
  if (data + 2 > to || view.getUint8(data) !== 0x30) return 0
  const engine = afterLength(view, data + 1, to)
  const tagAt = afterElement(view, afterElement(view, engine, to), to)
  return tagAt < to ? knownTag(view.getUint8(tagAt)) : 0
}

/** One past the element at `at`, at most `to`. */
function afterElement(view: DataView, at: number, to: number): number {
  if (at + 2 > to) return to
  const from = afterLength(view, at + 1, to)
  const first = view.getUint8(at + 1)
  let length = first
  if (first >= 0x80) {
    length = 0
    for (let index = at + 2; index < from && index < to; index += 1) {
      length = Math.min(0xffff, length * 256 + view.getUint8(index))
    }
  }
  return Math.min(to, from + length)
}

/**
 * Whether an object that we keep may be in here: groups 1 (system), 4 (ip), 25 (host), 33 (UPS),
 * 43 (printer) and 47 (entity) of MIB-2, LLDP's, or one of a maker. Counters of interfaces, which
 * make up most of what is polled, are in group 2.
 */
export function statesIdentity(view: DataView, from: number, to: number): boolean {
  for (let at = from; at + 6 <= to; at += 1) {
    const first = view.getUint8(at)
    // 1.0.8802.1.1.2
    if (first === 0x28 && view.getUint16(at + 1) === 0xc462) return true
    // 1.3.6.1
    if (first !== 0x2b || view.getUint16(at + 1) !== 0x0601) continue
    const branch = view.getUint16(at + 3)
    // mgmt.mib-2, private.enterprises
    if (branch === 0x0401) return true
    if (branch === 0x0201 && isGroupKept(view.getUint8(at + 5))) return true
  }
  return false
}

function isGroupKept(group: number): boolean {
  return group === 1 || group === 4 || group === 25 || group === 33 || group === 43 || group === 47
}
