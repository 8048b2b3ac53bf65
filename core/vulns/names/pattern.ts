// SPDX-License-Identifier: EUPL-1.2
import { limits } from '../limits.ts'
import { compact } from './text.ts'

/** What the letters of a pattern stand for: `x=32,64,80, y=T,R`. */
export type Letters = ReadonlyMap<string, readonly string[]>

/**
 * All forms a code in a name stands for, compact and lower case, with `?` and `*` where any
 * character may stand: `R04/08(EN)CPU` is r04cpu, r04encpu, r08cpu and r08encpu; `750-88x` is
 * 75088?; `BMXP34*` is bmxp34*.
 */
export function formsOf(code: string, letters: Letters = new Map()): readonly string[] {
  let forms = slashForms(code)
  forms = forms.flatMap(bracketForms)
  for (const [letter, values] of letters) {
    forms = forms.flatMap((form) => letterForms(form, letter, values))
    if (forms.length > limits.patterns) return []
  }
  const open = forms.map(openPlaces)
  // The variant part of a WAGO number (/xxx-xxx) may be left out.
  const all = open.flatMap((form) => {
    const short = form.replace(/\/[?*-]+$/, '')
    return short === form ? [form] : [form, short]
  })
  return [...new Set(all.map(compactGlob).filter((form) => /[a-z0-9]/.test(form)))]
}

/** `R04/08/16(EN)CPU`: the same letters before and behind each number. */
function slashForms(code: string): string[] {
  const found = /^([A-Za-z-]*)(\d+(?:\/\d+)+)([^/]*)$/.exec(code)
  if (found === null) return [code]
  const [, before = '', numbers = '', behind = ''] = found
  return numbers.split('/').map((number) => before + number + behind)
}

/** A part in brackets within a code may be there or not; with slashes it is one of several. */
function bracketForms(code: string): string[] {
  const found = /^(.*?)\(([^()]*)\)(.*)$/.exec(code)
  if (found === null) return [code.replace(/[()]/g, '')]
  const [, before = '', inside = '', behind = ''] = found
  const choices = ['', ...inside.split('/')]
  return choices.map((choice) => `${before}${choice}${behind}`.replace(/[()]/g, ''))
}

function letterForms(form: string, letter: string, values: readonly string[]): string[] {
  // Only a lower-case letter between other signs stands for something.
  const place = new RegExp(`(?<![a-z])${letter}(?![a-z])`)
  return place.test(form) ? values.map((value) => form.replace(place, value)) : [form]
}

/** Lower-case x, y and z beside digits are open places; so are n and X in `5.X`. */
function openPlaces(form: string): string {
  return form
    .replace(/(?<=[\dxyz/-])[xyz](?=[\dxyz/-]|$)/g, '?')
    .replace(/(?<=\d)X{2,}$/, (run) => '?'.repeat(run.length))
    .replace(/(?<=[A-Z]{1,4})x{2,}(?=$|[-/])/g, (run) => '?'.repeat(run.length))
}

function compactGlob(form: string): string {
  return form
    .split(/([?*]+)/)
    .map((piece) => (/[?*]/.test(piece) ? piece.replace(/\*+/g, '*') : compact(piece)))
    .join('')
}

/** `x=32,64,80, y=T,R, z=ES,DS` in a name, and the name without it. */
export function lettersOf(name: string): { letters: Letters; rest: string } {
  const [before = '', ...assignments] = name.split(/\b(?=[xyz]=)/)
  const letters = new Map<string, readonly string[]>()
  let rest = before
  for (const assignment of assignments) {
    const words = assignment.slice(2).split(/(?<=[,\s])|(?=\()/)
    const end = words.findIndex((word) => !/^[A-Z0-9.]+\*?[,.\s]*$/.test(word))
    const taken = end < 0 ? words : words.slice(0, end)
    const values = taken.map((word) => word.replace(/[^A-Z0-9]/g, '')).filter((word) => word !== '')
    letters.set(assignment[0] ?? '', values.slice(0, 20))
    rest += end < 0 ? ' ' : ` ${words.slice(end).join('')}`
  }
  return { letters, rest }
}
