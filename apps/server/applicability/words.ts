// SPDX-License-Identifier: EUPL-1.2

const nl = {
  name: 'verklaring-van-toepasselijkheid',
  sheet: 'Toepasselijkheid',
  columns: [
    'Nummer',
    'Eis',
    'Van toepassing',
    'Reden',
    'Niveau',
    'Rust op',
    'Geldig bewijs',
    'Loopt af',
    'Verlopen of zonder datum',
    'Tegengesproken door',
    'Eigenaar',
    'Eisen van Schouw',
    'Onderdeel',
  ],
  applies: {
    yes: 'ja',
    partly: 'deels',
    no: 'nee',
    unanswered: 'nog niet beantwoord',
    unmapped: 'aan geen eis gekoppeld',
  },
  rests: { said: 'gezegd', shown: 'aangetoond', tested: 'getest' },
}

const en: typeof nl = {
  name: 'statement-of-applicability',
  sheet: 'Applicability',
  columns: [
    'Number',
    'Requirement',
    'Applies',
    'Reason',
    'Level',
    'Rests on',
    'Valid proof',
    'Running out',
    'Expired or undated',
    'Contradicted by',
    'Owner',
    'Requirements of Schouw',
    'Part',
  ],
  applies: {
    yes: 'yes',
    partly: 'in part',
    no: 'no',
    unanswered: 'not answered yet',
    unmapped: 'mapped to none',
  },
  rests: { said: 'said', shown: 'shown', tested: 'tested' },
}

export const applicabilityWords = { nl, en } as const
