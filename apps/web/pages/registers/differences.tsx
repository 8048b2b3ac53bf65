// SPDX-License-Identifier: EUPL-1.2
import { Button, Group } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { useDifferences } from '../../data/looking.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { Missing } from '../missing.tsx'
import { FieldChanges } from './field-changes.tsx'
import { type Register, useRegister } from './kind-of-page.ts'
import { useLookingWords } from './looking-words.ts'
import { upper } from './page.tsx'

const kinds = ['new', 'changed', 'gone'] as const

/** What came, went and changed in a register between two days. */
export function RegisterDifferences() {
  const register = useRegister()
  return register === undefined ? <Missing /> : <Between key={register.plural} {...register} />
}

function Between(register: Register) {
  const { plural, many } = register
  const words = useLookingWords()
  const [search, setSearch] = useSearchParams()
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? '']
  const set = (name: 'from' | 'to', day: string) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now)
        next.set(name, day)
        return next
      },
      { replace: true },
    )
  const found = useDifferences(plural, from, to)
  return (
    <>
      <p className="quiet">
        <Link to={`/registers/${plural}`}>{upper(many)}</Link>
      </p>
      <Title name={`${upper(many)}: ${words.compare.toLowerCase()}`} />
      <p className="quiet">
        <Glossed text={words.compareIntro} />
      </p>
      <Group align="end" my="md">
        <DateField label={words.from} value={from} onChange={(day) => set('from', day)} />
        <DateField label={words.to} value={to} onChange={(day) => set('to', day)} />
      </Group>
      {from === '' || to === '' ? (
        <p>{words.askDays}</p>
      ) : (
        <Ready of={found}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            return (
              <>
                {items.length === 0 && !found.hasNextPage && <p>{words.nothingChanged}</p>}
                {kinds.map((change) => {
                  const those = items.filter((item) => item.change === change)
                  return those.length === 0 ? null : (
                    <section key={change}>
                      <h2>
                        {words.changes[change]} ({those.length})
                      </h2>
                      <ul className="plain">
                        {those.map((item) => (
                          <li key={item.id} className="difference">
                            <h3>
                              <Link to={`/registers/${plural}/${item.id}`}>{item.title}</Link>
                            </h3>
                            <FieldChanges register={register} {...item} />
                          </li>
                        ))}
                      </ul>
                    </section>
                  )
                })}
                {found.hasNextPage && (
                  <Button
                    variant="default"
                    loading={found.isFetchingNextPage}
                    onClick={() => void found.fetchNextPage()}
                  >
                    {words.more}
                  </Button>
                )}
              </>
            )
          }}
        </Ready>
      )}
    </>
  )
}
