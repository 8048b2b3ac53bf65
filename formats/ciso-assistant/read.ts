// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '../problem/index.ts'
import { type Fields, isFields, list, member, text } from '../sightings/index.ts'
import { readYaml, type YamlFile } from '../yaml/index.ts'

/** A requirement of a library, in the order of the file, its tree as a parent. */
export interface LibraryRequirement {
  readonly urn: string
  readonly parent: string | null
  readonly ref: string | null
  readonly name: string | null
  readonly description: string | null
  readonly annotation: string | null
  /** Whether it is answered itself, or only holds others. */
  readonly isAssessable: boolean
  readonly groups: readonly string[]
  readonly threats: readonly string[]
  readonly controls: readonly string[]
  readonly translations: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface LibraryControl {
  readonly urn: string
  readonly ref: string | null
  readonly name: string | null
  readonly description: string | null
  readonly category: string | null
  readonly function: string | null
}

export interface LibraryMapping {
  readonly source: string
  readonly target: string
  readonly maps: readonly {
    readonly source: string
    readonly target: string
    readonly relationship: string
  }[]
}

export interface Library {
  readonly urn: string
  readonly ref: string | null
  readonly name: string
  readonly locale: string | null
  readonly version: string | null
  readonly copyright: string | null
  readonly provider: string | null
  readonly dependencies: readonly string[]
  readonly frameworks: readonly {
    readonly urn: string
    readonly ref: string | null
    readonly name: string | null
    readonly minScore: number | null
    readonly maxScore: number | null
    readonly requirements: readonly LibraryRequirement[]
  }[]
  readonly controls: readonly LibraryControl[]
  readonly threats: readonly LibraryControl[]
  readonly mappings: readonly LibraryMapping[]
}

export interface LibraryProblem extends Problem {
  /** JSON pointer of what it is about. */
  readonly pointer: string
  readonly code:
    | 'not-yaml'
    | 'not-a-library'
    | 'member-missing'
    | 'wrong-type'
    | 'urn-taken'
    | 'reference-missing'
    | 'cycle'
}

export interface LibraryRead {
  readonly library: Library | null
  readonly problems: readonly LibraryProblem[]
}

/** A library of CISO Assistant as YAML. What it cannot use is named by path and line. */
export function readLibrary(path: string, bytes: Uint8Array): LibraryRead {
  const file = readYaml(path, bytes)
  if (!isFields(file.value)) {
    const found = file.problems.map(
      (one): LibraryProblem => ({ ...one, pointer: '', code: 'not-yaml' }),
    )
    const none = {
      path,
      line: 1,
      column: 1,
      expected: 'a library with urn and objects',
      found: 'something else',
    }
    return {
      library: null,
      problems: found.length > 0 ? found : [{ ...none, pointer: '', code: 'not-a-library' }],
    }
  }
  return new Reading(path, file, file.value).read()
}

type Keys = readonly (string | number)[]

class Reading {
  readonly #path: string
  readonly #file: YamlFile
  readonly #root: Fields
  readonly #problems: LibraryProblem[] = []

  constructor(path: string, file: YamlFile, root: Fields) {
    this.#path = path
    this.#file = file
    this.#root = root
  }

  read(): LibraryRead {
    const urn = text(this.#root, 'urn')
    const objects = member(this.#root, 'objects')
    if (urn === undefined || !isFields(objects)) {
      this.#problem([], 'not-a-library', 'a library with urn and objects', 'neither or one')
      return { library: null, problems: this.#problems }
    }
    const controls = this.#controls('reference_controls')
    const threats = this.#controls('threats')
    const library: Library = {
      urn,
      ref: this.#text(this.#root, 'ref_id'),
      name: text(this.#root, 'name') ?? urn,
      locale: this.#text(this.#root, 'locale'),
      version: this.#text(this.#root, 'version'),
      copyright: this.#text(this.#root, 'copyright'),
      provider: this.#text(this.#root, 'provider'),
      dependencies: textsOf(this.#root, 'dependencies'),
      frameworks: this.#objects('framework', 'frameworks').map(([one, at]) =>
        this.#framework(one, at),
      ),
      controls,
      threats,
      mappings: this.#objects('requirement_mapping_set', 'requirement_mapping_sets').map(
        ([one, at]) => this.#mapping(one, at),
      ),
    }
    return { library, problems: this.#problems }
  }

  /** Under one name there is one, under the other a list; both occur. */
  #objects(one: string, many: string): readonly (readonly [Fields, Keys])[] {
    const found: (readonly [Fields, Keys])[] = []
    for (const name of [one, many]) {
      const value = member(this.#root, 'objects', name)
      if (isFields(value)) found.push([value, ['objects', name]])
      for (const [at, each] of list(this.#root, 'objects', name).entries()) {
        if (isFields(each)) found.push([each, ['objects', name, at]])
        else this.#problem(['objects', name, at], 'wrong-type', 'a mapping of keys', kindOf(each))
      }
    }
    return found
  }

  #framework(given: Fields, at: Keys): Library['frameworks'][number] {
    const urn = text(given, 'urn') ?? ''
    if (urn === '') this.#problem(at, 'member-missing', 'urn', 'nothing')
    const requirements: LibraryRequirement[] = []
    const places = new Map<string, Keys>()
    for (const [index, node] of list(given, 'requirement_nodes').entries()) {
      const below = [...at, 'requirement_nodes', index]
      const requirement = this.#requirement(node, below, places)
      if (requirement !== undefined) requirements.push(requirement)
    }
    if (requirements.length === 0) this.#problem(at, 'member-missing', 'requirement_nodes', 'none')
    const score = (name: string) => {
      const value = member(given, name)
      return typeof value === 'number' ? value : null
    }
    return {
      urn,
      ref: this.#text(given, 'ref_id'),
      name: this.#text(given, 'name'),
      minScore: score('min_score'),
      maxScore: score('max_score'),
      requirements: this.#rooted(requirements, places),
    }
  }

  #requirement(node: unknown, at: Keys, places: Map<string, Keys>): LibraryRequirement | undefined {
    const urn = text(node, 'urn')
    if (!isFields(node) || urn === undefined) {
      this.#problem(at, 'member-missing', 'urn', 'nothing')
      return undefined
    }
    if (places.has(urn)) {
      this.#problem([...at, 'urn'], 'urn-taken', 'every urn once', urn)
      return undefined
    }
    places.set(urn, at)
    return {
      urn,
      parent: text(node, 'parent_urn') ?? null,
      ref: this.#text(node, 'ref_id'),
      name: this.#text(node, 'name'),
      description: this.#text(node, 'description'),
      annotation: this.#text(node, 'annotation'),
      isAssessable: member(node, 'assessable') === true,
      groups: textsOf(node, 'implementation_groups'),
      threats: textsOf(node, 'threats'),
      controls: textsOf(node, 'reference_controls'),
      translations: translationsOf(node),
    }
  }

  /** A parent that is not there, or that is one's own descendant, is none. */
  #rooted(
    requirements: readonly LibraryRequirement[],
    places: ReadonlyMap<string, Keys>,
  ): readonly LibraryRequirement[] {
    const parents = new Map(requirements.map(({ urn, parent }) => [urn, parent]))
    const rooted = new Set<string>()
    return requirements.map((one) => {
      const at = [...(places.get(one.urn) ?? []), 'parent_urn']
      if (one.parent === null) return one
      if (!parents.has(one.parent)) {
        this.#problem(at, 'reference-missing', 'the urn of a requirement', one.parent)
        return { ...one, parent: null }
      }
      const way: string[] = []
      let above: string | null | undefined = one.urn
      while (above != null && !rooted.has(above) && !way.includes(above)) {
        way.push(above)
        above = parents.get(above)
      }
      if (above == null || rooted.has(above)) {
        for (const urn of way) rooted.add(urn)
        return one
      }
      this.#problem(at, 'cycle', 'a tree', one.parent)
      parents.set(one.urn, null)
      return { ...one, parent: null }
    })
  }

  #controls(name: 'reference_controls' | 'threats'): readonly LibraryControl[] {
    return list(this.#root, 'objects', name).flatMap((one, index): LibraryControl[] => {
      const urn = text(one, 'urn')
      if (urn === undefined) {
        this.#problem(['objects', name, index], 'member-missing', 'urn', 'nothing')
        return []
      }
      return [
        {
          urn,
          ref: this.#text(one, 'ref_id'),
          name: this.#text(one, 'name'),
          description: this.#text(one, 'description'),
          category: this.#text(one, 'category'),
          function: this.#text(one, 'csf_function'),
        },
      ]
    })
  }

  #mapping(given: Fields, at: Keys): LibraryMapping {
    const maps = list(given, 'requirement_mappings').flatMap((map, index) => {
      const source = text(map, 'source_requirement_urn')
      const target = text(map, 'target_requirement_urn')
      if (source === undefined || target === undefined) {
        const below = [...at, 'requirement_mappings', index]
        this.#problem(below, 'member-missing', 'source and target requirement', 'one or none')
        return []
      }
      return [{ source, target, relationship: text(map, 'relationship') ?? 'unknown' }]
    })
    return {
      source: text(given, 'source_framework_urn') ?? '',
      target: text(given, 'target_framework_urn') ?? '',
      maps,
    }
  }

  #text(value: unknown, name: string): string | null {
    return text(value, name)?.trim() ?? null
  }

  #problem(at: Keys, code: LibraryProblem['code'], expected: string, found: string): void {
    if (this.#problems.length >= 1_000) return
    const { line, column } = this.#file.positionOf(at)
    const pointer = at.map((key) => `/${key}`).join('')
    const short = found.slice(0, 120)
    this.#problems.push({ path: this.#path, line, column, expected, found: short, pointer, code })
  }
}

function textsOf(value: unknown, name: string): readonly string[] {
  return list(value, name).filter((one) => typeof one === 'string')
}

function translationsOf(node: Fields): LibraryRequirement['translations'] {
  const given = member(node, 'translations')
  if (!isFields(given)) return {}
  const found = Object.entries(given).map(([locale, texts]) => {
    const fields = isFields(texts) ? Object.entries(texts) : []
    const own = fields.filter((one): one is [string, string] => typeof one[1] === 'string')
    return [locale, Object.fromEntries(own)] as const
  })
  return Object.fromEntries(found)
}

function kindOf(value: unknown): string {
  return value === null ? 'nothing' : Array.isArray(value) ? 'a list' : typeof value
}
