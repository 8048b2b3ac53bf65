// SPDX-License-Identifier: EUPL-1.2
// Names as lines that a person types, and back.
import type { BodyOf } from '@schouw/contract/client'

export type Names = BodyOf<'PUT /api/v1/vulnerabilities/names'>

export interface NamesText {
  readonly vendors: string
  readonly families: string
  readonly aliases: string
}

/** Which line cannot be read, from 1. */
export interface WrongLine {
  readonly of: keyof NamesText
  readonly line: number
}

const names = (text: string) =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** A maker is one by its name, whatever its capitals, blanks and signs. */
const idOf = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')

export function textOfNames({ vendors, families, aliases }: Names): NamesText {
  const called = new Map(vendors.map(({ id, names: [first = id] }) => [id, first]))
  const line = ([first = '', ...rest]: readonly string[]) => `${first} = ${rest.join(', ')}`
  return {
    vendors: vendors.map((one) => line(one.names)).join('\n'),
    families: families
      .map((one) => {
        const maker = called.get(one.vendor) ?? one.vendor
        return `${maker}: ${one.catalogue.join(', ')} = ${one.implies}`
      })
      .join('\n'),
    aliases: aliases.map(line).join('\n'),
  }
}

/** Empty lines do not count. */
export function namesOfText(text: NamesText): Names | WrongLine {
  const read = <Row>(of: keyof NamesText, rowOf: (line: string) => Row | undefined) => {
    const rows: Row[] = []
    for (const [at, line] of text[of].split('\n').entries()) {
      if (line.trim() === '') continue
      const row = rowOf(line)
      if (row === undefined) throw { of, line: at + 1 } satisfies WrongLine
      rows.push(row)
    }
    return rows
  }
  try {
    return {
      vendors: read('vendors', (line) => {
        const all = namesOfLine(line)
        return all === undefined ? undefined : { id: idOf(all[0] ?? ''), names: [...all] }
      }),
      families: read('families', familyOfLine),
      aliases: read('aliases', (line) => namesOfLine(line)?.slice()),
    }
  } catch (wrong) {
    return wrong as WrongLine
  }
}

function namesOfLine(line: string): readonly string[] | undefined {
  const [first = '', rest, ...more] = line.split('=')
  const others = names(rest ?? '')
  if (first.trim() === '' || others.length === 0 || more.length > 0) return undefined
  return [first.trim(), ...others]
}

function familyOfLine(line: string): Names['families'][number] | undefined {
  const [, maker = '', patterns = '', implies = ''] = /^([^:=]+):([^=]+)=([^=]+)$/.exec(line) ?? []
  const catalogue = names(patterns)
  if (maker.trim() === '' || catalogue.length === 0 || implies.trim() === '') return undefined
  return { vendor: idOf(maker.trim()), catalogue, implies: implies.trim() }
}
