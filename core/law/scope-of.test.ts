// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { FiscalYear, Relation, ScopeCase } from './scope.ts'
import { scopeOf } from './scope-of.ts'

const shared = join(import.meta.dirname, '../../../shared/reference/size-cases.json')
const machinery = {
  annex: 'II',
  sector_id: 'manufacturing',
  subsector_id: 'manufacturing.machinery',
  nace_division: '28',
} as const

function company(year: Partial<FiscalYear>, more: Partial<ScopeCase> = {}): ScopeCase {
  return {
    jurisdiction: 'NL',
    sector: machinery,
    fiscal_years: [
      { year: 2025, awu: 40, turnover_eur: 8_000_000, balance_eur: 8_000_000, ...year },
    ],
    ...more,
  }
}

function holder(more: Partial<Relation>): Relation {
  return {
    direction: 'upstream',
    capital_pct: 0,
    votes_pct: 0,
    data: { awu: 100, turnover_eur: 0, balance_eur: 0 },
    ...more,
  }
}

describe('scopeOf', () => {
  it('holds for every shared worked case', (t) => {
    if (!existsSync(shared)) return t.skip('SKIPPED: ../shared/reference is not here')
    const { cases } = JSON.parse(readFileSync(shared, 'utf8'))
    for (const { id, input, expected } of cases) {
      const result = scopeOf({ id, ...input })
      assert.deepEqual(result.aggregate, expected.aggregate, id)
      assert.equal(result.raw_class_last_year, expected.raw_class_last_year, id)
      assert.equal(result.size_class, expected.size_class, id)
      assert.equal(result.entity_class, expected.entity_class, id)
      assert.equal(result.popular_rule.in_scope, expected.naive_or_rule_says_in_scope, id)
      assert.equal(result.popular_rule.differs, expected.naive_rule_is_wrong, id)
    }
    assert.ok(cases.length >= 15)
  })

  // Recommendation 2003/361/EC, Annex, Article 2: one below, at, one above each ceiling.
  const boundaries: readonly [Partial<FiscalYear>, string][] = [
    [{ awu: 49 }, 'small'],
    [{ awu: 49.99 }, 'small'],
    [{ awu: 50 }, 'medium'],
    [{ awu: 249 }, 'medium'],
    [{ awu: 250 }, 'large'],
    [{ awu: 9, turnover_eur: 2_000_000 }, 'micro'],
    [{ awu: 9, turnover_eur: 2_000_001 }, 'small'],
    [{ awu: 10, turnover_eur: 1 }, 'small'],
    [{ turnover_eur: 10_000_000, balance_eur: 90_000_000 }, 'small'],
    [{ turnover_eur: 10_000_001, balance_eur: 10_000_000 }, 'small'],
    [{ turnover_eur: 10_000_001, balance_eur: 10_000_001 }, 'medium'],
    [{ awu: 60, turnover_eur: 50_000_000, balance_eur: 99_000_000 }, 'medium'],
    [{ awu: 60, turnover_eur: 50_000_001, balance_eur: 43_000_000 }, 'medium'],
    [{ awu: 60, turnover_eur: 50_000_001, balance_eur: 43_000_001 }, 'large'],
  ]
  for (const [year, size] of boundaries) {
    it(`calls ${JSON.stringify(year)} ${size}`, () => {
      assert.equal(scopeOf(company(year)).size_class, size)
    })
  }

  // Annex, Article 3: the percentages at which a holder starts to count, and how.
  const holders: readonly [Partial<Relation>, number][] = [
    [{ capital_pct: 24.99 }, 40],
    [{ capital_pct: 25 }, 65],
    [{ votes_pct: 50 }, 90],
    [{ votes_pct: 50.01 }, 140],
    [{ capital_pct: 80, votes_pct: 40 }, 120],
    [{ capital_pct: 30, dominant_influence: true }, 140],
    [{ capital_pct: 40, holder_type: 'venture_capital' }, 40],
    [{ capital_pct: 40, votes_pct: 60, holder_type: 'venture_capital' }, 140],
  ]
  for (const [relation, awu] of holders) {
    it(`adds a holder with ${JSON.stringify(relation)} up to ${awu} staff`, () => {
      const result = scopeOf(company({}, { relations: [holder(relation)] }))
      assert.equal(result.aggregate.awu, awu)
    })
  }

  it('counts linked chains in full, partners of linked pro rata, partners of partners not', () => {
    const partner = holder({ capital_pct: 30 })
    const linked = holder({ votes_pct: 100, relations: [holder({ votes_pct: 60 }), partner] })
    const far = holder({ capital_pct: 40, relations: [partner, holder({ votes_pct: 90 })] })
    const result = scopeOf(company({}, { relations: [linked, far] }))
    assert.equal(result.aggregate.awu, 40 + (100 + 100 + 30) + 0.4 * (100 + 100))
  })

  it('keeps the class until a ceiling is crossed in two consecutive years', () => {
    const year = (at: number, awu: number): FiscalYear => ({
      year: at,
      awu,
      turnover_eur: 1,
      balance_eur: 1,
    })
    const status = (prior: ScopeCase['prior_status'], ...years: FiscalYear[]) =>
      scopeOf(company({}, { fiscal_years: years, prior_status: prior ?? null })).size_class
    assert.equal(status('small', year(2024, 60), year(2025, 60)), 'medium')
    assert.equal(status('small', year(2024, 60), year(2025, 300)), 'medium')
    assert.equal(status('small', year(2025, 60)), 'small')
    assert.equal(status('large', year(2024, 40), year(2025, 60)), 'medium')
    assert.equal(status('medium', year(2024, 40), year(2025, 60)), 'medium')
    assert.equal(status('small', year(2023, 60), year(2025, 60)), 'small')
    assert.equal(status(null, year(2025, 60), year(2024, 60)), 'medium')
  })

  it('lets a change of ownership work at once', () => {
    const years = [2024, 2025].map((at) => ({
      year: at,
      awu: at === 2025 ? 400 : 30,
      turnover_eur: 1,
      balance_eur: 1,
    }))
    const taken = company(
      {},
      { fiscal_years: years, prior_status: 'small', ownership_changed_in: 2025 },
    )
    assert.equal(scopeOf(taken).size_class, 'large')
  })

  it('leaves group data out only where the law says so and the company is independent', () => {
    const relations = [
      holder({ votes_pct: 100, data: { awu: 400, turnover_eur: 9e7, balance_eur: 7e7 } }),
    ]
    const inCountry = (jurisdiction: ScopeCase['jurisdiction']) =>
      scopeOf(company({}, { jurisdiction, relations, it_independent: true }))
    assert.equal(inCountry('DE').entity_class, 'out_of_scope')
    assert.ok(inCountry('DE').grounds.some((ground) => ground.rule === 'independence'))
    assert.equal(inCountry('NL').entity_class, 'important')
    assert.equal(inCountry('BE').entity_class, 'important')
  })

  for (const division of ['22', '24', '25', '31', '33']) {
    it(`says that NACE division ${division} is not listed, and asks what could change that`, () => {
      const sector = { annex: null, sector_id: null, subsector_id: null, nace_division: division }
      const result = scopeOf(company({ awu: 600 }, { sector }))
      assert.equal(result.entity_class, 'out_of_scope')
      assert.ok(result.open_questions.includes('chemicals_articles'))
      assert.deepEqual(result.fines, [])
    })
  }

  it('finds the annex by NACE division alone, and never makes Annex II essential by size', () => {
    const sector = { annex: null, sector_id: null, subsector_id: null, nace_division: '28.29' }
    const result = scopeOf(company({ awu: 5000 }, { sector }))
    assert.equal(result.entity_class, 'important')
    assert.equal(
      result.authorities.find((one) => one.role === 'supervisor')?.name.slice(0, 3),
      'RDI',
    )
  })

  it('presumes food and chemicals in by a bare code and asks; a definition decides medical devices', () => {
    const bare = (nace_division: string) =>
      scopeOf(company({ awu: 60 }, { sector: { nace_division } }))
    assert.equal(bare('10.51').entity_class, 'important')
    assert.equal(bare('20').authorities[0]?.name, 'Minister van Infrastructuur en Waterstaat')
    assert.ok(bare('10').open_questions.includes('sector_definition'))
    assert.equal(bare('32.5').entity_class, 'out_of_scope')
    assert.ok(bare('32').open_questions.includes('sector_definition'))
    const said = { annex: null, sector_id: null, subsector_id: null, nace_division: '10' }
    assert.equal(scopeOf(company({ awu: 60 }, { sector: said })).entity_class, 'out_of_scope')
  })

  it('lets a side activity in Annex I make a large company essential', () => {
    const energy = { annex: 'I', sector_id: 'energy', subsector_id: 'energy.electricity' } as const
    assert.equal(
      scopeOf(company({ awu: 260 }, { side_activities: [energy] })).entity_class,
      'essential',
    )
  })

  it('takes the higher of amount and percentage of group turnover, and the country its own rule', () => {
    const relations = [
      holder({ votes_pct: 100, data: { awu: 9, turnover_eur: 600_000_000, balance_eur: 1 } }),
    ]
    const top = (jurisdiction: ScopeCase['jurisdiction'], turnover: number) =>
      scopeOf(company({ awu: 60, turnover_eur: turnover }, { jurisdiction, relations })).fines[0]
    assert.equal(top('NL', 0)?.max_eur, 8_400_000)
    assert.equal(scopeOf(company({ awu: 60 })).fines[0]?.max_eur, 7_000_000)
    assert.equal(
      scopeOf(company({ awu: 60, turnover_eur: 500_000_000 }, { jurisdiction: 'DE' })).fines[0]
        ?.max_eur,
      7_000_000,
    )
    assert.equal(
      scopeOf(company({ awu: 60, turnover_eur: 500_000_100 }, { jurisdiction: 'DE' })).fines[0]
        ?.max_eur,
      7_000_001,
    )
  })

  it('never lowers a class when a figure rises', () => {
    const rank = (year: FiscalYear) =>
      ['micro', 'small', 'medium', 'large'].indexOf(scopeOf(company(year)).size_class)
    const amount = fc.nat(120_000_000)
    const years = fc.record({
      year: fc.constant(2025),
      awu: fc.nat(400),
      turnover_eur: amount,
      balance_eur: amount,
    })
    const figure = fc.constantFrom('awu', 'turnover_eur', 'balance_eur') as fc.Arbitrary<'awu'>
    fc.assert(
      fc.property(years, figure, fc.nat(50_000_000), (year, key, rise) => {
        assert.ok(rank({ ...year, [key]: year[key] + rise }) >= rank(year))
      }),
    )
  })

  it('says small exactly when the definition written out says so', () => {
    const amount = fc.constantFrom(0, 9_999_999, 10_000_000, 10_000_001, 60_000_000)
    fc.assert(
      fc.property(
        fc.constantFrom(9, 10, 49, 50, 250),
        amount,
        amount,
        (awu, turnover_eur, balance_eur) => {
          const isMedium = awu >= 50 || (turnover_eur > 10_000_000 && balance_eur > 10_000_000)
          const result = scopeOf(company({ awu, turnover_eur, balance_eur }))
          assert.equal(result.entity_class !== 'out_of_scope', isMedium)
        },
      ),
    )
  })
})
