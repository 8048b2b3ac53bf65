// SPDX-License-Identifier: EUPL-1.2
import { type Fields, isFields, list, member, text } from '../sightings/index.ts'
import type { OscalProblem } from './check.ts'
import type { OscalDocument } from './read.ts'

export interface Resolved {
  /** A catalogue of what the profile selects, as it alters it. */
  readonly catalog: Fields
  readonly problems: readonly OscalProblem[]
}

/** Gives the catalogue or profile behind an address of an import; undefined when it is not there. */
export type Find = (hrefs: readonly string[]) => OscalDocument | undefined

/**
 * What a profile comes to: imports with their selections, merged as the profile says, then set and
 * altered. A ring of profiles, an import that is not there and an id that selects nothing are named.
 */
export function resolveProfile(profile: OscalDocument, find: Find): Resolved {
  const resolver = new Resolver(find)
  return { catalog: resolver.profile(profile, []), problems: resolver.problems }
}

type Open = Record<string, unknown>

class Resolver {
  readonly problems: OscalProblem[] = []
  readonly #find: Find

  constructor(find: Find) {
    this.#find = find
  }

  profile({ body, uuid }: OscalDocument, above: readonly (string | null)[]): Fields {
    const parts: Fields[] = []
    for (const [at, wanted] of list(body, 'imports').entries()) {
      const path = `/profile/imports/${at}`
      const source = this.#import(body, wanted, path, [...above, uuid])
      if (source !== undefined)
        parts.push(this.#selected(source, wanted, { path, isAsIs: isAsIs(body) }))
    }
    const merged = this.#merged(parts, body)
    this.#modify(merged, body)
    const metadata = { ...(body['metadata'] as Fields) }
    return { uuid: text(body, 'uuid'), metadata, ...merged }
  }

  #import(
    profile: Fields,
    wanted: unknown,
    path: string,
    above: readonly (string | null)[],
  ): Fields | undefined {
    const href = text(wanted, 'href') ?? ''
    const hrefs = href.startsWith('#') ? linksOf(profile, href.slice(1)) : [href]
    const found = this.#find([href, ...hrefs])
    if (found === undefined) {
      this.#problem(`${path}/href`, 'reference-missing', 'a catalogue or profile', href)
      return undefined
    }
    if (found.model === 'catalog') return found.body
    if (found.model === 'profile' && !above.includes(found.uuid)) return this.profile(found, above)
    const isRing = found.model === 'profile'
    const code = isRing ? 'cycle' : 'reference-missing'
    this.#problem(`${path}/href`, code, 'a catalogue or another profile', href)
    return undefined
  }

  #selected(
    catalog: Fields,
    wanted: unknown,
    { path, isAsIs }: { readonly path: string; readonly isAsIs: boolean },
  ): Fields {
    const all = idsOf(catalog)
    const asked = list(wanted, 'include-controls')
    const isAll = member(wanted, 'include-all') !== undefined || asked.length === 0
    const include = isAll
      ? new Set(all.keys())
      : this.#named(asked, all, `${path}/include-controls`)
    const exclude = this.#named(list(wanted, 'exclude-controls'), all, `${path}/exclude-controls`)
    return kept(catalog, (id) => include.has(id) && !exclude.has(id), isAsIs)
  }

  #named(
    selections: readonly unknown[],
    all: ReadonlyMap<string, readonly string[]>,
    path: string,
  ): Set<string> {
    const found = new Set<string>()
    for (const [at, selection] of selections.entries()) {
      const ids: string[] = []
      for (const [place, id] of list(selection, 'with-ids').entries()) {
        if (typeof id !== 'string') continue
        if (all.has(id)) ids.push(id)
        else {
          const below = `${path}/${at}/with-ids/${place}`
          this.#problem(below, 'reference-missing', 'the id of a control', id)
        }
      }
      for (const pattern of list(selection, 'matching')) {
        const test = globbed(text(pattern, 'pattern') ?? '')
        ids.push(...[...all.keys()].filter((id) => test(id)))
      }
      const hasChildren = text(selection, 'with-child-controls') === 'yes'
      for (const id of ids)
        for (const one of hasChildren ? [id, ...(all.get(id) ?? [])] : [id]) found.add(one)
    }
    return found
  }

  /** As it was, or one flat list; what the profile lays out itself is kept flat, and said. */
  #merged(parts: readonly Fields[], profile: Fields): Open {
    const joined = {
      params: parts.flatMap((one) => list(one, 'params')),
      groups: parts.flatMap((one) => list(one, 'groups')),
      controls: parts.flatMap((one) => list(one, 'controls')),
      resources: parts.flatMap((one) => list(one, 'back-matter', 'resources')),
    }
    const { resources } = joined
    const rest = resources.length === 0 ? {} : { 'back-matter': { resources } }
    const isCustom = member(profile, 'merge', 'custom') !== undefined
    if (isCustom) {
      const expected = 'a merge as it is, or flat'
      this.#problem('/profile/merge/custom', 'model-not-read', expected, 'a layout of its own')
    }
    if (isAsIs(profile)) {
      return unempty({
        params: joined.params,
        groups: joined.groups,
        controls: joined.controls,
        ...rest,
      })
    }
    const flat: unknown[] = []
    const params: unknown[] = [...joined.params]
    const visit = (value: unknown) => {
      for (const control of list(value, 'controls')) flat.push(control)
      for (const group of list(value, 'groups')) {
        params.push(...list(group, 'params'))
        visit(group)
      }
    }
    visit(joined)
    return unempty({ params, controls: once(flat), ...rest })
  }

  #modify(catalog: Open, profile: Fields): void {
    for (const [at, setting] of list(profile, 'modify', 'set-parameters').entries()) {
      const id = text(setting, 'param-id') ?? ''
      const isSet = everywhere(catalog, 'params', id, (param) => {
        const { 'param-id': _, ...given } = setting as Fields
        for (const [name, value] of Object.entries(given)) param[name] = value
      })
      if (!isSet) {
        const path = `/profile/modify/set-parameters/${at}/param-id`
        this.#problem(path, 'reference-missing', 'a parameter', id)
      }
    }
    for (const [at, alter] of list(profile, 'modify', 'alters').entries()) {
      const id = text(alter, 'control-id') ?? ''
      const isAltered = everywhere(catalog, 'controls', id, (control) => {
        for (const removal of list(alter, 'removes')) remove(control, removal)
        for (const addition of list(alter, 'adds')) add(control, addition)
      })
      if (!isAltered) {
        const path = `/profile/modify/alters/${at}/control-id`
        this.#problem(path, 'reference-missing', 'a selected control', id)
      }
    }
  }

  #problem(path: string, code: OscalProblem['code'], expected: string, found: string): void {
    if (this.problems.length < 1_000) {
      this.problems.push({ path, code, expected, found: found.slice(0, 120) || 'nothing' })
    }
  }
}

function isAsIs(profile: Fields): boolean {
  return member(profile, 'merge', 'as-is') === true
}

/** Addresses of a resource in the back matter. */
function linksOf(profile: Fields, uuid: string): readonly string[] {
  const resource = list(profile, 'back-matter', 'resources').find(
    (one) => text(one, 'uuid') === uuid,
  )
  return list(resource, 'rlinks').flatMap((link) => text(link, 'href') ?? [])
}

/** Every control with those below it. */
function idsOf(catalog: Fields): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  const visit = (value: unknown): readonly string[] => {
    for (const group of list(value, 'groups')) visit(group)
    return list(value, 'controls').flatMap((control) => {
      const id = text(control, 'id')
      const below = visit(control)
      if (id !== undefined) found.set(id, below)
      return id === undefined ? below : [id, ...below]
    })
  }
  visit(catalog)
  return found
}

/**
 * A copy with these controls alone, and groups that still hold one. Of a wanted control below one
 * that is not, the other stays around it where the layout stays as it is, and else goes.
 */
function kept(value: Fields, isWanted: (id: string) => boolean, isAsIs: boolean): Fields {
  const { controls: _controls, groups: _groups, ...rest } = structuredClone(value) as Open
  const controls = list(value, 'controls').flatMap((control): Fields[] => {
    if (!isFields(control)) return []
    const below = kept(control, isWanted, isAsIs)
    if (isWanted(text(control, 'id') ?? '')) return [below]
    const inside = list(below, 'controls').filter(isFields)
    return isAsIs && inside.length > 0 ? [below] : inside
  })
  const groups = list(value, 'groups').flatMap((group): Fields[] => {
    if (!isFields(group)) return []
    const below = kept(group, isWanted, isAsIs)
    const isEmpty = list(below, 'controls').length === 0 && list(below, 'groups').length === 0
    return isEmpty ? [] : [below]
  })
  return unempty({ ...rest, groups, controls })
}

function unempty(value: Open): Open {
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => !(Array.isArray(one) && one.length === 0)),
  )
}

function once(controls: readonly unknown[]): unknown[] {
  const seen = new Set<string>()
  return controls.filter((control) => {
    const id = text(control, 'id') ?? ''
    return seen.has(id) ? false : seen.add(id) !== undefined
  })
}

/** Does it to each object of a list with the id, however deep; false when there is none. */
function everywhere(
  value: unknown,
  name: 'params' | 'controls',
  id: string,
  change: (found: Open) => void,
): boolean {
  let isFound = false
  for (const one of list(value, name)) {
    if (text(one, 'id') !== id) continue
    change(one as Open)
    isFound = true
  }
  for (const below of ['groups', 'controls']) {
    for (const one of list(value, below)) isFound = everywhere(one, name, id, change) || isFound
  }
  return isFound
}

const removable = ['params', 'props', 'links', 'parts'] as const

function remove(control: Open, removal: unknown): void {
  const wanted = {
    name: text(removal, 'by-name'),
    class: text(removal, 'by-class'),
    id: text(removal, 'by-id'),
    ns: text(removal, 'by-ns'),
  }
  const item = text(removal, 'by-item-name')
  if (item === undefined && Object.values(wanted).every((one) => one === undefined)) return
  const isMeant = (value: unknown) =>
    Object.entries(wanted).every(([name, one]) => one === undefined || text(value, name) === one)
  const visit = (value: Open) => {
    for (const name of removable) {
      if (!Array.isArray(value[name])) continue
      const isItem = item === undefined || name === `${item}s` || name === item
      const left = list(value, name).filter((one) => !(isItem && isMeant(one)))
      if (left.length === 0) delete value[name]
      else value[name] = left
      for (const one of left) if (name === 'parts') visit(one as Open)
    }
  }
  visit(control)
}

function add(control: Open, addition: unknown): void {
  const id = text(addition, 'by-id')
  const position = text(addition, 'position') ?? 'ending'
  if (id !== undefined && id !== control['id'] && /before|after/.test(position)) {
    beside(control, id, position, addition)
    return
  }
  const target = id === undefined || id === control['id'] ? control : partOf(control, id)
  if (target === undefined) return
  const title = text(addition, 'title')
  if (title !== undefined) target['title'] = title
  for (const name of removable) {
    const more = list(addition, name)
    if (more.length === 0) continue
    const own = list(target, name)
    target[name] = position === 'starting' ? [...more, ...own] : [...own, ...more]
  }
}

function beside(value: Open, id: string, position: string, addition: unknown): void {
  const parts = list(value, 'parts')
  const at = parts.findIndex((part) => text(part, 'id') === id)
  if (at === -1) {
    for (const part of parts) beside(part as Open, id, position, addition)
    return
  }
  const more = list(addition, 'parts')
  value['parts'] = parts.toSpliced(position === 'before' ? at : at + 1, 0, ...more)
}

function partOf(value: Open, id: string): Open | undefined {
  for (const part of list(value, 'parts')) {
    if (text(part, 'id') === id) return part as Open
    const found = partOf(part as Open, id)
    if (found !== undefined) return found
  }
  return undefined
}

/** `ac-*`: stars and question marks, compared without a pattern that could run away. */
function globbed(pattern: string): (text: string) => boolean {
  return (given) => {
    let [p, t, star, mark] = [0, 0, -1, 0]
    while (t < given.length) {
      if (p < pattern.length && pattern[p] === '*') [star, mark, p] = [p, t, p + 1]
      else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === given[t]))
        [p, t] = [p + 1, t + 1]
      else if (star !== -1) [p, mark, t] = [star + 1, mark + 1, mark + 1]
      else return false
    }
    while (pattern[p] === '*') p += 1
    return p === pattern.length
  }
}
