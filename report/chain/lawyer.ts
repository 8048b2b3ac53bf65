// SPDX-License-Identifier: EUPL-1.2
import type { ClauseLine } from '@schouw/core/chain'
import type { Language } from '../words/speech.ts'
import { clausesEn } from './clauses-en.ts'
import { clausesNl } from './clauses-nl.ts'

export interface LawyerInput {
  readonly organisation: string
  readonly supplier: string
  /** Null: there is no contract yet. */
  readonly contract: string | null
  readonly clauses: readonly ClauseLine[]
  readonly on: string
}

const words = {
  nl: {
    title: 'Bepalingen die ontbreken',
    between: (own: string, other: string) => `${own} met ${other}`,
    of: 'Overeenkomst',
    none: 'Er is nog geen overeenkomst.',
    on: 'Stand van',
    intro:
      'Hieronder staat wat ontbreekt of tekortschiet, met waarom het telt en een tekst om mee te beginnen. Wat tussen haken staat, vult u in. Dit is een aanzet en geen juridisch advies.',
    why: 'Waarom',
    now: 'Nu',
    proposal: 'Voorstel',
    kept: 'Al afgesproken',
    nothing: 'Er ontbreekt niets van de lijst.',
    standing: {
      agreed: 'afgesproken',
      missing: 'staat er niet in',
      refused: 'besproken, niet afgesproken',
      no_term: 'afgesproken zonder termijn',
      too_late: 'termijn te lang',
    },
    hours: (has: number, most: number) => `${has} uur, gevraagd hoogstens ${most} uur`,
  },
  en: {
    title: 'Clauses that are missing',
    between: (own: string, other: string) => `${own} with ${other}`,
    of: 'Agreement',
    none: 'There is no agreement yet.',
    on: 'As of',
    intro:
      'Below is what is missing or falls short, why it matters and a text to begin from. What stands in brackets is yours to fill in. This is a draft and no legal advice.',
    why: 'Why',
    now: 'Now',
    proposal: 'Proposal',
    kept: 'Agreed already',
    nothing: 'Nothing on the list is missing.',
    standing: {
      agreed: 'agreed',
      missing: 'not in it',
      refused: 'discussed, not agreed',
      no_term: 'agreed without a term',
      too_late: 'term too long',
    },
    hours: (has: number, most: number) => `${has} hours, asked at most ${most} hours`,
  },
} as const

/** Plain text in Markdown: it opens in whatever a lawyer writes in. */
export function lawyerText(input: LawyerInput, language: Language): string {
  const say = words[language]
  const texts = { nl: clausesNl, en: clausesEn }[language]
  const open = input.clauses.filter(({ standing }) => standing !== 'agreed')
  const kept = input.clauses.filter(({ standing }) => standing === 'agreed')
  const nameOf = ({ number, subject }: ClauseLine) => `${number}. ${texts[subject]?.[0] ?? subject}`
  return [
    `# ${say.title}`,
    say.between(input.organisation, input.supplier),
    input.contract === null ? say.none : `${say.of}: ${input.contract}`,
    `${say.on} ${input.on}`,
    say.intro,
    ...(open.length === 0 ? [say.nothing] : []),
    ...open.flatMap((line) => {
      const [, why = '', text = ''] = texts[line.subject] ?? []
      const { hours, most_hours: most } = line
      const isTermed = hours !== null && most !== null && line.standing === 'too_late'
      const at = line.at === null ? '' : ` (${line.at})`
      const now = isTermed ? say.hours(hours, most) : say.standing[line.standing]
      return [
        `## ${nameOf(line)}`,
        `${say.why}: ${why}`,
        `${say.now}: ${now}${at}`,
        `${say.proposal}:`,
        `> ${text}`,
      ]
    }),
    ...(kept.length === 0 ? [] : [`## ${say.kept}`]),
    ...(kept.length === 0
      ? []
      : [
          kept
            .map((line) => `- ${nameOf(line)}${line.at === null ? '' : ` (${line.at})`}`)
            .join('\n'),
        ]),
    '',
  ].join('\n\n')
}
