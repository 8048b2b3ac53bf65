// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, Group, NativeSelect } from '@mantine/core'
import { membersOf } from '@schouw/core/board/meetings'
import { attendance } from '@schouw/core/registers/bodies'
import { useState } from 'react'
import { useMay } from '../../data/may.ts'
import { useName } from '../../data/names.ts'
import { useStep } from '../../data/records.ts'
import { BodyRefusal } from '../../parts/body-refusal.tsx'
import { PersonName } from '../../parts/record-link.tsx'
import { isOpen, type Meeting, useAll } from './meeting.ts'
import { useMeetWords } from './words.ts'

/** Who is there, who speaks for whom, and whether that is enough to decide. */
export function Attendance({ meeting }: { readonly meeting: Meeting }) {
  const words = useMeetWords()
  const allowed = useMay()
  const step = useStep('meeting')
  const appointments = useAll('appointment')
  const { id, version, values } = meeting
  const [here, setHere] = useState<readonly string[]>(values.present ?? [])
  const [proxies, setProxies] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries((values.proxies ?? []).map((one) => [one.absent_member, one.holder])),
  )
  const day = (values.held_at ?? values.planned_at ?? new Date().toISOString()).slice(0, 10)
  const members = membersOf(values.body ?? '', appointments, day)
  const given = Object.entries(proxies)
    .filter(([absent, holder]) => holder !== '' && !here.includes(absent))
    .map(([absent, holder]) => ({ absent_member: absent, holder }))
  const quorumPercent = values.quorum_percent === undefined ? null : Number(values.quorum_percent)
  const found = attendance({ members, present: here, proxies: given, quorumPercent })
  const mayWrite = isOpen(meeting) && allowed('change', 'meeting', meeting)
  const keep = (more: object = {}) =>
    step.mutateAsync({
      do: 'change',
      on: { kind: 'meeting', id, version },
      values: {
        present: here,
        absent: members.map(({ person }) => person).filter((one) => !here.includes(one)),
        proxies: given,
        members_entitled: found.entitled,
        has_quorum: found.has_quorum,
        ...more,
      },
    })
  const begin = async () => {
    try {
      const { version: next } = await keep({ held_at: new Date().toISOString() })
      await step.mutateAsync({ do: 'move', on: { kind: 'meeting', id, version: next }, to: 'held' })
    } catch {
      // Shown below.
    }
  }
  return (
    <section className="block" aria-labelledby="who">
      <h2 id="who">{words.who}</h2>
      {members.length === 0 && <p className="quiet">{words.nobody}</p>}
      <ul className="plain">
        {members.map(({ person }) => (
          <li key={person}>
            {mayWrite ? (
              <Checkbox
                label={<PersonName id={person} />}
                checked={here.includes(person)}
                onChange={(event) =>
                  setHere(
                    event.currentTarget.checked
                      ? [...here, person]
                      : here.filter((one) => one !== person),
                  )
                }
              />
            ) : (
              <Was
                person={person}
                isHere={here.includes(person)}
                holder={given.find((one) => one.absent_member === person)?.holder}
              />
            )}
            {!here.includes(person) && here.length > 0 && mayWrite && (
              <ProxyOf
                absent={person}
                holders={here}
                holder={proxies[person] ?? ''}
                choose={(holder) => setProxies({ ...proxies, [person]: holder })}
              />
            )}
          </li>
        ))}
      </ul>
      <p>
        {words.quorum(found.present + found.by_proxy, found.needed, found.entitled)}:{' '}
        <strong className={found.has_quorum ? undefined : 'broken'}>
          {found.has_quorum ? words.hasQuorum : words.noQuorum}
        </strong>
      </p>
      <BodyRefusal error={step.error} />
      {mayWrite && (
        <Group className="no-print">
          <Button
            variant="default"
            loading={step.isPending}
            onClick={() => void keep().catch(() => {})}
          >
            {words.save}
          </Button>
          {meeting.state === 'planned' && (
            <Button disabled={here.length === 0} onClick={() => void begin()}>
              {words.begin}
            </Button>
          )}
        </Group>
      )}
    </section>
  )
}

interface WasProps {
  readonly person: string
  readonly isHere: boolean
  /** Who spoke for an absent member. */
  readonly holder: string | undefined
}

function Was({ person, isHere, holder }: WasProps) {
  const words = useMeetWords()
  return (
    <>
      <PersonName id={person} />: {isHere ? words.present : words.absent}
      {!isHere && holder !== undefined && (
        <>
          {' '}
          {words.proxyOf} <PersonName id={holder} />
        </>
      )}
    </>
  )
}

interface ProxyProps {
  readonly absent: string
  readonly holders: readonly string[]
  readonly holder: string
  readonly choose: (holder: string) => void
}

function ProxyOf({ absent, holders, holder, choose }: ProxyProps) {
  const words = useMeetWords()
  const name = useName(absent).data?.title?.split(' · ')[0] ?? ''
  return (
    <NativeSelect
      size="xs"
      maw="16rem"
      aria-label={`${name} ${words.proxyOf}`}
      value={holder}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">{words.noProxy}</option>
      {holders.map((one) => (
        <HolderOption key={one} id={one} />
      ))}
    </NativeSelect>
  )
}

function HolderOption({ id }: { readonly id: string }) {
  const words = useMeetWords()
  const name = useName(id).data?.title?.split(' · ')[0] ?? id
  return (
    <option value={id}>
      {words.proxyOf} {name}
    </option>
  )
}
