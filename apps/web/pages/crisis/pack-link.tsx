// SPDX-License-Identifier: EUPL-1.2
import { packReaders } from '@schouw/core/board/crisis'
import { useCrisis } from '../../data/crisis.ts'
import { useSession } from '../../data/session.ts'
import { useLanguage } from '../../words/language.tsx'
import { useCrisisWords } from './words.ts'

/** The pack on paper, however much is in it, and how much is not. */
export function PackLink() {
  const words = useCrisisWords()
  const { language } = useLanguage()
  const roles = useSession().data?.organisation?.roles ?? []
  const gaps = useCrisis().data?.crisis.gaps.length
  if (!packReaders.some((role) => roles.includes(role))) return null
  return (
    <p className="no-print">
      <a href={`/api/v1/crisis/pack?language=${language}`} download>
        {words.pack}
      </a>{' '}
      <span className="quiet">{words.packHelp}</span>{' '}
      {gaps !== undefined && gaps > 0 && (
        <span className="quiet">
          {words.missing(gaps)} {words.packSays}
        </span>
      )}
    </p>
  )
}
