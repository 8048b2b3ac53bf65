// SPDX-License-Identifier: EUPL-1.2
import { Alert, Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { DropFile } from '../../parts/drop-file.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import type { WhatIf } from './paths.ts'
import type { Permitted } from './permitted.ts'
import { type RulesFile, rulesIn } from './rules-file.ts'
import { download, type Placed, type useMapThread } from './use-map.ts'
import { useMapWords } from './words.ts'

interface RulesProps {
  readonly placed: Placed
  readonly thread: ReturnType<typeof useMapThread>
  readonly whatIf: WhatIf
}

const mostPaths = 5
const mostOpenings = 12
const mostRemarks = 20
const mostServices = 8

/** What a firewall would let through, seen or not. The file is read here and goes nowhere. */
export function FirewallRules({ placed, thread, whatIf }: RulesProps) {
  const words = useMapWords()
  const { judgeRules, permitted } = thread
  const [rules, setRules] = useState<{ readonly name: string; readonly file: RulesFile }>()
  const [problem, setProblem] = useState<'too_large' | 'not_read'>()
  useEffect(() => {
    if (rules !== undefined) judgeRules(rules.file, whatIf)
  }, [rules, whatIf, judgeRules])
  const take = async (file: File) => {
    const found = await rulesIn(file)
    const isRead = typeof found !== 'string'
    thread.forgetRules()
    setProblem(isRead ? undefined : found)
    setRules(isRead ? { name: file.name, file: found } : undefined)
  }
  return (
    <section aria-labelledby="firewall">
      <h2 id="firewall">{words.firewallTitle}</h2>
      <p className="prose">
        <Glossed text={words.firewallIntro} />
      </p>
      <div className="no-print">
        <DropFile
          label={words.firewallChoose}
          hint={words.firewallKinds}
          onFile={(file) => void take(file)}
        />
      </div>
      {(problem !== undefined || (rules !== undefined && permitted === null)) && (
        <Alert variant="outline" color="orange" my="sm" role="alert">
          {problem === 'too_large' ? words.firewallTooLarge : words.firewallNotRead}
        </Alert>
      )}
      {rules !== undefined && permitted === undefined && (
        <output className="quiet">{words.firewallReading}</output>
      )}
      {rules !== undefined && permitted != null && (
        <Answer placed={placed} name={rules.name} permitted={permitted} />
      )}
    </section>
  )
}

interface AnswerProps {
  readonly placed: Placed
  readonly name: string
  readonly permitted: Permitted
}

function Answer({ placed: { model }, name, permitted }: AnswerProps) {
  const words = useMapWords()
  const { jewels, reached, withoutAddress, leftOut, remarks } = permitted
  const nameOf = (at: number) => model.nodes[at]?.name ?? '?'
  return (
    <>
      <p className="answer" role="status">
        {jewels === 0
          ? words.noJewels(true)
          : reached === 0
            ? words.firewallClosed(jewels)
            : words.firewallReached(reached, jewels)}
      </p>
      <p className="quiet small">{words.firewallRead(name, words.dialects[permitted.dialect])}</p>
      <Openings model={model} openings={permitted.openings} />
      <ul className="map-paths">
        {permitted.paths.slice(0, mostPaths).map(({ to, hops }) => (
          <li key={to}>
            <h3>{words.wayTo(nameOf(to), hops.length)}</h3>
            <ol>
              {hops.map((hop) => (
                <li key={`${hop.from} ${hop.to}`}>
                  <strong>{nameOf(hop.from)}</strong> {words.opens}{' '}
                  <span className="mono">{hop.service}</span> {words.to}{' '}
                  <strong>{nameOf(hop.to)}</strong>{' '}
                  <span className="quiet">
                    {hop.edge === null ? words.permittedOnly : words.wasSeen}
                  </span>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
      {permitted.paths.length > mostPaths && (
        <p className="quiet">{words.morePaths(permitted.paths.length - mostPaths)}</p>
      )}
      {withoutAddress.length > 0 && <p>{words.withoutAddress(withoutAddress.length)}</p>}
      {leftOut > 0 && <p>{words.permittedLeftOut(leftOut)}</p>}
      {remarks.length > 0 && (
        <details>
          <summary>{words.rulesUnread(remarks.length)}</summary>
          <ul className="map-list">
            {remarks.slice(0, mostRemarks).map(({ line, code, text }) => (
              <li key={`${line} ${code} ${text}`}>
                {words.ruleLine(line)} <span className="mono">{text}</span>{' '}
                <span className="quiet">{words.remarkCodes[code]}</span>
              </li>
            ))}
          </ul>
          {remarks.length > mostRemarks && (
            <p className="quiet">{words.morePaths(remarks.length - mostRemarks)}</p>
          )}
        </details>
      )}
      <Proposal permitted={permitted} />
    </>
  )
}

function Openings({
  model,
  openings,
}: {
  readonly model: Placed['model']
  readonly openings: Permitted['openings']
}) {
  const words = useMapWords()
  if (openings.length === 0) return <p>{words.nothingOpen}</p>
  const side = (zone: number, count: number) => (
    <>
      {model.zones[zone]?.name ?? '?'} <span className="quiet">{words.devicesOf(count)}</span>
    </>
  )
  const columns: readonly Column<Permitted['openings'][number]>[] = [
    { title: words.fromHead, cell: ({ from, sources }) => side(from, sources) },
    { title: words.toHead, cell: ({ to, targets }) => side(to, targets) },
    {
      title: words.mayOpen,
      cell: ({ services }) => (
        <>
          {services.length === 0 ? (
            <strong>{words.everything}</strong>
          ) : (
            <span className="mono">{services.slice(0, mostServices).join(', ')}</span>
          )}
          {services.length > mostServices && ` ${words.morePaths(services.length - mostServices)}`}
        </>
      ),
    },
  ]
  return (
    <>
      <Table
        label={words.firewallTitle}
        minWidth="36rem"
        columns={columns}
        rows={openings.slice(0, mostOpenings)}
        keyOf={({ from, to }) => `${from} ${to}`}
      />
      {openings.length > mostOpenings && (
        <p className="quiet">{words.morePaths(openings.length - mostOpenings)}</p>
      )}
    </>
  )
}

function Proposal({ permitted }: { readonly permitted: Permitted }) {
  const words = useMapWords()
  const { proposal, unwritten, reachedAfter, jewels } = permitted
  const text = `${proposal.join('\n')}\n`
  return (
    <section aria-labelledby="proposal">
      <h3 id="proposal">{words.proposalTitle}</h3>
      <p className="prose">
        {words.proposalText}{' '}
        {jewels > 0 &&
          (reachedAfter === 0 ? words.proposalCloses : words.proposalLeaves(reachedAfter, jewels))}
      </p>
      {unwritten.length > 0 && <p>{words.unwritten(unwritten.length)}</p>}
      <Button
        size="xs"
        variant="default"
        className="no-print"
        onClick={() => download(new Blob([text], { type: 'text/plain' }), 'schouw-firewall.txt')}
      >
        {words.proposalSave}
      </Button>
      <details>
        <summary>{words.proposalLines(proposal.length)}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
        <pre className="map-rules" tabIndex={0}>
          {text}
        </pre>
      </details>
    </section>
  )
}
