// SPDX-License-Identifier: EUPL-1.2
import type { RecordOf } from '@schouw/contract/client'
import type { RecordVersion } from '@schouw/core/registers'

export type Entity = RecordOf<'legal-entity'>

/** What is typed, as it is typed. */
export interface YearTyped {
  readonly year: string
  readonly staff: string
  readonly turnover: string
  readonly balance: string
}

export interface FiguresTyped {
  readonly name: string
  readonly nace: string
  readonly annex: string
  readonly prior: string
  readonly digital: string
  readonly years: readonly YearTyped[]
}

const noYear: YearTyped = { year: '', staff: '', turnover: '', balance: '' }

export function typedOf(entity: Entity | undefined, organisation: string): FiguresTyped {
  const values = entity?.values
  const digital = values?.makes_digital_products
  const years = (values?.fiscal_years ?? []).map((row) => ({
    year: String(row.year),
    staff: String(row.staff_awu),
    turnover: String(row.turnover_eur),
    balance: String(row.balance_eur),
  }))
  return {
    name: values?.name ?? organisation,
    nace: values?.nace ?? '',
    annex: values?.annex ?? '',
    prior: values?.prior_size_class ?? '',
    digital: digital === undefined ? '' : digital ? 'yes' : 'no',
    years: years.length === 0 ? [noYear] : years,
  }
}

export function withYear(typed: FiguresTyped): FiguresTyped {
  const last = Math.max(...typed.years.map(({ year }) => Number(year) || 0))
  const year = last > 0 ? String(last + 1) : ''
  return { ...typed, years: [...typed.years, { ...noYear, year }] }
}

/** Years that are wholly empty are left out; null when one is half filled in or no number. */
export function yearsOf({ years }: FiguresTyped) {
  const rows = years
    .filter((one) => Object.values(one).some((text) => text.trim() !== ''))
    .map(({ year, staff, turnover, balance }) => ({
      year: whole(year),
      staff_awu: decimal(staff),
      turnover_eur: whole(turnover),
      balance_eur: whole(balance),
    }))
  const isWhole = rows.every((row) => Object.values(row).every((value) => value !== null))
  return isWhole ? rows : null
}

/** `14.000.000` and `14 000 000` are 14000000. */
function whole(text: string): number | null {
  const digits = text.replaceAll(/[\s.,](?=\d{3}(\D|$))|\s/g, '')
  return /^-?\d{1,15}$/.test(digits) ? Number(digits) : null
}

/** `62,5` is `62.5`: decimals travel as text. */
function decimal(text: string): string | null {
  const plain = text.trim().replace(',', '.')
  return /^\d{1,8}(\.\d{1,2})?$/.test(plain) ? plain : null
}

/** What the register would hold; null clears. */
export function valuesTyped(typed: FiguresTyped) {
  const { name, nace, annex, prior, digital } = typed
  return {
    name: name.trim(),
    nace: nace.trim() === '' ? null : nace.trim(),
    annex: annex === '' ? null : annex,
    prior_size_class: prior === '' ? null : prior,
    makes_digital_products: digital === '' ? null : digital === 'yes',
    fiscal_years: yearsOf(typed),
  }
}

const stamp = { at: '', by: '' }

/** The record as it would be with what is typed. */
export function imagined(entity: Entity | undefined, typed: FiguresTyped): RecordVersion {
  const base = entity ?? {
    kind: 'legal-entity',
    id: 'new',
    version: 0,
    state: 'scope_open',
    values: {},
    created: stamp,
    changed: stamp,
    approval: null,
    retired: null,
    erased: [],
  }
  const values = { ...base.values, ...valuesTyped(typed) }
  const known = Object.entries(values).filter(([, value]) => value !== null)
  return { ...base, values: Object.fromEntries(known) } as RecordVersion
}
