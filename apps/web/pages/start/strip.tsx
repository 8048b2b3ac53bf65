// SPDX-License-Identifier: EUPL-1.2
import { Link } from 'react-router'
import { useLanguage } from '../../words/language.tsx'
import { nextStep, type Path, placeOfStep, startWords } from './steps.ts'

/** On the home page while the first ninety days are not done: how far, and the one next step. */
export function Strip({ path }: { readonly path: Path }) {
  const { language } = useLanguage()
  const own = startWords(language)
  const next = nextStep(path)
  if (next === undefined) return null
  return (
    <p className="strip no-print">
      {path.is_indirect && `${own.inTheChain} `}
      <Link to="/start">{own.strip(path.done, path.steps.length)}</Link> {own.next}{' '}
      <Link to={placeOfStep(next)}>{own.steps[next.id].name}</Link>
    </p>
  )
}
