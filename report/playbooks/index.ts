// SPDX-License-Identifier: EUPL-1.2
/**
 * Playbooks to begin from, in both languages: what is done by whom and within which time for the ten
 * kinds of incident that a factory meets first. They count only once somebody has approved them.
 */
import type { Language } from '../words/speech.ts'
import type { PlaybookModel } from './model.ts'
import { playbooksEn } from './playbooks-en.ts'
import { playbooksNl } from './playbooks-nl.ts'

export type { PlaybookModel } from './model.ts'

export function playbookModels(language: Language): readonly PlaybookModel[] {
  return { nl: playbooksNl, en: playbooksEn }[language]
}

/** A model as the register of playbooks takes it. */
export function playbookValues(model: PlaybookModel, language: Language) {
  const { name, types, trigger, mandate, steps } = model
  // Both languages stand beside each other in one register.
  const code = model.code + { nl: '', en: '-EN' }[language]
  return {
    ...{ code, name, trigger, mandate, incident_types: types },
    steps: steps.map(([text, by, hours, mark], at) => ({
      ...{ number: at + 1, text, by },
      ...(hours === null ? {} : { within_hours: hours }),
      asks_decision: mark === 'decide' || mark === 'decide_stop',
      can_stop_production: mark === 'stop' || mark === 'decide_stop',
    })),
  }
}
