// SPDX-License-Identifier: EUPL-1.2
/**
 * Exercises in words: a scenario made of the registers as a tabletop that somebody can lead, with
 * injects to read out and what to hope for with each. All of it is changed as one likes afterwards.
 */
import type { Scenario } from '@schouw/core/board/exercises'
import type { Language } from '../words/speech.ts'
import { scenariosEn } from './scenarios-en.ts'
import { scenariosNl } from './scenarios-nl.ts'
import type { ScenarioTold } from './told.ts'

const words = { nl: scenariosNl, en: scenariosEn } as const

/** What a scenario is called and how it begins, to choose by. */
export function scenarioWords(
  scenario: Scenario,
  language: Language,
): { readonly name: string; readonly story: string } {
  const told = toldOf(scenario, language)
  const own = words[language].sorts[scenario.sort]
  return { name: own.name(told), story: own.story(told) }
}

/** As the register of exercises takes it. */
export function scenarioValues(scenario: Scenario, language: Language) {
  const told = toldOf(scenario, language)
  const { sorts, injects, goals } = words[language]
  const own = sorts[scenario.sort]
  return {
    name: own.name(told).slice(0, 200),
    type: 'tabletop',
    scenario: own.story(told),
    goals,
    crown_jewels: [scenario.jewel],
    ...(scenario.process === null ? {} : { processes: [scenario.process] }),
    ...(scenario.supplier === null ? {} : { suppliers: [scenario.supplier] }),
    ...(scenario.playbook === null ? {} : { playbook: scenario.playbook }),
    ...(scenario.way.length === 0 ? {} : { zones: scenario.way.map(({ zone }) => zone) }),
    ...(scenario.mtd_hours === null ? {} : { recovery_goal_hours: String(scenario.mtd_hours) }),
    has_board: true,
    injects_given_by: 'leader',
    injects: scenario.injects.map(({ code, after_minutes }, at) => {
      const [to, text, expected] = injects[code](told)
      return { number: at + 1, after_minutes, to, text, expected }
    }),
  }
}

function toldOf(scenario: Scenario, language: Language): ScenarioTold {
  const { unknown } = words[language]
  const names = scenario.way.map(({ name }) => name)
  return {
    jewel: scenario.jewel_name,
    line: scenario.process_name ?? scenario.jewel_name,
    way: names.join(' → '),
    start: names[0] ?? unknown.start,
    supplier: scenario.supplier_name ?? unknown.supplier,
    thing: scenario.thing ?? unknown.thing,
    hours: scenario.mtd_hours === null ? unknown.hours : String(scenario.mtd_hours),
  }
}
