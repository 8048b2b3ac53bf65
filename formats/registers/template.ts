// SPDX-License-Identifier: EUPL-1.2
import type { Field, RecordKind } from '@schouw/core/registers'
import { columnName, type SheetToWrite, type WrittenCell } from '../xlsx/index.ts'
import type { Column } from './columns.ts'
import type { Speech } from './speech.ts'

const words = {
  nl: {
    help: 'Uitleg',
    choices: 'Keuzes',
    heads: [
      'Kolom',
      'Vaste naam',
      'Wat het is',
      'Verplicht',
      'Soort',
      'Eenheid',
      'Keuzes',
      'Voorbeeld',
    ],
    yes: 'ja',
    no: 'nee',
    several: 'meer waarden, met ; ertussen',
    either: 'precies een van: ',
    to: 'verwijst naar: ',
    key: 'herkent het record',
    units: {
      awu: 'arbeidsjaren',
      bytes: 'bytes',
      count: 'aantal',
      days: 'dagen',
      hours: 'uren',
      kpi_unit: 'eenheid van het stuurgetal',
      level: 'niveau',
      months: 'maanden',
      per_year: 'per jaar',
    },
    types: {
      text: 'tekst',
      long_text: 'lange tekst',
      whole: 'heel getal',
      decimal: 'getal',
      euro: 'hele euro’s',
      percent: 'procent, 0–100',
      hours: 'uren',
      date: 'datum, 2026-03-05 of 5-3-2026',
      instant: 'moment, 2026-03-05 14:30',
      yes_no: 'ja of nee',
      choice: 'keuze',
      reference: 'code, naam, e-mail of id',
      digest: 'SHA-256',
      ip: 'IP-adres',
      mac: 'MAC-adres',
      cidr: 'netwerk, 10.0.0.0/24',
      rows: 'regels: naam: waarde; naam: waarde',
    },
  },
  en: {
    help: 'Help',
    choices: 'Choices',
    heads: [
      'Column',
      'Stable name',
      'What it is',
      'Required',
      'Type',
      'Unit',
      'Choices',
      'Example',
    ],
    yes: 'yes',
    no: 'no',
    several: 'several values, with ; between',
    either: 'exactly one of: ',
    to: 'refers to: ',
    key: 'recognises the record',
    units: {
      awu: 'annual work units',
      bytes: 'bytes',
      count: 'count',
      days: 'days',
      hours: 'hours',
      kpi_unit: 'unit of the KPI',
      level: 'level',
      months: 'months',
      per_year: 'per year',
    },
    types: {
      text: 'text',
      long_text: 'long text',
      whole: 'whole number',
      decimal: 'number',
      euro: 'whole euros',
      percent: 'percent, 0–100',
      hours: 'hours',
      date: 'date, 2026-03-05 or 5-3-2026',
      instant: 'moment, 2026-03-05 14:30',
      yes_no: 'yes or no',
      choice: 'choice',
      reference: 'code, name, e-mail or id',
      digest: 'SHA-256',
      ip: 'IP address',
      mac: 'MAC address',
      cidr: 'network, 10.0.0.0/24',
      rows: 'lines: name: value; name: value',
    },
  },
} as const

/** Columns of a template: what people fill in. What Schouw knows itself they leave. */
export function templateColumns(columns: readonly Column[]): readonly Column[] {
  return columns.filter(({ name, field }) => field !== null || name === 'state')
}

/** The empty register, how each column is filled in, and lists to choose from. */
export function templateSheets(
  kind: RecordKind,
  all: readonly Column[],
  speech: Speech,
): readonly SheetToWrite[] {
  const columns = templateColumns(all)
  const said = words[speech.language]
  const lists = columns.flatMap((column, at) => {
    const options = optionsOf(column, speech)
    const isMany = column.field !== null && 'many' in column.field && column.field.many === true
    return options.length === 0 || isMany ? [] : [{ column: at + 1, options }]
  })
  const longest = Math.max(0, ...lists.map(({ options }) => options.length))
  const sheet = {
    name: sheetName(speech.kind(kind.name)[1]),
    rows: [columns.map(({ heading }): WrittenCell => ({ heading }))],
    widths: columns.map(({ heading }) => Math.max(12, Math.min(40, heading.length + 4))),
    headRows: 1,
    choices: lists.map(({ column, options }, at) => {
      const letters = columnName(at + 1)
      return {
        column,
        options: `'${said.choices}'!$${letters}$2:$${letters}$${options.length + 1}`,
      }
    }),
  }
  const help = {
    name: said.help,
    rows: helpRows(kind, columns, speech),
    widths: [24, 24, 60, 10, 34, 16, 60, 30],
    headRows: 1,
  }
  const choices = {
    name: said.choices,
    rows: [
      lists.map(({ column }): WrittenCell => ({ heading: columns[column - 1]?.heading ?? '' })),
      ...Array.from({ length: longest }, (_, at) =>
        lists.map(({ options }): WrittenCell => options[at] ?? null),
      ),
    ],
    widths: lists.map(() => 24),
    headRows: 1,
  }
  return lists.length === 0 ? [sheet, help] : [sheet, help, choices]
}

/** What a sheet may be called; ECMA-376 leaves it to programs, and they have these bounds. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:'’]/g, ' ').slice(0, 31)
}

/** A head, and a line for each column. */
export function helpRows(
  kind: RecordKind,
  columns: readonly Column[],
  speech: Speech,
): readonly (readonly WrittenCell[])[] {
  const said = words[speech.language]
  const head = said.heads.map((heading): WrittenCell => ({ heading }))
  return [
    head,
    ...columns.flatMap((column) => [
      helpRow(kind, column, speech),
      ...(column.inner ?? []).map((inner) => [
        `  ${inner.heading}`,
        ...helpRow(kind, inner, speech).slice(1),
      ]),
    ]),
  ]
}

function helpRow(kind: RecordKind, column: Column, speech: Speech): readonly WrittenCell[] {
  const { name, heading, help, field } = column
  const said = words[speech.language]
  const either = kind.either.find((names) => names.includes(name) && field === kind.fields[name])
  const isKey = kind.key.includes(name) && field === kind.fields[name]
  const notes = [
    ...(isKey ? [said.key] : []),
    ...(either === undefined ? [] : [`${said.either}${either.join(', ')}`]),
  ]
  const isMany = field !== null && 'many' in field && field.many === true
  const type = field === null ? said.types.choice : said.types[field.type]
  const to = field?.type === 'reference' ? field.to.map((one) => speech.kind(one)[0]) : []
  return [
    heading,
    name,
    [help, ...notes].join('; '),
    field?.required === true ? said.yes : said.no,
    [
      type,
      ...(to.length === 0 ? [] : [`${said.to}${to.join(', ')}`]),
      ...(isMany ? [said.several] : []),
    ].join('; '),
    field !== null && 'unit' in field && field.unit !== undefined ? said.units[field.unit] : '',
    optionsOf(column, speech).join('; ').slice(0, 2000),
    field === null ? '' : exampleOf(column, field, speech),
  ]
}

function optionsOf({ field, choices }: Column, { language }: Speech): readonly string[] {
  if (choices !== undefined) return choices.options.map(choices.word)
  return field?.type === 'yes_no' ? [words[language].yes, words[language].no] : []
}

const formatExamples: Readonly<Record<string, string>> = {
  email: 'naam@bedrijf.example',
  phone: '+31 20 123 45 67',
  country: 'NL',
  language: 'nl',
  time_zone: 'Europe/Amsterdam',
  time: '07:30',
  nace: '28.29',
  requirement: 'A1',
  url: 'https://bedrijf.example',
  purl: 'pkg:npm/naam@1.2.3',
  cpe: 'cpe:2.3:a:bedrijf:product:1.0:*:*:*:*:*:*:*',
  lei: '724500PMK2A2M1SQQ228',
  media_type: 'application/pdf',
  service: 'tcp/102',
}

const examples: Readonly<Record<Exclude<Field['type'], 'choice' | 'rows' | 'yes_no'>, string>> = {
  text: '…',
  long_text: '…',
  whole: '3',
  decimal: '1.5',
  euro: '12500',
  percent: '87.5',
  hours: '4.5',
  date: '2026-03-05',
  instant: '2026-03-05T14:30:00+01:00',
  reference: 'A-001',
  digest: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  ip: '10.0.3.17',
  mac: '00:1b:1b:12:34:56',
  cidr: '10.0.3.0/24',
}

function exampleOf(column: Column, field: Field, speech: Speech): string {
  if (field.type === 'choice') return column.choices?.word(field.options[0] ?? '') ?? ''
  if (field.type === 'yes_no') return words[speech.language].yes
  if (field.type === 'rows') {
    const cells = (column.inner ?? [])
      .slice(0, 2)
      .flatMap((inner) =>
        inner.field === null ? [] : [`${inner.heading}: ${exampleOf(inner, inner.field, speech)}`],
      )
    return cells.join('; ')
  }
  const text =
    field.type === 'text' && field.format !== undefined
      ? (formatExamples[field.format] ?? '')
      : examples[field.type]
  return speech.language === 'nl' && /^\d+\.\d+$/.test(text) ? text.replace('.', ',') : text
}
