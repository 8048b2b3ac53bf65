// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { Library } from '@schouw/formats/ciso-assistant'
import { type OscalDocument, requirementsOf } from '@schouw/formats/oscal'
import { list, text } from '@schouw/formats/sightings'

/** Title and description in one language. */
export interface Words {
  readonly title?: string
  readonly description?: string
}

export interface FrameworkRequirement {
  /** As its document names it. */
  readonly requirement: string
  readonly parent: string | null
  /** What people cite. */
  readonly ref: string | null
  readonly title: string
  readonly description: string | null
  readonly words: Readonly<Record<string, Words>>
  readonly isAssessable: boolean
}

export interface Framework {
  readonly key: string
  readonly format: 'catalog' | 'profile' | 'ciso-assistant'
  readonly title: string
  readonly version: string | null
  readonly locale: string | null
  readonly requirements: readonly FrameworkRequirement[]
}

/** More is no framework that people answer to. */
export const mostRequirements = 20_000
const longestTitle = 500
const longestText = 20_000

/** A catalogue, or what a profile comes to. */
export function frameworkOf(document: OscalDocument, catalog: OscalDocument['body']): Framework {
  const names = list(document.body, 'metadata', 'document-ids')
  const name = names.map((one) => text(one, 'identifier')).find((one) => one !== undefined)
  const title = document.title ?? document.uuid ?? 'OSCAL'
  return {
    // The UUID is another with every edition; a name of the document stays, where it has one.
    key: short(name ?? document.uuid ?? title, 200),
    format: document.model === 'profile' ? 'profile' : 'catalog',
    title: short(title, longestTitle),
    version: document.version,
    locale: null,
    requirements: once(
      requirementsOf(catalog)
        .filter(({ isWithdrawn }) => !isWithdrawn)
        .map((one) => ({
          requirement: one.id,
          parent: one.parent,
          ref: one.label,
          title: short(one.title, longestTitle),
          description: one.statement?.slice(0, longestText) ?? null,
          words: {},
          isAssessable: one.kind === 'control',
        })),
    ),
  }
}

export function frameworksOf(library: Library): readonly Framework[] {
  return library.frameworks.map((one) => ({
    key: short(one.urn === '' ? library.urn : one.urn, 200),
    format: 'ciso-assistant',
    title: short(one.name ?? library.name, longestTitle),
    version: library.version,
    locale: library.locale,
    requirements: once(
      one.requirements.map((requirement) => {
        const { urn, parent, ref, name, description, translations, isAssessable } = requirement
        const words = Object.entries(translations).map(([locale, said]) => [
          locale.toLowerCase(),
          wordsOf(said['name'], said['description']),
        ])
        return {
          requirement: urn,
          parent,
          ref,
          title: short(name ?? description ?? ref ?? urn, longestTitle),
          description: description?.slice(0, longestText) ?? null,
          words: Object.fromEntries(words),
          isAssessable,
        }
      }),
    ),
  }))
}

export function digestOfFramework(framework: Framework): string {
  return createHash('sha256').update(JSON.stringify(framework)).digest('hex')
}

function wordsOf(title: string | undefined, description: string | undefined): Words {
  return {
    ...(title === undefined ? {} : { title: short(title, longestTitle) }),
    ...(description === undefined ? {} : { description: description.slice(0, longestText) }),
  }
}

/** Names are given once; the parent of what is left out is none. */
function once(given: readonly FrameworkRequirement[]): readonly FrameworkRequirement[] {
  const named = given.map((one) => ({ ...one, requirement: one.requirement.slice(0, 500) }))
  const kept = new Map(named.map((one) => [one.requirement, one]))
  return [...kept.values()].slice(0, mostRequirements).map((one) => {
    const parent = one.parent !== null && kept.has(one.parent) ? one.parent : null
    return { ...one, parent }
  })
}

function short(given: string, max: number): string {
  const plain = given.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return plain.length <= max ? plain : `${plain.slice(0, max - 1).trimEnd()}…`
}
