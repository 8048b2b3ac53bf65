// SPDX-License-Identifier: EUPL-1.2
import type { response } from '@schouw/core/vulns'
import { sql } from 'kysely'
import type { Database } from '../../storage/dialect.ts'

export interface BestMatch {
  readonly subject: string
  readonly weakness: string
  readonly document: string
  /** Other documents about the same. */
  readonly others: number
  readonly verdict: 'affected' | 'cannot_decide'
  readonly fix: response.Fix
  /** The device it is in, whatever it is in itself; null where nobody has said. */
  readonly asset: string | null
  readonly mark: string | null
  readonly decision: string | null
  readonly kev: {
    readonly added: string
    readonly due: string
    readonly ransomware: boolean
  } | null
  readonly chance: number | null
}

/** Of everything, what is looked at. */
export interface Part {
  readonly subjects?: readonly string[]
  readonly weaknesses?: readonly string[]
}

/** Of a table of subjects and vulnerabilities, the rows of these; all of them where none are named. */
export function within({ subjects, weaknesses }: Part, table: 'm' | 'l') {
  const of = (name: string) => sql.ref(`${table}.${name}`)
  const conditions = [
    ...(subjects === undefined ? [] : [sql`${of('subject')} = any(${[...subjects]}::uuid[])`]),
    ...(weaknesses === undefined ? [] : [sql`${of('weakness')} = any(${[...weaknesses]}::text[])`]),
  ]
  return conditions.length === 0
    ? sql<boolean>`true`
    : sql<boolean>`${sql.join(conditions, sql` and `)}`
}

/**
 * Of each vulnerability in a subject the document that counts: the maker's own word before anybody
 * else's, then the verdict that asks for more. What is not affected by that word is left out.
 */
export async function bestMatches(db: Database, part: Part): Promise<readonly BestMatch[]> {
  const { rows } = await sql<BestMatch>`
    select b.subject, b.weakness, b.document, b.others::int as others, b.verdict, b.fix,
      case when r.kind = 'asset' then r.id::text else r.document ->> 'within' end as asset,
      s.mark, s.decision, f.kev, f.chance
    from (
      select distinct on (m.subject, m.weakness) m.subject, m.weakness, m.document, m.verdict, m.fix,
        count(*) over (partition by m.subject, m.weakness) - 1 as others
      from vulnerability_matches m ${part.subjects === undefined ? joined : looked}
      where ${within(part, 'm')}
      order by m.subject, m.weakness, (a.publisher_category = 'vendor') desc,
        array_position(array['affected', 'cannot_decide', 'not_affected'], m.verdict), m.document
    ) b ${part.subjects === undefined ? besidesJoined : besidesLooked}
    where b.verdict <> 'not_affected'
    order by b.subject, b.weakness`.execute(db)
  return rows
}

// Of a part each row is looked up by its key, of everything whole tables are joined. The planner of
// an engine that has not counted its rows yet takes the one for the other, and then a document that
// touches ten devices costs as much as all of them.
const joined = sql`join advisories a on a.document = m.document and a.is_current`
const looked = sql`cross join lateral (select a.publisher_category from advisories a
  where a.document = m.document and a.is_current limit 1) a`
const besidesJoined = sql`
  join records r on r.id = b.subject and not r.is_retired
  left join vulnerability_states s on s.subject = b.subject and s.weakness = b.weakness
  left join vulnerability_facts f on f.weakness = b.weakness`
const besidesLooked = sql`
  cross join lateral (select r.id, r.kind, r.document from records r
    where r.id = b.subject and not r.is_retired limit 1) r
  left join lateral (select s.mark, s.decision from vulnerability_states s
    where s.subject = b.subject and s.weakness = b.weakness limit 1) s on true
  left join lateral (select f.kev, f.chance from vulnerability_facts f
    where f.weakness = b.weakness limit 1) f on true`
