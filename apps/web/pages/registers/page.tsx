// SPDX-License-Identifier: EUPL-1.2
import { plurals } from '@schouw/contract/client'
import type { KindName } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { Glossed } from '../../parts/glossed.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { groups } from './groups.ts'

/** All registers, by what they are about. */
export function Registers() {
  const { words, language } = useLanguage()
  const tongue = registerTongue(language)
  return (
    <>
      <Title name={words.registers.title} />
      <p>
        <Glossed text={words.registers.intro} />
      </p>
      {Object.entries<readonly KindName[]>(groups).map(([name, kinds]) => (
        <section key={name} aria-labelledby={name}>
          <h2 id={name}>{words.registers.groups[name as keyof typeof groups]}</h2>
          <dl className="facts">
            {kinds.map((kind) => {
              const [, many, help] = tongue.kind(kind)
              return (
                <div key={kind} style={{ display: 'contents' }}>
                  <dt>
                    <Link to={`/registers/${plurals[kind]}`}>{upper(many)}</Link>
                  </dt>
                  <dd>{help}</dd>
                </div>
              )
            })}
          </dl>
        </section>
      ))}
    </>
  )
}

export function upper(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
