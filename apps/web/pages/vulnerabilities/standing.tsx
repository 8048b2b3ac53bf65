// SPDX-License-Identifier: EUPL-1.2
import type { Standing } from '../../data/vulnerabilities.ts'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useVulnerabilityWords } from './words.ts'

/** How much was compared with how much, and how fresh it is: without it an empty list says nothing. */
export function RestsOn({ standing }: { readonly standing: Standing }) {
  const words = useVulnerabilityWords()
  const { language } = useLanguage()
  const { rests } = words
  const { kev, epss, not_assessable, unknown_vendor, unreadable_ranges } = standing
  const dated = (text: string) => {
    const date = text.replaceAll('.', '-').slice(0, 10)
    return /^\d{4}-\d{2}-\d{2}$/.test(date) ? day(date, language) : text
  }
  const lines = [
    rests.advisories(standing.advisories, standing.invalid),
    rests.subjects(standing.subjects),
    kev === null ? rests.noKev : rests.kev(dated(kev.as_of), kev.count),
    epss === null ? rests.noEpss : rests.epss(dated(epss.as_of)),
    not_assessable === null || not_assessable === 0 ? '' : rests.notAssessable(not_assessable),
    unknown_vendor === null || unknown_vendor === 0 ? '' : rests.unknownVendor(unknown_vendor),
    unreadable_ranges === null || unreadable_ranges === 0 ? '' : rests.ranges(unreadable_ranges),
    standing.matched_at === null && standing.advisories > 0 ? rests.never : '',
  ]
  return (
    <section>
      <h2>{words.restsOn}</h2>
      <ul>
        {lines
          .filter((line) => line !== '')
          .map((line) => (
            <li key={line}>{line}</li>
          ))}
      </ul>
    </section>
  )
}
