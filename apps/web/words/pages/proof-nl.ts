// SPDX-License-Identifier: EUPL-1.2

export const proofNl = {
  title: 'Bewijs',
  intro:
    'Elke wijziging staat in een logboek dat alleen aangroeit. Hieronder staat wat er buiten bereik van de beheerder ligt om dat logboek mee te controleren. Hoe meer lagen, hoe minder iemand u hoeft te geloven.',
  layers: 'Lagen',
  layer: 'Laag',
  state: 'Stand',
  proves: 'Wat die toont',
  none: 'niet ingesteld',
  waiting: 'gevraagd, nog geen antwoord',
  timestamps: 'Tijdstempel',
  timestampsProve: 'Dat alles tot die regel er op dat moment was, volgens een dienst van buiten.',
  stamped: (size: string, at: string, by: string) => `tot en met regel ${size}, ${at}, ${by}`,
  endsOn: (date: string) => `houdbaar tot ${date}; wordt daarvoor vernieuwd`,
  renewedAt: (date: string) => `vernieuwd op ${date}`,
  renewalError: 'vernieuwen lukt nog niet',
  clock: (seconds: string) => `verschil met onze klok: ${seconds} s`,
  signed: 'Handtekeningen van bestuurders',
  signedProve: 'Dat het logboek tot die regel was zoals zij het zagen toen zij tekenden.',
  signedBy: (people: string, size: string) => `${people} bestuurders, tot en met regel ${size}`,
  unsigned: 'nog niemand heeft met een passkey besloten',
  mailed: 'Per mail aan bestuurders',
  mailedProve: 'Dat er één geschiedenis is: de stand ligt ook in hun postvak.',
  mailedTo: (people: string, size: string, at: string) =>
    `${people} bestuurders, regel ${size}, ${at}`,
  mailSoon: 'de eerste dag van elke maand',
  witness: 'Getuige',
  witnessProve: 'Dat een derde partij elke stand uit de vorige zag groeien.',
  seen: (size: string, at: string, name: string) => `tot en met regel ${size}, ${at}, ${name}`,
  alarms: {
    'clock-differs':
      'De klok van de server en die van de tijdstempeldienst lopen uiteen. Zet de klok gelijk; de tijd van de dienst geldt.',
    'stamp-late':
      'De tijdstempeldienst geeft al een dag geen antwoord. Wat nu wordt vastgelegd heeft nog geen tijd van buiten.',
    'chain-ends':
      'Het certificaat van de tijdstempels loopt binnen een maand af en is nog niet vernieuwd. Vraag de dienst om een nieuw certificaat, of stel een andere dienst in.',
    'witness-ahead':
      'De getuige heeft meer gezien dan hier nog staat: dit logboek is teruggezet of vervangen. Besluit niets voordat is uitgezocht hoe dat kan.',
    'witness-silent':
      'De getuige tekent niet. Kijk of zijn adres klopt en of hij dit logboek kent.',
    'nothing-outside':
      'Er ligt nog niets buiten bereik van de beheerder. Het logboek toont dan alleen volgorde en inhoud, en niet dat dit de enige geschiedenis is. Laat een bestuurder met een passkey tekenen, of stel een tijdstempeldienst in.',
  },
  head: 'Stand van het logboek',
  headWhy:
    'Zet deze code onder ondertekende notulen, of bewaar de tekst elders. Wie hem later naast het logboek legt, ziet of er iets van vóór dit moment is veranderd.',
  qr: 'QR-code van de stand van het logboek',
  log: 'Logboek',
  entries: 'Regels',
  last: 'Laatste regel',
  checkpoint: 'Checkpoint',
  keys: 'Sleutel',
  save: 'Checkpoint bewaren',
  dossier: 'Dossier om te laten controleren',
  dossierWhy:
    'Een bestand dat een rechter, verzekeraar, klant of toezichthouder controleert zonder deze server.',
  scopes: {
    director: 'mijn eigen verweer',
    regulator: 'toezichthouder',
    insurer: 'verzekeraar',
    customer: 'klant',
  },
  scope: 'Voor wie',
  from: 'Vanaf',
  until: 'Tot en met',
  names: 'Met namen van mensen',
  withhold: 'Achterhouden',
  withholdHelp:
    'Wat u achterhoudt houdt zijn plaats en zijn zegel. De ontvanger ziet dat er iets achtergehouden is, niet wat.',
  personal: 'alle persoonsgegevens',
  get: 'Dossier maken',
  what: 'Wat erin zit en wat ermee bewezen is',
}

export type ProofWords = typeof proofNl
