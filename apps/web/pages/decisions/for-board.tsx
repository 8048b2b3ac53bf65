// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { kinds } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { Link, useNavigate } from 'react-router'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { type BoardMatter, useForBoard } from '../../data/waiting.ts'
import { useDisorders } from '../../parts/body-refusal.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { useDecideWords } from './words.ts'

/** Says of a waiting act that the board has to speak first, and brings it there. */
export function ForBoard({ pending }: { readonly pending: string }) {
  const words = useDecideWords()
  const disorders = useDisorders()
  const found = useForBoard().data?.items.find((one) => one.pending === pending)
  if (found === undefined) return null
  return (
    <p className="ask">
      {disorders[found.because]}{' '}
      {found.decision === null ? (
        <PutBefore matter={found} />
      ) : (
        <Link to={`/decisions/${found.decision}`}>{words.toDecision}</Link>
      )}
    </p>
  )
}

const subjects: Readonly<Partial<Record<BoardMatter['kind'], string>>> = {
  'policy-version': 'approve_policy',
  measure: 'approve_measures',
  treatment: 'approve_measures',
  acceptance: 'accept_risk',
  kpi: 'set_limits',
  playbook: 'incident',
  budget: 'grant_budget',
}

function PutBefore({ matter: { kind, id, title } }: { readonly matter: BoardMatter }) {
  const { language } = useLanguage()
  const words = useDecideWords()
  const allowed = useMay()
  const step = useStep('decision')
  const navigate = useNavigate()
  if (!allowed('create', 'decision')) return null
  const noun = registerTongue(language).kind(kinds[kind].name)[0]
  const put = () =>
    step.mutate(
      {
        do: 'create',
        values: {
          code: `B-${crypto.randomUUID().slice(0, 8)}`,
          name: `${noun} ${title}`.slice(0, 200),
          question: words.boardQuestion(noun, title),
          body: 'board',
          subject: subjects[kind] ?? 'other',
          about: [id],
        },
      },
      { onSuccess: (made) => void navigate(`/decisions/${made.id}`) },
    )
  return (
    <>
      <Refusal error={step.error} />
      <Button size="compact-xs" variant="default" loading={step.isPending} onClick={put}>
        {words.putBefore}
      </Button>
    </>
  )
}
