// SPDX-License-Identifier: EUPL-1.2
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Access } from '../../data/access.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useAccessWords } from './words.ts'

type Flag = keyof Access['standing']['counts']['flags']

const atOnce = 100

/** Accounts with something the matter, by what it is. */
export function Flagged({ access }: { readonly access: Access }) {
  const words = useAccessWords()
  const { language } = useLanguage()
  const { flagged, counts } = access.standing
  const [only, setOnly] = useState<Flag | ''>('')
  const those = only === '' ? flagged : flagged.filter(({ flags }) => flags.includes(only))
  const flags = Object.keys(words.flags) as Flag[]
  const isHidden = counts.flags.leaver === null
  if (flagged.length === 0) return <p>{words.nothingFlagged}</p>
  return (
    <>
      <NativeSelect
        className="no-print"
        size="xs"
        maw="22rem"
        label={words.why}
        value={only}
        onChange={(event) => setOnly(event.currentTarget.value as Flag | '')}
        data={[
          { value: '', label: `${words.all} (${flagged.length})` },
          ...flags.map((flag) => ({
            value: flag,
            label: `${words.flags[flag]} (${counts.flags[flag] ?? words.unknownCount})`,
          })),
        ]}
      />
      {isHidden && <p className="quiet">{words.hiddenPeople}</p>}
      <div className="scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.account}</th>
              <th scope="col">{words.where}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.lastUsed}</th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {those.slice(0, atOnce).map((line) => (
              <tr key={line.id}>
                <td>
                  <Link to={`/registers/access-accounts/${line.id}`}>{line.account}</Link>
                </td>
                <td>{line.system}</td>
                <td>{line.person !== null && <RecordLink id={line.person} />}</td>
                <td className="nowrap">
                  {line.last_used_at === null ? '' : day(line.last_used_at.slice(0, 10), language)}
                </td>
                <td>{line.flags.map((flag) => words.flags[flag]).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {those.length > atOnce && <p className="quiet">{words.shown(atOnce, those.length)}</p>}
    </>
  )
}
