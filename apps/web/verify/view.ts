// SPDX-License-Identifier: EUPL-1.2
import type { LayerName, Verdict } from '@schouw/core/ledger/verdicts'
import { factsText, findingText, layerWords, stateWords } from '@schouw/report/verdicts'
import type { PageWords } from './words.ts'

interface Approved {
  readonly signer: string
  readonly signer_name: string | null
  readonly decision: string
  readonly resolution: string
  readonly not_before_ms: number | null
  readonly not_after_ms: number | null
  readonly is_synced: boolean
}

/** Everything that was found, as text: nothing out of a file is ever markup. */
export function shownVerdict(
  verdict: Verdict,
  name: string,
  { language, words }: { readonly language: 'nl' | 'en'; readonly words: PageWords },
): HTMLElement {
  const box = element('section')
  const title = element('h2', verdict.isProven ? words.proven : words.notProven)
  title.className = verdict.isProven ? 'proven' : 'refused'
  box.append(title, element('p', `${words.checked}: ${name}`))
  const approvals = verdict.layers.find(({ layer }) => layer === 'assertion')?.facts['approvals']
  if (verdict.count > 0) {
    box.append(element('h3', `${words.findings} (${verdict.count})`))
    const list = element('ul')
    for (const one of verdict.findings.slice(0, 50)) {
      list.append(element('li', findingText(one, language)))
    }
    box.append(list)
  }
  if (Array.isArray(approvals) && approvals.length > 0) {
    box.append(element('h3', words.approvals), approvalTable(approvals as Approved[], words))
  }
  const rows = verdict.layers.map((layer) => [
    layerWords[layer.layer][language],
    stateWords[layer.state][language],
    layer.layer === 'assertion' ? '' : factsText(layer),
  ])
  box.append(table([words.what, words.state, words.facts], rows))
  box.append(element('h3', words.not), notProven(verdict, words))
  return box
}

function approvalTable(approvals: readonly Approved[], words: PageWords): HTMLElement {
  const time = (ms: number | null) =>
    ms === null ? words.noTime : new Date(ms).toISOString().replace('.000Z', 'Z')
  const rows = approvals.map((one) => [
    one.signer_name === null ? one.signer : `${one.signer_name} (${one.signer})`,
    `${words.decisions[one.decision] ?? one.decision}: ${one.resolution}`,
    `${time(one.not_before_ms)} – ${time(one.not_after_ms)}${one.is_synced ? ` · ${words.synced}` : ''}`,
  ])
  return table([words.who, words.decision, words.since], rows)
}

function notProven({ layers }: Verdict, words: PageWords): HTMLElement {
  const isProven = (name: LayerName) =>
    layers.some(({ layer, state }) => layer === name && state === 'proven')
  const list = element('ul')
  const lines = [
    words.notTrue,
    isProven('key') ? '' : words.notKey,
    isProven('timestamp') ? '' : words.notTime,
    isProven('timestamp') || isProven('witnesses') ? '' : words.notHistory,
    layers.some(({ layer }) => layer === 'accompanying') ? words.notAccompanying : '',
    layers.some(({ layer }) => layer === 'assertion') ? words.notQualified : '',
  ]
  for (const line of lines) if (line !== '') list.append(element('li', line))
  return list
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  const made = element('table')
  const head = element('tr')
  for (const title of titles) {
    const cell = element('th', title)
    cell.setAttribute('scope', 'col')
    head.append(cell)
  }
  const top = element('thead')
  top.append(head)
  const body = element('tbody')
  for (const cells of rows) {
    const row = element('tr')
    for (const [at, text] of cells.entries()) {
      const cell = element(at === 0 ? 'th' : 'td', text)
      if (at === 0) cell.setAttribute('scope', 'row')
      row.append(cell)
    }
    body.append(row)
  }
  made.append(top, body)
  const wide = element('div')
  wide.className = 'wide'
  wide.tabIndex = 0
  wide.append(made)
  return wide
}

export function element(name: string, text?: string): HTMLElement {
  const made = document.createElement(name)
  if (text !== undefined) made.textContent = text
  return made
}
