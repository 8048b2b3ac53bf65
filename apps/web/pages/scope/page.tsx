// SPDX-License-Identifier: EUPL-1.2

import { scopesOf } from '@schouw/core/board'
import { useKept } from '../../data/kept.ts'
import { asRecords, type ScopeData, useScope } from '../../data/scope.ts'
import type { Session } from '../../data/session.ts'
import { Ready } from '../../parts/state.tsx'
import { Terms } from '../../parts/term.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { Bounds } from './bounds.tsx'
import { InTheChain } from './chain.tsx'
import './scope.css'
import { type Entity, imagined, typedOf, yearsOf } from './draft.ts'
import { Figures } from './figures.tsx'
import { Conclude, SelfEvaluated } from './record.tsx'
import { Registration } from './registration.tsx'
import { type ScopeTelling, scopeTelling } from './telling.ts'
import { Verdict } from './verdict.tsx'

/** Whether the law applies, to whom, why, and what follows. */
export function Scope({ session }: { readonly session: Session }) {
  const { language } = useLanguage()
  const tell = scopeTelling(language)
  const query = useScope()
  const person = session.organisation?.person ?? ''
  return (
    <>
      <Title name={tell.own.title} />
      <p>
        <Terms text={tell.own.intro} />
      </p>
      <Ready of={query}>
        {(found) => (
          <>
            {found.entities.length === 0 && <p className="ask">{tell.own.none}</p>}
            {found.entities.map((entity) => (
              <OneEntity key={entity.id} {...{ entity, found, tell, person }} />
            ))}
            {found.entities.length === 0 && (
              <OneEntity entity={undefined} {...{ found, tell, person }} />
            )}
            <Bounds found={found} tell={tell} />
            <p className="quiet">{tell.own.disclaimer}</p>
          </>
        )}
      </Ready>
    </>
  )
}

interface OneProps {
  readonly entity: Entity | undefined
  readonly found: ScopeData
  readonly tell: ScopeTelling
  readonly person: string
}

/** The verdict follows what is typed; what is recorded rests on what is saved. */
function OneEntity({ entity, found, tell, person }: OneProps) {
  const organisation = String(found.organisations[0]?.values.name ?? '')
  const [typed, setTyped] = useKept(
    `draft/scope/${entity?.id ?? 'new'}/${entity?.version ?? 0}`,
    typedOf(entity, organisation),
  )
  const saved = JSON.stringify(typedOf(entity, organisation))
  const isTyping = JSON.stringify(typed) !== saved
  const around = asRecords([...found.organisations, ...found.groups])
  const isWhole = yearsOf(typed) !== null
  const record =
    isTyping && isWhole ? imagined(entity, typed) : asRecords(entity ? [entity] : [])[0]
  const [scope] = record === undefined ? [] : scopesOf({ records: [...around, record] })
  const at = entity?.id ?? 'new'
  const isUnderLaw = scope?.verdict != null && scope.verdict.entity_class !== 'out_of_scope'
  const figures = (
    <Figures {...{ entity, typed, setTyped, tell, isTyping, isOpen: scope?.verdict == null }} />
  )
  return (
    <section aria-labelledby={`entity-${at}`} className="scope-entity">
      <h2 id={`entity-${at}`}>{entity?.values.name ?? organisation}</h2>
      {/* Whoever fills in the first figures sees the verdict appear right below them. */}
      {entity === undefined && figures}
      {scope !== undefined && <Verdict {...{ scope, tell, isTyping }} />}
      {entity !== undefined && figures}
      {scope?.verdict?.entity_class === 'out_of_scope' && <InTheChain found={found} tell={tell} />}
      {entity !== undefined && isUnderLaw && !isTyping && (
        <Registration
          entity={entity}
          country={found.organisations[0]?.values.jurisdiction ?? null}
        />
      )}
      {entity !== undefined && scope !== undefined && !isTyping && (
        <div className="duo">
          <SelfEvaluated {...{ scope, found, tell }} />
          <Conclude {...{ scope, found, tell, person }} />
        </div>
      )}
    </section>
  )
}
