// SPDX-License-Identifier: EUPL-1.2
import { hazardWords } from '@schouw/report/hazards'
import { protocolName } from '@schouw/report/protocols'
import type { RegisterTongue } from '@schouw/report/registers'
import { scenarioTitle } from '@schouw/report/scenarios'
import type { Language } from '../../words/index.ts'

interface Tongues {
  readonly tongue: RegisterTongue
  readonly language: Language
}

type Telling = (text: string, tongues: Tongues) => string

/** Texts that are taken from a list of ours, though one may write something of one's own there. */
const tellings: Readonly<Record<string, Telling | undefined>> = {
  'asset.protocols': (text) => protocolName(text),
  'playbook.incident_types': (text, { tongue }) => tongue.code('incident', text, 'type'),
  // What the measurement proposes goes by its scenario: figures are compared by it.
  'risk.code': (text, { language }) => scenarioTitle(text, language) ?? text,
  'risk.hazard': (text, { language }) => {
    const names: Readonly<Record<string, { readonly name: string } | undefined>> =
      hazardWords(language)
    return names[text]?.name ?? text
  },
  // `nl.cbw.early_warning`: under which law, and what it asks to be told.
  'incident-report.rule': (text, { tongue }) =>
    text
      .split('.')
      .slice(1)
      .map((part) => tongue.code('incident-report', part))
      .join(', '),
}

/** As people read it: the word for it where it is one of ours, and else what stands there. */
export function told(path: string, text: string, tongues: Tongues): string {
  return tellings[path]?.(text, tongues) ?? text
}
