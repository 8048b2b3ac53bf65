// SPDX-License-Identifier: EUPL-1.2
import { type Fields, isFields, list, text } from '../sightings/index.ts'

/** A requirement of somebody's catalogue, in the order in which it stands there. */
export interface Requirement {
  readonly id: string
  /** The group or requirement it belongs to. */
  readonly parent: string | null
  readonly kind: 'group' | 'control'
  readonly class: string | null
  /** What people cite: `AC-2(1)`, `5.1`. */
  readonly label: string | null
  readonly title: string
  /** Statement and its items, with parameters filled in by value or name. */
  readonly statement: string | null
  readonly guidance: string | null
  readonly isWithdrawn: boolean
  readonly links: readonly { readonly rel: string | null; readonly href: string }[]
}

/** All groups and controls of a catalogue as one list. */
export function requirementsOf(catalog: Fields): readonly Requirement[] {
  const found: Requirement[] = []
  const params = paramsOf(catalog)
  const visit = (value: unknown, kind: Requirement['kind'], parent: string | null) => {
    if (!isFields(value)) return
    const id = text(value, 'id') ?? (kind === 'group' ? text(value, 'title') : undefined)
    if (id === undefined) return
    const links = list(value, 'links').flatMap((link) => {
      const href = text(link, 'href')
      return href === undefined ? [] : [{ rel: text(link, 'rel') ?? null, href }]
    })
    const prose = (name: string) => proseOf(list(value, 'parts'), name, params)
    found.push({
      id,
      parent,
      kind,
      class: text(value, 'class') ?? null,
      label: propOf(value, 'label') ?? null,
      title: text(value, 'title') ?? id,
      statement: prose('statement'),
      guidance: prose('guidance'),
      isWithdrawn: propOf(value, 'status')?.toLowerCase() === 'withdrawn',
      links,
    })
    below(value, id)
  }
  const below = (value: Fields, parent: string | null) => {
    for (const group of list(value, 'groups')) visit(group, 'group', parent)
    for (const control of list(value, 'controls')) visit(control, 'control', parent)
  }
  below(catalog, null)
  return found
}

export function propOf(value: unknown, name: string): string | undefined {
  const props = list(value, 'props').filter((prop) => text(prop, 'name') === name)
  const plain = props.find((prop) => text(prop, 'class') === undefined) ?? props[0]
  return text(plain, 'value')
}

type Params = ReadonlyMap<string, string>

function paramsOf(catalog: Fields): Params {
  const found = new Map<string, string>()
  const visit = (value: unknown) => {
    for (const param of list(value, 'params')) {
      const id = text(param, 'id')
      if (id !== undefined) found.set(id, wordOf(param))
    }
    for (const name of ['groups', 'controls']) for (const one of list(value, name)) visit(one)
  }
  visit(catalog)
  return found
}

/** Its values, else the choices, else its name: `[organisation-defined …]`. */
function wordOf(param: unknown): string {
  const values = list(param, 'values').filter((one) => typeof one === 'string')
  if (values.length > 0) return values.join(', ')
  const choices = list(param, 'select', 'choice').filter((one) => typeof one === 'string')
  if (choices.length > 0) return `[${choices.join(' / ')}]`
  return `[${text(param, 'label') ?? text(param, 'id') ?? ''}]`
}

function proseOf(parts: readonly unknown[], name: string, params: Params): string | null {
  const lines: string[] = []
  const visit = (part: unknown, depth: number) => {
    const label = propOf(part, 'label')
    const prose = text(part, 'prose')
    if (prose !== undefined) {
      const said = [label, filled(prose, params, 0)].filter((one) => one !== undefined).join(' ')
      lines.push(`${'  '.repeat(Math.min(depth, 8))}${said}`)
    }
    for (const one of list(part, 'parts')) visit(one, depth + 1)
  }
  for (const part of parts) if (text(part, 'name') === name) visit(part, 0)
  return lines.length === 0 ? null : lines.join('\n')
}

/** Parameters may name others; a ring of them ends here. */
const deepest = 4

function filled(prose: string, params: Params, depth: number): string {
  return prose.replaceAll(/\{\{\s*insert:\s*param,\s*([^\s}]+)\s*\}\}/g, (whole, id: string) => {
    const word = params.get(id)
    if (word === undefined) return `[${id}]`
    return depth < deepest ? filled(word, params, depth + 1) : whole
  })
}
