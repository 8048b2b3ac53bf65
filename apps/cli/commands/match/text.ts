// SPDX-License-Identifier: EUPL-1.2
import type { Asset, Verdict } from '@schouw/core/vulns'
import type { Language } from '../../language.ts'
import { table } from '../../terminal/table.ts'

export interface Tally {
  /** Assets with something to tell, in the order of the inventory. */
  readonly rows: {
    readonly asset: Asset
    affected: number
    undecided: number
    kev: number
    readonly advisories: Set<string>
  }[]
  readonly verdicts: Record<Verdict, number>
  kev: number
}

const words = {
  en: {
    head: ['asset', 'product', 'version', 'affected', 'undecided', 'exploited', 'advisories'],
    sum: (assets: number, advisories: number) =>
      `${assets} assets against ${advisories} advisories`,
    affected: 'affected',
    cannot_decide: 'cannot be decided from what is known',
    not_affected: 'not affected',
    unknownVendor: (count: number) => `${count} of a vendor nothing is known of`,
    notAssessable: (count: number) =>
      `${count} without product and order number: nothing can be said of these`,
    unreadable: (count: number) => `product entries with a range that cannot be read: ${count}`,
    invalid: (count: number) => `advisories that break the rules of their format: ${count}`,
    more: (count: number) => `… and ${count} more; --json lists all`,
  },
  nl: {
    head: ['asset', 'product', 'versie', 'getroffen', 'onbeslist', 'misbruikt', 'adviezen'],
    sum: (assets: number, advisories: number) => `${assets} assets tegen ${advisories} adviezen`,
    affected: 'getroffen',
    cannot_decide: 'niet te beslissen met wat bekend is',
    not_affected: 'niet getroffen',
    unknownVendor: (count: number) => `${count} van een leverancier waarvan niets bekend is`,
    notAssessable: (count: number) =>
      `${count} zonder product en bestelnummer: daarover is niets te zeggen`,
    unreadable: (count: number) => `productregels met een onleesbaar versiebereik: ${count}`,
    invalid: (count: number) => `adviezen die de regels van hun formaat overtreden: ${count}`,
    more: (count: number) => `… en ${count} meer; --json geeft alles`,
  },
} as const

const mostRows = 30

/** The worst first: exploited, then by the number that is affected. */
export function matchText(
  tally: Tally,
  counters: Readonly<Record<string, number>>,
  { language, width }: { readonly language: Language; readonly width: number },
): string {
  const say = words[language]
  const rows = tally.rows.toSorted(
    (a, b) => b.kev - a.kev || b.affected - a.affected || b.undecided - a.undecided,
  )
  const lines = table(
    [
      say.head,
      ...rows
        .slice(0, mostRows)
        .map(({ asset, affected, undecided, kev, advisories }) => [
          asset.id,
          asset.product || asset.orderNumber,
          asset.version || '–',
          String(affected),
          String(undecided),
          String(kev),
          [...advisories].slice(0, 3).join(' ') + (advisories.size > 3 ? ' …' : ''),
        ]),
    ],
    width,
  )
  const shown = rows.length === 0 ? [] : [...lines, '']
  if (rows.length > mostRows) shown.splice(-1, 0, say.more(rows.length - mostRows))
  const verdicts = (['affected', 'cannot_decide', 'not_affected'] as const).map(
    (verdict) => `  ${tally.verdicts[verdict]} ${say[verdict]}`,
  )
  const warnings = [
    [counters['assets_unknown_vendor'], say.unknownVendor],
    [counters['assets_not_assessable'], say.notAssessable],
    [counters['unreadable_ranges'], say.unreadable],
    [counters['invalid_documents'], say.invalid],
  ] as const
  return `${[
    ...shown,
    say.sum(counters['assets'] ?? 0, counters['advisories'] ?? 0),
    ...verdicts,
    ...warnings.flatMap(([count = 0, sentence]) => (count === 0 ? [] : [`  ${sentence(count)}`])),
  ].join('\n')}\n`
}
