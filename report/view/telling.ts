// SPDX-License-Identifier: EUPL-1.2
import { type Requirement, requirementsPack } from '@schouw/core/assurance'
import type { Baseline, Contradiction, Source } from '@schouw/core/baseline'
import { type Catalogue, citation, type Language, type Tongue, words } from '../words/index.ts'
import type { Run, Text } from './document.ts'

/** What every part of the report needs: the baseline, the words, and where things stand. */
export interface Telling {
  readonly baseline: Baseline
  readonly language: Language
  readonly say: Tongue
  readonly text: Catalogue
  readonly sentence: (sentence: Contradiction['seen']) => string
  /** Number of a finding as printed, from 1. */
  readonly findingNumber: (id: string) => number | null
  readonly actionNumber: (id: string) => number | null
  readonly riskNumber: (id: string) => number | null
  /** What people call a device; its id when it is not in the inventory. */
  readonly device: (id: string) => string
  readonly zone: (id: string) => string
  readonly requirement: (id: string) => { readonly text: string } | null
  readonly measureTitle: (id: string) => { readonly title: string; readonly law: string }
  /** Place in the list of inputs. */
  readonly inputPlace: (path: string) => string | null
  /** A citation of law as people read it. */
  readonly article: (citation: string) => string
  /** The day of an instant where the company is. */
  readonly day: (iso: string) => string
}

export function telling(baseline: Baseline, language: Language): Telling {
  const { say, text, sentence } = words(language)
  const numbers = (list: readonly { readonly id: string }[]) =>
    new Map(list.map(({ id }, n) => [id, n + 1]))
  // By kind, as the chapter shows them.
  const byKind = [...Map.groupBy(baseline.contradictions, ({ kind }) => kind).values()]
  const findings = numbers(byKind.flat())
  const actions = numbers(baseline.actions)
  const risks = numbers(baseline.risks)
  const devices = new Map(baseline.inventory.assets.map((asset) => [asset.id, asset.label]))
  const zones = new Map(baseline.network.zones.map((zone) => [zone.id, zone.name]))
  const inputs = new Map(baseline.inputs.map((input, n) => [input.path, `input-${n + 1}`]))
  const requirements = new Map<string, Requirement>(
    requirementsPack.measures.flatMap((one) => one.requirements.map((each) => [each.id, each])),
  )
  const zone = baseline.organisation.time_zone
  return {
    baseline,
    language,
    say,
    text,
    sentence,
    findingNumber: (id) => findings.get(id) ?? null,
    actionNumber: (id) => actions.get(id) ?? null,
    riskNumber: (id) => risks.get(id) ?? null,
    device: (id) => clamped(devices.get(id) ?? id),
    zone: (id) => clamped(zones.get(id) ?? id),
    requirement: (id) => {
      const found = requirements.get(id)
      return found === undefined
        ? null
        : { text: { nl: found.text_nl, en: found.text_en }[language] }
    },
    measureTitle: (id) => {
      const found = requirementsPack.measures.find((measure) => measure.id === id)
      if (found === undefined) return { title: id, law: '' }
      return {
        title: { nl: found.title_nl, en: found.title_en }[language],
        law: lawOf(baseline, found),
      }
    },
    inputPlace: (path) => inputs.get(path) ?? null,
    article: (text) => citation(text, language),
    day: (iso) => localDay(iso, zone),
  }
}

/** The articles of a duty of care in the company's own country. */
function lawOf(
  baseline: Baseline,
  measure: { readonly legal_refs: Readonly<Record<string, string | readonly string[]>> },
): string {
  const own = {
    NL: ['Cbw', 'nl_cbw'],
    BE: ['Wet 26-4-2024', 'be_law_2024_04_26'],
    DE: ['BSIG', 'de_bsig'],
  } as const
  const [law, key] = own[baseline.organisation.jurisdiction]
  const refs = measure.legal_refs[key]
  const nis2 = measure.legal_refs['nis2']
  return [
    typeof refs === 'string' ? (law === 'BSIG' ? `${refs} ${law}` : `${law} ${refs}`) : '',
    typeof nis2 === 'string' ? `NIS2 ${nis2}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ')
}

/** The day of an instant where the company is; a plain day stays as it stands. */
export function localDay(iso: string, timeZone: string): string {
  if (!iso.includes('T')) return iso
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  try {
    const parts = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).formatToParts(at)
    const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
    return `${of('year')}-${of('month')}-${of('day')}`
  } catch {
    return iso.slice(0, 10)
  }
}

/** A longer name would fill a page of its own; the files beside the report have it whole. */
const mostName = 60

/** At most so many characters, the last of them an ellipsis where something is left out. */
export function clamped(text: string, most = mostName): string {
  const characters = [...text]
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** A few words for a risk, by what its sentence is about. */
export function riskTitle({ say }: Telling, { sentence }: Baseline['risks'][number]): string {
  return say.word(sentence.code.replace(/^risk\./, ''), 'scenarioTitle')
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

export function plain(text: string): Text {
  return [{ text }]
}

export function strong(text: string): Text {
  return [{ text, strong: true }]
}

export function quiet(text: string): Text {
  return [{ text, quiet: true }]
}

/** Runs one after the other with words in between. */
export function joined(parts: readonly Text[], between = ', '): Text {
  return parts.flatMap((part, n) => (n === 0 ? part : [{ text: between }, ...part]))
}

/** A run that leads to a place, or plain where there is none. */
export function linked(text: string, to: string | null, more: Partial<Run> = {}): Run {
  return to === null ? { text, ...more } : { text, to, ...more }
}

/** Where a figure comes from, with a way to the file it stands in. */
export function sourceText(tell: Telling, source: Source): Text {
  const { findings } = tell.text
  switch (source.kind) {
    case 'frame':
      return [
        linked(
          findings.frames(fileName(source.capture), String(source.frame)),
          tell.inputPlace(source.capture),
        ),
      ]
    case 'row':
      return [
        linked(
          findings.rows(fileName(source.path), String(source.line)),
          tell.inputPlace(source.path),
        ),
      ]
    case 'law':
      return [linked(tell.article(source.article), 'law-grounds')]
    case 'computed':
      return [linked(findings.computedFrom[source.from], chapterOf[source.from])]
  }
}

/** A figure that was computed leads to the chapter that shows what it was computed from. */
const chapterOf: Readonly<Record<Extract<Source, { kind: 'computed' }>['from'], string>> = {
  inventory: 'inventory',
  measures: 'measures',
  contradictions: 'findings',
  risks: 'risks',
  suppliers: 'suppliers',
  directors: 'law',
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The findings by number, each leading to its place. */
export function findingRuns(tell: Telling, ids: readonly string[]): Text {
  const runs = ids.flatMap((id): Text[] => {
    const number = tell.findingNumber(id)
    return number === null ? [] : [[{ text: String(number), to: `finding-${number}` }]]
  })
  return joined(runs)
}
