// SPDX-License-Identifier: EUPL-1.2
// The inspection for a person at a terminal: what is there, what to judge, what is not seen.
import {
  type Asset,
  type Detection,
  type InspectionReport,
  mirrorSigns,
} from '@schouw/core/capture'
import { words as wordsOf } from '@schouw/report/words'
import type { Language } from '../language.ts'
import { plain, table } from '../terminal/table.ts'
import { summaryWords } from '../words/summary.ts'

const mostDevices = 200
const mostSignals = 50
const mostConversations = 25
const mostSilent = 30
const mostUnknown = 10

export function* summary(
  report: InspectionReport,
  language: Language,
  { columns, nowS }: { readonly columns: number; readonly nowS: number },
): Generator<string> {
  const page = new Page(report, language, columns)
  yield page.captures()
  yield page.devices()
  yield page.signals()
  yield page.conversations()
  yield page.protocols()
  yield page.mirror(nowS)
  yield page.unseen()
}

class Page {
  readonly #report: InspectionReport
  readonly #language: Language
  readonly #columns: number
  readonly #byId: ReadonlyMap<string, Asset>

  constructor(report: InspectionReport, language: Language, columns: number) {
    this.#report = report
    this.#language = language
    this.#columns = columns
    this.#byId = new Map(report.assets.map((asset) => [asset.id, asset]))
  }

  get #words() {
    return summaryWords[this.#language]
  }

  captures(): string {
    const rows = this.#report.captures.map(({ file, packets, first, last, oddities }) => [
      file,
      `${this.#number(packets)} ${this.#words.packets}`,
      first === null || last === null ? '' : `${shortInstant(first)} – ${shortInstant(last)}`,
      Object.entries(oddities)
        .map(([name, count]) => `${name} ${this.#number(count)}`)
        .join(', '),
    ])
    return this.#section(this.#words.captures, rows)
  }

  devices(): string {
    const { assets, coverage } = this.#report
    const own = assets.filter(({ external, silent }) => !external && !silent)
    const tops = own.filter(({ parent }) => parent === null).sort(byLevel)
    const children = Map.groupBy(own.filter(hasIdentity), ({ parent }) => parent)
    const listed = tops.flatMap((asset) => [asset, ...(children.get(asset.id) ?? [])])
    const rows = listed.slice(0, mostDevices).map((asset) => this.#deviceRow(asset))
    const lines = this.#table([this.#words.deviceColumns, ...rows])
    if (listed.length > mostDevices) lines.push(this.#words.andMore(listed.length - mostDevices))
    const silent = assets.filter((asset) => asset.silent && !asset.external)
    const outside = assets.filter(({ external }) => external)
    if (silent.length > 0) lines.push('', this.#names(this.#words.silent, silent))
    if (outside.length > 0) lines.push('', this.#names(this.#words.outside, outside))
    if (coverage.site_ranges.length > 0) {
      const ranges = coverage.site_ranges.map(({ range }) => range)
      lines.push('', `${this.#words.range}: ${ranges.slice(0, 12).join(', ')}`)
    }
    return this.#titled(`${this.#words.devices} (${tops.length})`, lines)
  }

  signals(): string {
    const { detections } = this.#report
    if (detections.length === 0) return this.#titled(this.#words.signals, [this.#words.noSignals])
    const { single, habits } = apart(detections)
    const rows = [
      ...single.map((one) => this.#signalRow(one)),
      ...habits.map((list) => this.#habitRow(list)),
    ]
    const lines = this.#table([this.#words.signalColumns, ...rows.slice(0, mostSignals)])
    if (rows.length > mostSignals) lines.push(this.#words.andMore(rows.length - mostSignals))
    return this.#titled(`${this.#words.signals} (${detections.length})`, lines)
  }

  conversations(): string {
    const factory = this.#report.conversations
      .filter(({ operations }) => operations.length > 0)
      .sort(
        (left, right) =>
          right.packets_to_server +
          right.packets_to_client -
          left.packets_to_server -
          left.packets_to_client,
      )
    if (factory.length === 0) return ''
    const rows = factory
      .slice(0, mostConversations)
      .map((one) => [
        this.#nameOf(one.from),
        this.#nameOf(one.to),
        `${one.protocol ?? '?'} ${one.transport}/${one.port}`,
        this.#number(one.packets_to_server + one.packets_to_client),
        one.operations.map(({ name, count }) => `${name} ${this.#number(count)}`).join(', '),
      ])
    const lines = this.#table([this.#words.talkColumns, ...rows])
    if (factory.length > mostConversations) {
      lines.push(this.#words.andMore(factory.length - mostConversations))
    }
    return this.#titled(this.#words.talk, lines)
  }

  protocols(): string {
    const names = Object.entries(this.#report.protocols)
      .sort(([, a], [, b]) => b.packets - a.packets)
      .map(([name, { packets }]) => `${name} ${this.#number(packets)}`)
    const lines = wrapped(names.join(', '), this.#columns - 2)
    const unknown = this.#report.unknown.slice(0, mostUnknown)
    if (unknown.length > 0) {
      const listed = unknown.map((one) => `${one.fingerprint} (${this.#number(one.packets)})`)
      const text = `${this.#words.unknownTraffic}: ${listed.join(', ')}`
      lines.push('', ...wrapped(text, this.#columns - 2))
    }
    return this.#titled(this.#words.protocols, lines)
  }

  /** What speaks against the mirror port; what is in order is counted. */
  mirror(nowS: number): string {
    if (this.#report.captures.length === 0) return ''
    const signs = mirrorSigns(this.#report, nowS)
    const doubtful = signs.filter(({ verdict }) => verdict === 'doubtful')
    const good = signs.filter(({ verdict }) => verdict === 'good').length
    const texts = doubtful.map(({ code, facts }) => this.#words.signs[code].doubtful(facts))
    const lines = [...texts.map((text) => `- ${text}`), this.#words.mirrorWell(good)]
    return this.#titled(
      this.#words.mirror,
      lines.flatMap((line) => wrapped(line, this.#columns - 2)),
    )
  }

  unseen(): string {
    const unsaid = this.#report.coverage.advice.filter(({ code }) => !saidOfMirror.has(code))
    const lines = unsaid.flatMap(({ code, facts }) => {
      const text = this.#words.advice[code]?.(facts) ?? code
      return wrapped(`- ${text}`, this.#columns - 2)
    })
    return lines.length === 0 ? '' : this.#titled(this.#words.unseen, lines)
  }

  #deviceRow(asset: Asset): string[] {
    const { vendor, model, order_number, firmware, role, purdue_level } = asset
    const name = asset.hostnames[0] ?? ''
    const address =
      asset.parent === null
        ? addressOf(asset)
        : `└ ${asset.child?.kind ?? ''} ${asset.child?.key ?? ''}`
    return [
      address,
      name,
      vendor ?? this.#words.unknown,
      [...new Set([model, order_number])].filter((text) => text !== null).join(' ') || '',
      firmware ?? '',
      role === null ? this.#words.unknown : wordsOf(this.#language).say.word(role, 'role'),
      purdue_level === null ? '' : String(purdue_level),
    ]
  }

  #signalRow({ kind, source, target, count, detail, frames }: Detection): string[] {
    const details = Object.entries(detail).map(([name, value]) => `${name}: ${value}`)
    return [
      wordsOf(this.#language).say.word(kind, 'detection'),
      source === null ? '' : this.#nameOf(source),
      target === null ? '' : this.#nameOf(target),
      this.#number(count),
      details.join('; '),
      frames[0] === undefined ? '' : String(frames[0].frame),
    ]
  }

  /** One who writes to many controllers that it also reads is one line. */
  #habitRow(list: readonly Detection[]): string[] {
    const [first] = list
    if (first === undefined) return []
    const [what = '', from = '', to = '', , details = '', frame = ''] = this.#signalRow(first)
    const times = list.reduce((sum, { count }) => sum + count, 0)
    const targets = list.length === 1 ? to : this.#words.targets(list.length)
    const text = list.length === 1 ? details : this.#words.alsoReads
    return [what, from, targets, this.#number(times), text, frame]
  }

  #nameOf(id: string): string {
    const asset = this.#byId.get(id)
    if (asset === undefined) return id
    return asset.hostnames[0] ?? addressOf(asset)
  }

  #names(title: string, assets: readonly Asset[]): string {
    const names = assets.slice(0, mostSilent).map((asset) => this.#nameOf(asset.id))
    const more =
      assets.length > mostSilent ? ` ${this.#words.andMore(assets.length - mostSilent)}` : ''
    const text = `${title} (${assets.length}): ${names.map(plain).join(', ')}${more}`
    return wrapped(text, this.#columns - 2).join('\n  ')
  }

  #table(rows: readonly (readonly string[])[]): string[] {
    return table(rows, this.#columns - 2)
  }

  #section(title: string, rows: readonly (readonly string[])[]): string {
    return this.#titled(title, this.#table(rows))
  }

  #titled(title: string, lines: readonly string[]): string {
    return `${title}\n${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n\n`
  }

  #number(value: number): string {
    return value.toLocaleString(this.#language === 'nl' ? 'nl-NL' : 'en-GB')
  }
}

/** Advice that the look at the mirror port gives already. */
const saidOfMirror: ReadonlySet<string> = new Set(['mirror_both_directions', 'listen_longer'])

/** Writes of regular partners by source, everything else one by one. */
function apart(detections: readonly Detection[]): {
  single: Detection[]
  habits: Detection[][]
} {
  const single: Detection[] = []
  const habits = new Map<string, Detection[]>()
  for (const one of detections) {
    const isHabit = one.kind === 'process_write' && Number(one.detail['reads'] ?? 0) >= one.count
    if (!isHabit) {
      single.push(one)
      continue
    }
    const key = one.source ?? ''
    const known = habits.get(key)
    if (known === undefined) habits.set(key, [one])
    else known.push(one)
  }
  return { single, habits: [...habits.values()] }
}

/** A unit or slot of which nothing but its number is known says nothing to a person. */
function hasIdentity(asset: Asset): boolean {
  const { parent, vendor, model, order_number, firmware, role, hostnames } = asset
  if (parent === null) return false
  return (
    hostnames.length > 0 ||
    [vendor, model, order_number, firmware, role].some((one) => one !== null)
  )
}

function addressOf({ ipv4, ipv6, macs, id }: Asset): string {
  return ipv4[0] ?? macs[0] ?? ipv6[0] ?? id
}

/** Field devices first, as a plant is read; unknown levels last. */
function byLevel(left: Asset, right: Asset): number {
  const a = left.purdue_level ?? 9
  const b = right.purdue_level ?? 9
  return a - b || (left.role ?? '~').localeCompare(right.role ?? '~') || byAddress(left, right)
}

function byAddress(left: Asset, right: Asset): number {
  const key = ({ ipv4, id }: Asset) =>
    ipv4[0] === undefined
      ? `~${id}`
      : ipv4[0]
          .split('.')
          .map((part) => part.padStart(3, '0'))
          .join('.')
  return key(left) < key(right) ? -1 : 1
}

function shortInstant(text: string): string {
  return text.slice(0, 19).replace('T', ' ')
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = text.startsWith('- ') ? `  ${word}` : word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return line === '' ? lines : [...lines, line]
}
