// SPDX-License-Identifier: EUPL-1.2

export const signNl = {
  sign: 'Tekenen met passkey',
  without: 'Stemmen zonder passkey',
  signed: 'Uw stem is getekend en staat in het logboek.',
  signedMark: 'Getekend met passkey',
  signedAt: (size: string) => `bij regel ${size} van het logboek`,
  stamped: 'na een tijdstempel',
  synced: 'passkey die op meer apparaten staat',
  unsigned: 'Niet getekend',
  refused: 'De handtekening klopt niet',
  lapsed: 'Vervallen: na deze stem is veranderd wat op tafel ligt',
  file: 'Bewijs van dit akkoord',
  noKey: 'U hebt nog geen sleutel om besluiten mee te tekenen.',
  noKeyWhy:
    'Een passkey alleen voor akkoorden bewijst later, ook zonder deze server, dat u dit besluit nam over precies deze stukken. Aanmelden kan er niet mee.',
  keyName: 'Naam van de sleutel',
  keyNameFirst: 'Mijn toestel',
  makeKey: 'Sleutel maken',
  print: 'Vingerafdruk van wat op tafel ligt',
  printWhy:
    'Uw toestel toont het stuk niet. Open dit besluit op een tweede toestel: staat daar hetzelfde, dan tekent u wat u leest.',
  behalf: 'Ik stem namens',
  own: 'mijzelf',
  theirVote: 'De stem van wie u volmacht gaf',
  inNameOf: 'namens',
  mayTakeBack: (until: string) => `U kunt tot ${until} bezwaar maken tegen deze stem.`,
  takeBack: 'Bezwaar maken',
  takeBackDoes:
    'De stem blijft in het logboek staan en telt niet meer mee. Is het besluit al genomen, dan staat er voortaan bij dat het omstreden is, en komt het op de agenda van de volgende vergadering. Zolang het op tafel ligt, kunt u opnieuw stemmen.',
  ground: 'Waarom',
  groundReason: 'Toelichting',
  object: 'Bezwaar vastleggen',
  takenBack: (at: string, ground: string) =>
    `Bezwaar gemaakt op ${at} (${ground}): deze stem telt niet mee.`,
  secondDevice: 'Op een tweede toestel bekijken',
  secondTitle: 'Wat op tafel ligt, nagerekend op dit toestel',
  secondSame:
    'Vergelijk dit met het toestel waarop u tekent. Staat daar hetzelfde, dan tekent u over deze stukken.',
  secondDiffers:
    'De server noemt een andere vingerafdruk dan dit toestel uitrekent. Teken niet, en meld het.',
  secondAsked: 'Gevraagd wordt',
  secondScan: 'Of scan met uw telefoon:',
}

export type SignWords = typeof signNl
