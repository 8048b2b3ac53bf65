// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Line, type Queue, useQueue, type When } from '../../data/vulnerabilities.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { percent } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Bring } from './bring.tsx'
import { Known, Proposed } from './line.tsx'
import { RestsOn } from './standing.tsx'
import { Tabs } from './tabs.tsx'
import { useVulnerabilityWords } from './words.ts'
import './vulnerabilities.css'

const sures = ['', '50', '80', '95'] as const

const whens = ['now', 'find_out', 'next_window', 'never'] as const

/** Every vulnerability in a device, the most pressing first. */
export function VulnerabilitiesPage() {
  const words = useVulnerabilityWords()
  const { language } = useLanguage()
  const [when, setWhen] = useState<When | ''>('')
  const [isDone, setDone] = useState(false)
  const [after, setAfter] = useState('')
  const [confidence, setConfidence] = useState('')
  const queue = useQueue({ when, isDone, confidence, after })
  const choose = (next: When | '') => {
    setWhen(next)
    setAfter('')
  }
  return (
    <>
      <Title name={words.title} />
      <p>
        <Glossed text={words.intro} />
      </p>
      <Tabs />
      <Ready of={queue}>
        {(found) =>
          found.standing.advisories === 0 ? (
            <>
              <p>{words.empty}</p>
              <Bring isOpen />
            </>
          ) : (
            <>
              <Whens counts={found.counts} when={when} onChoose={choose} />
              <Checkbox
                className="no-print"
                mb="md"
                label={words.showDone}
                checked={isDone}
                onChange={(event) => {
                  setDone(event.currentTarget.checked)
                  setAfter('')
                }}
              />
              <NativeSelect
                className="no-print"
                size="xs"
                mb="md"
                maw="16rem"
                label={words.sure.title}
                value={confidence}
                onChange={(event) => {
                  setConfidence(event.currentTarget.value)
                  setAfter('')
                }}
                data={sures.map((value) => ({
                  value,
                  label:
                    value === '' ? words.all : words.sure.from(percent(Number(value), language)),
                }))}
              />
              <Lines items={found.items} />
              <div className="pager no-print">
                {after !== '' && (
                  <Button variant="default" size="xs" onClick={() => setAfter('')}>
                    {words.first}
                  </Button>
                )}
                {found.next !== null && (
                  <Button variant="default" size="xs" onClick={() => setAfter(found.next ?? '')}>
                    {words.more}
                  </Button>
                )}
              </div>
              {found.made.is_behind && <p className="quiet">{words.behind}</p>}
              <RestsOn standing={found.standing} />
            </>
          )
        }
      </Ready>
    </>
  )
}

function Whens({
  counts,
  when,
  onChoose,
}: {
  readonly counts: Queue['counts']
  readonly when: When | ''
  readonly onChoose: (when: When | '') => void
}) {
  const words = useVulnerabilityWords()
  return (
    <fieldset className="whens no-print">
      <legend className="spoken">{words.proposal}</legend>
      <Button
        size="xs"
        variant={when === '' ? 'filled' : 'default'}
        aria-pressed={when === ''}
        onClick={() => onChoose('')}
      >
        {words.all}
      </Button>
      {whens.map((one) => (
        <Button
          key={one}
          size="xs"
          variant={when === one ? 'filled' : 'default'}
          aria-pressed={when === one}
          onClick={() => onChoose(one)}
        >
          {words.when[one]} ({counts[one]})
        </Button>
      ))}
      {counts.undecided > 0 && <span className="quiet">{words.undecided(counts.undecided)}</span>}
    </fieldset>
  )
}

export function Lines({ items }: { readonly items: readonly Line[] }) {
  const words = useVulnerabilityWords()
  if (items.length === 0) return <p>{words.nothing}</p>
  return (
    <Table<Line>
      label={words.queue}
      minWidth="56rem"
      rows={items}
      keyOf={(line) => `${line.subject} ${line.weakness}`}
      columns={[
        {
          title: words.device,
          is: 'head',
          cell: (line) => (
            <>
              <Link to={`/vulnerabilities/assets/${line.asset}`}>{line.asset_title}</Link>
              {line.subject !== line.asset && <span className="quiet"> {line.subject_title}</span>}
            </>
          ),
        },
        {
          title: words.vulnerability,
          cell: (line) => (
            <>
              <Link to={`/vulnerabilities/advisories/${line.document}`}>{line.weakness}</Link>{' '}
              <span className="quiet">{line.advisory}</span>
              <br />
              {words.verdict[line.verdict]} <Known line={line} />
            </>
          ),
        },
        { title: words.proposal, cell: (line) => <Proposed line={line} /> },
        {
          title: words.decision,
          cell: (line) =>
            [line.decision === null ? '' : words.when[line.decision], words.marks[line.mark]]
              .filter((one) => one !== '')
              .join(', '),
        },
      ]}
    />
  )
}
