// SPDX-License-Identifier: EUPL-1.2
/**
 * Hazards: what the catalogue of all hazards is called, and each as the draft of a risk.
 */
import type { losses } from '@schouw/core/board'
import type { Language } from '../words/index.ts'

/** A hazard by name, and as a draft of a risk: what happens, and what then. */
export interface HazardWords {
  readonly name: string
  /** With where it strikes: a site, a line, or nothing for the whole company. */
  readonly draft: (where: string) => string
}

type All = Readonly<Record<losses.HazardId, HazardWords>>

const nl: All = {
  fire: { name: 'Brand', draft: (at) => `Brand in ${at} legt het werk weken of maanden stil` },
  water: { name: 'Water', draft: (at) => `Water in ${at} beschadigt machines en kasten` },
  storm: { name: 'Storm en bliksem', draft: (at) => `Storm of bliksem treft ${at}` },
  power_loss: {
    name: 'Stroomuitval',
    draft: (at) => `Stroom valt uit in ${at} en alles staat stil`,
  },
  cooling_loss: {
    name: 'Uitval van koeling',
    draft: (at) => `Koeling valt uit in ${at} en servers of besturingen gaan uit`,
  },
  telecom_loss: {
    name: 'Uitval van internet en telefoon',
    draft: (at) => `${at} is uren of dagen onbereikbaar en kan niet bij zijn systemen`,
  },
  physical_access: {
    name: 'Inbraak en sabotage',
    draft: (at) => `Iemand komt binnen in ${at} en steelt of vernielt`,
  },
  no_access: {
    name: 'Locatie niet toegankelijk',
    draft: (at) => `Niemand mag of kan ${at} in`,
  },
  machine_failure: {
    name: 'Machine of besturing defect',
    draft: (at) => `Een onderdeel van ${at} gaat stuk en is weken niet leverbaar`,
  },
  wrong_change: {
    name: 'Verkeerde wijziging',
    draft: (at) => `Een verkeerde wijziging legt ${at} stil`,
  },
  key_person: {
    name: 'Ziekte van wie het weet',
    draft: (at) => `Wie ${at} aan de gang houdt, is er weken niet`,
  },
  supplier_failure: {
    name: 'Leverancier valt weg',
    draft: (at) => `Een leverancier waar ${at} van afhangt, valt weg`,
  },
  cloud_loss: {
    name: 'Uitval van de cloud',
    draft: () => 'Een clouddienst valt uit en niemand kan bij zijn gegevens',
  },
  ransomware: {
    name: 'Gijzelsoftware',
    draft: () => 'Gijzelsoftware versleutelt kantoor en fabriek',
  },
  insider: {
    name: 'Kwaadwillende van binnen',
    draft: () => 'Iemand van binnen misbruikt zijn toegang',
  },
  sickness_wave: {
    name: 'Ziektegolf of staking',
    draft: () => 'Zoveel mensen zijn er niet dat lijnen stilvallen',
  },
}

const en: All = {
  fire: { name: 'Fire', draft: (at) => `Fire in ${at} stops work for weeks or months` },
  water: { name: 'Water', draft: (at) => `Water in ${at} damages machines and cabinets` },
  storm: { name: 'Storm and lightning', draft: (at) => `Storm or lightning strikes ${at}` },
  power_loss: { name: 'Power loss', draft: (at) => `Power fails in ${at} and all stands still` },
  cooling_loss: {
    name: 'Loss of cooling',
    draft: (at) => `Cooling fails in ${at} and servers or controllers go down`,
  },
  telecom_loss: {
    name: 'Loss of internet and telephone',
    draft: (at) => `${at} cannot be reached for hours or days, nor reach its systems`,
  },
  physical_access: {
    name: 'Break-in and sabotage',
    draft: (at) => `Somebody gets into ${at} and steals or destroys`,
  },
  no_access: {
    name: 'Site out of reach',
    draft: (at) => `Nobody may or can enter ${at}`,
  },
  machine_failure: {
    name: 'Machine or controller broken',
    draft: (at) => `A part of ${at} breaks and cannot be had for weeks`,
  },
  wrong_change: {
    name: 'Wrong change',
    draft: (at) => `A wrong change stops ${at}`,
  },
  key_person: {
    name: 'Sickness of the one who knows',
    draft: (at) => `Whoever keeps ${at} going is away for weeks`,
  },
  supplier_failure: {
    name: 'Supplier failure',
    draft: (at) => `A supplier that ${at} depends on fails`,
  },
  cloud_loss: {
    name: 'Loss of the cloud',
    draft: () => 'A cloud service fails and nobody can reach their data',
  },
  ransomware: {
    name: 'Ransomware',
    draft: () => 'Ransomware encrypts office and factory',
  },
  insider: {
    name: 'Somebody inside with ill intent',
    draft: () => 'Somebody inside abuses their access',
  },
  sickness_wave: {
    name: 'Wave of sickness or strike',
    draft: () => 'So many people are away that lines stop',
  },
}

export function hazardWords(language: Language): All {
  return { nl: nl, en: en }[language]
}
