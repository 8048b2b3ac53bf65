// SPDX-License-Identifier: EUPL-1.2
import type { Standing } from '@schouw/core/board'
import type { Language } from '../../words/index.ts'
import { startEn } from '../../words/start-en.ts'
import { startNl } from '../../words/start-nl.ts'
import { placeOf } from '../home/place.ts'

export type Path = Standing['path']
export type Step = Path['steps'][number]

export const startWords = (language: Language) => ({ nl: startNl, en: startEn })[language]

const places: Readonly<Record<Step['id'], string>> = {
  organisation: '/scope',
  scope: '/scope',
  sites: '/registers/sites/new',
  directors: '/start/board',
  inventory: '/import',
  crown_jewels: '/registers/crown-jewels',
  risks: '/start/risk',
  answers: '/measures',
  board_level: '/registers/organisations',
  roadmap: '/registers/actions',
  exercise: '/registers/exercises/new',
  restore_test: '/registers/restore-tests/new',
  contact: '/registers/organisations',
  customers: '/registers/contracts/new',
  suppliers: '/suppliers',
  proof: '/customers',
}

/** Steps that have a page of their own go there, whatever record they found. */
const ownPages: ReadonlySet<Step['id']> = new Set(['organisation', 'scope'])

/** Where a step is taken: at the record that waits, or where the first one is made. */
export function placeOfStep({ id, record }: Step): string {
  return record === null || ownPages.has(id) ? places[id] : placeOf(record)
}

/** The first that is known to be open. */
export function nextStep({ steps }: Path): Step | undefined {
  return steps.find(({ is_done }) => is_done === false)
}
