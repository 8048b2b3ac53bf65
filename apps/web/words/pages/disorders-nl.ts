// SPDX-License-Identifier: EUPL-1.2
import type { Disorder } from '@schouw/core/registers/bodies'

export const disordersNl: Readonly<Record<Disorder, string>> = {
  'proxy-of-oneself': 'Niemand geeft een volmacht aan zichzelf.',
  'proxy-twice': 'Dit lid gaf al een volmacht aan een ander.',
  'proxy-passed-on': 'Wie zelf een volmacht gaf, kan er geen houden.',
  'proxy-of-present': 'Wie er zelf is, stemt zelf.',
  'proxy-holder-absent': 'Wie de volmacht houdt, is er niet.',
  'proxy-too-many': 'Dit lid houdt meer volmachten dan de statuten toestaan.',
  'proxy-not-member': 'Een volmacht gaat van een lid van dit orgaan naar een ander lid.',
  'proxy-not-given': 'Geen vergadering met dit besluit op de agenda noemt deze volmacht.',
  'no-quorum': 'Er zijn te weinig leden of volmachten om te besluiten.',
  'outcome-differs':
    'De stemmen komen op iets anders uit. Leg vast wat er gestemd is, of stel het besluit uit.',
  'board-not-asked':
    'Hierover besluit het bestuur. Leg het voor met een besluit dat hierover gaat; tot dan wacht het.',
  'board-not-decided': 'Dit ligt op tafel bij het bestuur. Zodra het besloten is, kan het verder.',
  'board-rejected': 'Het bestuur heeft dit niet goedgekeurd. Leg het opnieuw voor.',
  'board-changed': 'Dit is gewijzigd nadat het bestuur besloot. Leg het opnieuw voor.',
  'delegation-over':
    'Dit gaat boven uw mandaat, of er staat geen bedrag bij. Leg het voor aan het bestuur.',
  'not-own-vote': 'Bezwaar maakt u alleen tegen een eigen stem.',
  'objection-too-late':
    'De bedenktijd van 72 uur is voorbij. Breng een nieuwe stem uit, of zet het besluit opnieuw op tafel.',
}
