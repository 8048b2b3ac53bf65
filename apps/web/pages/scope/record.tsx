// SPDX-License-Identifier: EUPL-1.2

import { Button, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useKeptForm } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { usePending, useStep } from '../../data/records.ts'
import {
  codeFor,
  type Outcome,
  outcomeOf,
  outcomes,
  type ScopeData,
  useConclusion,
  useSelfEvaluation,
} from '../../data/scope.ts'
import { ChooseFile } from '../../parts/choose-file.tsx'
import { DateField } from '../../parts/date-field.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { Terms, withoutMarks } from '../../parts/term.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import type { ScopeTelling } from './telling.ts'
import type { EntityScope } from './verdict.tsx'

interface RecordProps {
  readonly scope: EntityScope
  readonly found: ScopeData
  readonly tell: ScopeTelling
}

const today = () => new Date().toISOString().slice(0, 10)

/** What the authority's own self-evaluation said, beside ours. */
export function SelfEvaluated({ scope, found, tell }: RecordProps) {
  const { language } = useLanguage()
  const { own } = tell
  const may = useMay()
  const code = codeFor('SELF', scope.code)
  const said = found.files
    .filter(({ values }) => values.code?.startsWith(code) === true)
    .toSorted((a, b) => ((a.values.dated ?? '') < (b.values.dated ?? '') ? 1 : -1))
  const last = said[0] === undefined ? undefined : outcomeOf(said[0])
  return (
    <section aria-labelledby={`self-${scope.id}`} className="block">
      <h3 id={`self-${scope.id}`}>{own.self}</h3>
      <p>
        <Terms text={own.selfIntro} />
      </p>
      {said.length === 0 && <p>{own.selfNone}</p>}
      <ul className="plain">
        {said.map((one) => {
          const outcome = outcomeOf(one)
          return (
            <li key={one.id}>
              <Link to={placeOf(one)}>{outcome === undefined ? '' : own.outcomes[outcome]}</Link>{' '}
              <span className="quiet">
                {one.values.dated !== undefined && day(one.values.dated, language)}
              </span>
            </li>
          )
        })}
      </ul>
      {last !== undefined && scope.verdict !== null && (
        <p className={last === scope.verdict.entity_class ? undefined : 'ask'}>
          {last === scope.verdict.entity_class ? own.selfSame : own.selfOther}
        </p>
      )}
      {may('create', 'evidence-file') && <SelfForm scope={scope} tell={tell} code={code} />}
    </section>
  )
}

interface SelfFormProps {
  readonly scope: EntityScope
  readonly tell: ScopeTelling
  readonly code: string
}

function SelfForm({ scope, tell: { own }, code }: SelfFormProps) {
  const [file, setFile] = useState<File | null>(null)
  const { kept, forget } = useKeptForm(`draft/self-evaluation/${code}`)
  const record = useSelfEvaluation()
  const save = (form: FormData) => {
    const outcome = String(form.get('outcome')) as Outcome
    const dated = String(form.get('dated')) || today()
    const name = own.selfName(scope.name)
    const text = own.selfText(own.outcomes[outcome])
    record.mutate({ code, name, text, outcome, dated, file }, { onSuccess: forget })
  }
  return (
    <form {...kept} action={save} className="no-print">
      <Stack gap="xs" maw="24rem">
        <NativeSelect
          name="outcome"
          label={own.outcome}
          required
          data={[
            { value: '', label: '' },
            ...outcomes.map((value) => ({ value, label: own.outcomes[value] })),
          ]}
        />
        <DateField name="dated" label={own.doneOn} defaultValue={today()} required />
        <ChooseFile label={own.file} description={own.fileHelp} value={file} onChange={setFile} />
        <Refusal error={record.error} />
        <Button type="submit" variant="default" loading={record.isPending}>
          {own.selfSave}
        </Button>
      </Stack>
    </form>
  )
}

/** The verdict as a decision with a date, and then as what the register holds. */
export function Conclude({
  scope,
  found,
  tell,
  person,
}: RecordProps & { readonly person: string }) {
  const { own } = tell
  const { language } = useLanguage()
  const may = useMay()
  const code = codeFor('SCOPE', scope.code)
  const about = found.decisions.filter(({ values }) => values.code?.startsWith(code) === true)
  const isDraftable = scope.verdict !== null && may('create', 'decision')
  return (
    <section aria-labelledby={`decide-${scope.id}`} className="block">
      <h3 id={`decide-${scope.id}`}>{own.decide}</h3>
      <p>
        <Glossed text={own.decideIntro} />
      </p>
      {about.length > 0 && (
        <>
          <h4>{own.drafts}</h4>
          <ul className="plain">
            {about.map((one) => (
              <li key={one.id}>
                <Link to={placeOf(one)}>{one.values.name}</Link>{' '}
                <span className="quiet">
                  {day(one.values.code?.slice(code.length) ?? '', language)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {isDraftable && <Draft {...{ scope, tell, person, code }} isFirst={about.length === 0} />}
      <Concluding scope={scope} tell={tell} />
    </section>
  )
}

interface DraftProps {
  readonly scope: EntityScope
  readonly tell: ScopeTelling
  readonly person: string
  readonly code: string
  readonly isFirst: boolean
}

function Draft({ scope, tell, person, code, isFirst }: DraftProps) {
  const { own } = tell
  const step = useStep('decision')
  const go = useNavigate()
  const make = () => {
    const { verdict, name } = scope
    if (verdict === null) return
    const values = {
      code: `${code}${today()}`,
      name: own.draft.name(name),
      question:
        verdict.entity_class === 'out_of_scope'
          ? own.draft.questionOut(name)
          : own.draft.questionIn(name, tell.className(verdict.entity_class)),
      body: 'board',
      subject: 'scope',
      proposed_by: person,
      proposal: calculationOf(scope, tell),
      if_yes: own.draft.ifYes,
      if_no: own.draft.ifNo,
      if_nothing: own.draft.ifNothing,
    }
    step.mutate(
      { do: 'create', values },
      { onSuccess: ({ id }) => void go(placeOf({ kind: 'decision', id })) },
    )
  }
  return (
    <p className="no-print">
      <Refusal error={step.error} />
      <Button variant={isFirst ? 'filled' : 'default'} loading={step.isPending} onClick={make}>
        {own.makeDraft}
      </Button>
    </p>
  )
}

/** The verdict with everything it rests on, as text that stays with the decision. */
function calculationOf({ verdict, gaps, without_figures }: EntityScope, tell: ScopeTelling) {
  const { own } = tell
  if (verdict === null) return own.notYet
  const grounds = verdict.grounds.map(
    (one) => `- ${tell.rule(one)}. ${tell.facts(one)} (${tell.at(one)})`,
  )
  const open = [
    ...gaps.map((gap) =>
      gap === 'relation_figures'
        ? own.gaps.relation_figures(without_figures.join(', '))
        : own.gaps[gap],
    ),
    ...verdict.open_questions.map((one) => tell.question(one)),
  ].map((text) => `- ${text}`)
  return [
    tell.verdict(verdict),
    `${own.draft.calculation}: ${withoutMarks(tell.size(verdict))}`,
    `${own.draft.groundsTitle}:`,
    ...grounds,
    tell.popular(verdict),
    ...(open.length === 0 ? [] : [`${own.draft.gapsTitle}:`, ...open]),
  ].join('\n')
}

function Concluding({ scope, tell }: Pick<DraftProps, 'scope' | 'tell'>) {
  const { own } = tell
  const may = useMay()
  const conclude = useConclusion()
  const waiting = usePending('legal-entity', scope.id).data?.items ?? []
  const { verdict, state, id, version } = scope
  if (verdict === null || state === 'scope_concluded' || !may('move', 'legal-entity')) return null
  const values = {
    entity_class: verdict.entity_class,
    size_class: verdict.size_class,
    entity_class_reason: calculationOf(scope, tell),
    entity_class_since: today(),
  }
  return (
    <div className="no-print">
      <p>
        <Glossed text={own.concludeText} />
      </p>
      <Refusal error={conclude.error} />
      {conclude.isSuccess || waiting.length > 0 ? (
        <output>{own.concludeWaits}</output>
      ) : (
        <Button
          variant="default"
          loading={conclude.isPending}
          onClick={() => conclude.mutate({ id, version, values })}
        >
          {own.conclude}
        </Button>
      )}
    </div>
  )
}
