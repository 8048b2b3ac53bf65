// SPDX-License-Identifier: EUPL-1.2
import { Link } from 'react-router'
import type { ChainAnswer } from '../../data/chain.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Table } from '../../parts/table.tsx'
import { useChainWords } from './words.ts'

type Given = ChainAnswer['weights']

/** The formula in the open: what counts, how much, and who set it. */
export function Weights({ weights: { weights, set_by, decision } }: { readonly weights: Given }) {
  const words = useChainWords()
  const rows = Object.entries(weights) as [keyof Given['weights'], number][]
  return (
    <details>
      <summary>{words.formula}</summary>
      <p className="prose">
        <Glossed text={words.formulaHelp} />
      </p>
      <Table
        label={words.formula}
        rows={rows}
        keyOf={([factor]) => factor}
        columns={[
          {
            title: words.factorColumns.factor,
            is: 'head',
            cell: ([factor]) => words.factors[factor],
          },
          { title: words.factorColumns.weight, is: 'number', cell: ([, weight]) => weight },
        ]}
      />
      <p className="quiet">
        {words.weightsBy[set_by]}{' '}
        {decision === null ? (
          <Link to="/registers/organisations">{words.changeWeights}</Link>
        ) : (
          <Link to={`/decisions/${decision}`}>{words.decision}</Link>
        )}
      </p>
    </details>
  )
}
