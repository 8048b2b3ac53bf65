// SPDX-License-Identifier: EUPL-1.2

import { requirementsPack } from '@schouw/core/assurance'
import type { customers } from '@schouw/core/chain'
import { type Language, speech } from '../words/speech.ts'
import { answerWords } from './options.ts'
import { type PaperPart, paperData } from './paper.ts'
import { type SummaryWords, summaryEn, summaryNl } from './summary-words.ts'

type Shown = customers.TrustShown

export function summaryWords(language: Language): SummaryWords {
  return { nl: summaryNl, en: summaryEn }[language]
}

/** What one customer is shown, on paper: the same as behind the link, and what it rests on. */
export function trustSummary(
  shown: Shown,
  { language, size }: { readonly language: Language; readonly size: number },
) {
  const say = summaryWords(language)
  const { date } = speech(language)
  const parts: readonly (PaperPart | null)[] = [
    dutiesPart(shown, language),
    shown.board && {
      title: say.board.title,
      texts: [say.board.text(shown.board.trained, shown.board.members)],
    },
    certificatesPart(shown, language),
    testsPart(shown, language),
    shown.incidents && {
      title: say.incidents.title,
      texts: [
        say.incidents.playbooks(shown.incidents.playbooks),
        shown.incidents.notice_hours === null
          ? say.incidents.noNotice
          : say.incidents.notice(shown.incidents.notice_hours),
      ],
    },
    shown.supply_chain && { title: say.supply.title, texts: [say.supply.text(shown.supply_chain)] },
    answersPart(shown, language),
    shown.contact_mailbox === null
      ? null
      : { title: say.contact.title, texts: [say.contact.text(shown.contact_mailbox)] },
    { title: say.check.title, texts: [say.check.text] },
  ]
  return paperData({
    ...{ language, organisation: shown.organisation, on: shown.today, sign: [], foot: say.foot },
    ...{ title: say.title(shown.organisation), about: say.about(shown.party_name) },
    asOf: say.asOf(date(shown.today), size),
    lead: [
      say.what,
      say.until(date(shown.shared_until)),
      ...(shown.statement === null ? [] : [shown.statement]),
    ],
    parts: parts.filter((part) => part !== null),
  })
}

function dutiesPart({ duties }: Shown, language: Language): PaperPart | null {
  if (duties === null) return null
  const { duties: own } = summaryWords(language)
  const sum = (of: (one: NonNullable<Shown['duties']>[number]) => number) =>
    duties.reduce((total, one) => total + of(one), 0)
  const total = sum((one) => one.of)
  return {
    title: own.title,
    texts: [
      own.text(
        sum((one) => one.shown),
        total,
      ),
    ],
    table: {
      heads: own.heads,
      aligns: ['left', 'right', 'right', 'right'],
      grow: [1, 0, 0, 0],
      rows: duties.map(({ duty, shown, said, of }) => [
        dutyName(duty, language),
        `${shown}`,
        `${said}`,
        `${of}`,
      ]),
    },
  }
}

export function dutyName(duty: string, language: Language): string {
  const found = requirementsPack.measures.find(({ id }) => id === duty)
  return { nl: found?.title_nl, en: found?.title_en }[language] ?? duty
}

function certificatesPart({ certificates }: Shown, language: Language): PaperPart | null {
  if (certificates === null) return null
  const { certificates: own } = summaryWords(language)
  const { shortDate } = speech(language)
  if (certificates.length === 0) return { title: own.title, texts: [own.none] }
  return {
    title: own.title,
    texts: [],
    table: {
      heads: own.heads,
      aligns: ['left', 'left', 'left', 'left'],
      grow: [1, 0, 0, 0],
      rows: certificates.map(({ name, dated, valid_until: until, rests_on, is_stale }) => [
        name,
        dated === null ? '' : shortDate(dated),
        until === null ? own.noEnd : `${shortDate(until)}${is_stale ? ` (${own.stale})` : ''}`,
        own.rests[rests_on],
      ]),
    },
  }
}

function testsPart({ tests }: Shown, language: Language): PaperPart | null {
  if (tests === null) return null
  const { tests: own } = summaryWords(language)
  const { date } = speech(language)
  const line = (text: string, last: string | null) =>
    last === null ? text : `${text} ${own.last(date(last))}`
  return {
    title: own.title,
    texts: [
      line(own.restores(tests.restores), tests.restores.last_on),
      line(own.exercises(tests.exercises), tests.exercises.last_on),
    ],
  }
}

function answersPart({ answers }: Shown, language: Language): PaperPart | null {
  if (answers === null) return null
  const { answers: own } = summaryWords(language)
  if (answers.length === 0) return { title: own.title, texts: [own.none] }
  const options: Readonly<Record<string, string>> = answerWords(language)
  return {
    title: own.title,
    texts: [],
    table: {
      heads: own.heads,
      aligns: ['left', 'left'],
      grow: [1, 1],
      rows: answers.map(({ question, answer, explanation }) => [
        question,
        [options[answer ?? ''] ?? '', explanation ?? ''].filter((text) => text !== '').join('. '),
      ]),
    },
  }
}
