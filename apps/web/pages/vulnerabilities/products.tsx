// SPDX-License-Identifier: EUPL-1.2
import { Fragment } from 'react'
import { Link } from 'react-router'
import { useProducts } from '../../data/vulnerabilities.ts'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { OwnNames } from './names.tsx'
import { Tabs } from './tabs.tsx'
import { useVulnerabilityWords } from './words.ts'
import './vulnerabilities.css'

/** Sorts of product, for whoever updates all of one sort at once. */
export function ProductsPage() {
  const words = useVulnerabilityWords()
  return (
    <>
      <Title name={words.products} />
      <Tabs />
      <Ready of={useProducts()}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{words.nothing}</p>
          ) : (
            <Table
              label={words.products}
              minWidth="48rem"
              rows={items}
              keyOf={({ vendor, model, order_number }) => `${vendor} ${model} ${order_number}`}
              columns={[
                {
                  title: words.model,
                  is: 'head',
                  cell: ({ vendor, model, order_number }) => (
                    <>
                      {vendor} {model} <span className="quiet">{order_number}</span>
                    </>
                  ),
                },
                { title: words.count, is: 'number', cell: ({ count }) => count },
                { title: words.versions, cell: ({ versions }) => versions.join(', ') },
                {
                  title: words.touched,
                  cell: (one) => (
                    <>
                      {words.affectedCount(one.affected, one.cannot_decide)}
                      {one.exploited > 0 && <strong className="broken"> {words.exploited}</strong>}
                    </>
                  ),
                },
                {
                  title: words.advisories,
                  cell: ({ advisories }) =>
                    advisories.map(({ document, name }, at) => (
                      <Fragment key={document}>
                        {at > 0 && ', '}
                        <Link to={`/vulnerabilities/advisories/${document}`}>{name}</Link>
                      </Fragment>
                    )),
                },
              ]}
            />
          )
        }
      </Ready>
      <OwnNames />
    </>
  )
}
