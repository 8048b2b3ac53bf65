// SPDX-License-Identifier: EUPL-1.2
import type { Language } from './speech.ts'

/*
 * The law packs cite in one form, half English. People read it in theirs: `Aanbeveling
 * 2003/361/EG, bijlage art. 2(1)`. Names of laws stay what the law itself is called.
 */

type Phrases = readonly (readonly [RegExp, string])[]

const dutch: Phrases = [
  [/jurisdictions: [\w ]+/g, 'eigen overzicht per land'],
  [/supervisor from RDI\/press statements/g, 'toezichthouder volgens RDI en pers'],
  [
    /several stored sources|secondary sources? for portal|secondary sources?|\bsecondary\b/g,
    'secundaire bron',
  ],
  [/press and law firm notes/g, 'pers en berichten van advocaten'],
  [
    /Commission SME user guide \(guidance, not law\)/g,
    'mkb-gids van de Commissie (uitleg, geen wet)',
  ],
  [/not in this pack yet/g, 'nog niet opgenomen'],
  [/contract; default is an editorial choice/g, 'contract; standaardwaarde is een keuze van ons'],
  [/policy terms; default is an editorial choice/g, 'polis; standaardwaarde is een keuze van ons'],
  [/logical negation of small/g, 'het omgekeerde van klein'],
  [/general practice/g, 'gebruik'],
  [/CCB quickstart guide/g, 'snelgids van het CCB'],
  [/CCB pages( \(excerpts\))?/g, 'website van het CCB'],
  [/CyFun (\d+) library/g, 'bibliotheek CyFun $1'],
  [/Centre for Cybersecurity Belgium/g, 'Centrum voor Cybersecurity België'],
  [/CCB notification platform/g, 'meldplatform van het CCB'],
  [/BSI\/BBK joint reporting office/g, 'meldpunt van BSI en BBK'],
  [/BSI\/BBK registration/g, 'registratie bij BSI en BBK'],
  [/one report reaches both/g, 'één melding bereikt beide'],
  [/health uses another CSIRT/g, 'de zorg heeft een ander CSIRT'],
  [/via ADR\/NOREA framework/g, 'via kader van ADR en NOREA'],
  [/\btext\b/g, 'tekst'],
  [/Law of 26 April 2024/g, 'Wet van 26 april 2024'],
  [/Royal Decree of 9 June 2024/g, 'Koninklijk Besluit van 9 juni 2024'],
  [/Royal Decree of 18 April 1974/g, 'Koninklijk Besluit van 18 april 1974'],
  [/with start 6 December 2025/g, 'met ingang van 6 december 2025'],
  [/Recommendation 2003\/361\/EC/g, 'Aanbeveling 2003/361/EG'],
  [/\bRegulation\b/g, 'Verordening'],
  [/\bDirective\b/g, 'Richtlijn'],
  [/\bGDPR\b/g, 'AVG'],
  [/\bAnnexes\b/g, 'bijlagen'],
  [/\bAnnex\b/g, 'bijlage'],
  [/\bpoint\b/g, 'punt'],
  [/\brecital\b/g, 'overweging'],
  [/\(absence\)/g, '(staat er niet in)'],
  [/\bsection\b/g, 'sectie'],
  [/second subparagraph/g, 'tweede alinea'],
  [/second sentence/g, 'tweede zin'],
  [/third sentence/g, 'derde zin'],
  [/\bno\. (?=\d)/g, 'nr. '],
  [/\band\b/g, 'en'],
]

const english: Phrases = [
  [/jurisdictions: [\w ]+/g, 'own overview per country'],
  [/supervisor from RDI\/press statements/g, 'supervisor as stated by RDI and press'],
  [/\bsecondary(?! source)/g, 'secondary source'],
  [/Cbw bijlage (\d)/g, 'Cbw annex $1'],
]

const phrases: Readonly<Record<Language, Phrases>> = { nl: dutch, en: english }

/** One citation, or several separated by `; `, in words. */
export function citation(text: string, language: Language): string {
  const bare = text.replace(/ spells it out\b/g, '')
  return phrases[language].reduce((said, [from, to]) => said.replace(from, to), bare)
}

/**
 * Article and source of a rule as one citation: what the one says the other need not repeat, and
 * another country's law that merely says it too is left out.
 */
export function citedAt(
  of: { readonly article: string; readonly source: string },
  language: Language,
): string {
  const parts = [of.article, ...of.source.split('; ')].filter(
    (part) => !part.endsWith(' spells it out'),
  )
  const kept = parts.filter(
    (part, n) =>
      !parts.some((other, m) => m !== n && other.startsWith(part) && (other !== part || m < n)),
  )
  return citation(kept.join('; '), language)
}
