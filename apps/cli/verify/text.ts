// SPDX-License-Identifier: EUPL-1.2
import { factsText, findingText, layerWords, sentences, stateWords } from '@schouw/report/verdicts'
import type { Language } from '../language.ts'
import type { Report, ReportPart } from './report.ts'

/** Logs told layer by layer; of more each gets one line. */
const fullParts = 2
/** Lines of logs and of findings that fit on one page. */
const mostParts = 20
const mostFindings = 15

export function reportText(report: Report, language: Language): string {
  const { name, isProven, parts } = report
  const verdict = isProven ? sentences.proven : sentences.notProven
  const lines = [`${name}: ${verdict[language]}`]
  if (parts.length === 0) lines.push(`  ${sentences.nothing[language]}`)
  const isFull = parts.length <= fullParts
  for (const part of parts.slice(0, isFull ? fullParts : mostParts)) {
    lines.push(...(isFull ? partLines(part, report, language) : [partLine(part, language)]))
  }
  if (!isFull && parts.length > mostParts) {
    lines.push(`  … ${parts.length - mostParts} ${sentences.more[language]}`)
  }
  lines.push(...findingLines(parts, language))
  if (isProven && report.kind === 'data') lines.push('', sentences.limits[language])
  return `${lines.join('\n')}\n`
}

function partLines(part: ReportPart, report: Report, language: Language): readonly string[] {
  const head = part.name === report.name ? [] : ['', part.name]
  const width = Math.max(0, ...part.layers.map(({ layer }) => layerWords[layer][language].length))
  const states = Math.max(0, ...part.layers.map(({ state }) => stateWords[state][language].length))
  const lines = part.layers.map((layer) => {
    const name = layerWords[layer.layer][language].padEnd(width)
    const state = stateWords[layer.state][language].padEnd(states)
    return `  ${name}  ${state}  ${factsText(layer)}`.trimEnd()
  })
  return [...head, ...lines]
}

function partLine(part: ReportPart, language: Language): string {
  const entries = part.layers.find(({ layer }) => layer === 'entries')?.facts['entries']
  const state = stateWords[part.isProven ? 'proven' : 'refused'][language]
  return `  ${part.name}  ${state}${entries === undefined ? '' : `  ${entries}`}`
}

function findingLines(parts: readonly ReportPart[], language: Language): readonly string[] {
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  if (count === 0) return []
  const all = parts.flatMap((part) => part.findings.map((finding) => ({ part, finding })))
  const shown = all.slice(0, mostFindings)
  const title = count === 1 ? sentences.finding : sentences.findings
  const lines = shown.map(({ part, finding }) => {
    const where = parts.length > 1 ? `${part.name} ` : ''
    return `  ${where}${findingText(finding, language)}`
  })
  const rest = count - shown.length
  const more = rest > 0 ? [`  … ${rest} ${sentences.more[language]}`] : []
  return ['', `${count} ${title[language]}:`, ...lines, ...more]
}
