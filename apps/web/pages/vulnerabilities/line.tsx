// SPDX-License-Identifier: EUPL-1.2
import type { Line } from '../../data/vulnerabilities.ts'
import { day, percent } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useVulnerabilityWords } from './words.ts'

/** What is known of a vulnerability wherever it is: exploited, by whom, how likely. */
export function Known({ line }: { readonly line: Pick<Line, 'kev' | 'chance'> }) {
  const words = useVulnerabilityWords()
  const { language } = useLanguage()
  const { kev, chance } = line
  const parts = [
    kev === null ? '' : words.kevSince(day(kev.added, language)),
    kev?.ransomware === true ? words.ransomware : '',
    chance === null ? '' : words.chance(percent(chance * 100, language, 1)),
  ].filter((part) => part !== '')
  if (parts.length === 0) return null
  return <span className={kev === null ? 'quiet' : 'broken'}>{parts.join(', ')}</span>
}

/** When to act, and the reasons in the order in which they weighed. */
export function Proposed({ line }: { readonly line: Line }) {
  const words = useVulnerabilityWords()
  const { language } = useLanguage()
  const { when, act, because, on } = line.proposal
  return (
    <>
      <strong>{words.when[when]}</strong>
      {on !== null && when !== 'now' && ` · ${day(on, language)}`}
      {': '}
      {words.act[act]}
      <br />
      <span className="quiet">
        {because.map((reason) => words.because[reason] ?? reason).join(', ')}
      </span>
    </>
  )
}
