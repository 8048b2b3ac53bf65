// SPDX-License-Identifier: EUPL-1.2
import type { MonitoringWords } from './monitoring-words.ts'

export const monitoringNl: MonitoringWords = {
  title: 'Wat sensoren zien',
  intro:
    'Alles wat een sensor of een buitenstaander vreemd vindt, op één plek. Iemand kijkt, en zegt wat het is: een incident, iets wat zo hoort, of niets.',
  toSensors: 'Naar de sensoren',
  figures: (open, silent) =>
    `${open === 0 ? 'Niets' : open} te bekijken${silent === 0 ? '' : `, ${silent} stil gezet`}`,
  detect: (hours, of) => `Bekeken na ${hours} uur (midden van ${of})`,
  contain: (hours, of) => `Ingedamd na ${hours} uur (midden van ${of})`,
  unmeasured:
    'Nog niets gemeten: van geen melding is bekend wanneer het gebeurde én wanneer iemand keek.',
  waiting: 'Te bekijken',
  none: 'Er wacht niets. Lees een logboek van een sensor in, of geef uw SOC een adres om meldingen af te leveren.',
  silent: 'Stil tot een dag',
  done: 'Afgehandeld',
  until: (day) => `stil tot en met ${day}`,
  awake: 'was stil, telt weer mee',
  times: (count) => (count === 1 ? 'één keer gezien' : `${count} keer gezien`),
  toIncident: 'Maak er een incident van',
  toRoom: 'Naar de ruimte',
  handTo: 'Draag over aan',
  handOver: 'Draag over',
  handedOver: 'Overgedragen aan',
  look: 'Ik kijk hiernaar',
  more: 'Stil zetten of sluiten',
  silence: 'Zet stil',
  silenceUntil: 'Tot en met',
  silenceWhy: 'Waarom hoeft niemand hiernaar te kijken',
  close: 'Sluit',
  verdict: 'Wat was het',
  verdictWhy: 'Waaraan ziet u dat',
  files: 'Lees een logboek in',
  filesHelp: 'eve.json van Suricata, notice.log van Zeek of de uitvoer van schouw inspect',
  read: (made, again, leftOut) =>
    `${made} nieuw, ${again} opnieuw gezien${leftOut === 0 ? '' : `, ${leftOut} regels niet te lezen`}.`,
  sheet: 'Overdracht aan een SOC',
  sheetIntro:
    'Geef dit blad mee aan wie er ’s nachts voor u kijkt. Een fabriek is geen kantoor: wat daar een goede reflex is, kan hier mensen in gevaar brengen.',
  never: {
    title: 'Doe dit nooit zonder de OT-engineer van dienst',
    items: [
      'Een besturing, HMI of engineeringstation uitzetten, herstarten of isoleren.',
      'Het procesnetwerk scannen, ook niet voorzichtig.',
      'Een agent of update installeren op een apparaat van een lijn.',
      'Een account blokkeren waaronder een lijn draait.',
      'Een verbinding verbreken tussen een besturing en haar veiligheidssysteem.',
      'Sporen wissen door een apparaat opnieuw in te spoelen.',
    ],
  },
  first: {
    title: 'Doe dit wel, in deze volgorde',
    items: [
      'Bel de OT-engineer van dienst. Vraag of mensen en machine veilig zijn.',
      'Leg vast wat u ziet: adressen, tijd, regel van de sensor.',
      'Verbreek alleen de verbinding tussen kantoor en fabriek, op de plek die daarvoor is afgesproken.',
      'Bel de CISO. Zeg wat u zag en hoe laat: vanaf dat moment kan een wettelijke termijn lopen.',
      'Schrijf alles wat u doet in het logboek van de ruimte.',
    ],
  },
  call: {
    title: 'Wie u belt, dag en nacht',
    text: 'In deze volgorde. Druk dit blad af: op het moment zelf is er misschien geen netwerk.',
    link: 'Crisiscontacten',
  },
  print: 'Druk af',
  intakes: 'Adressen voor uw SOC of sensor',
  intakesIntro:
    'Wie de sleutel heeft, levert ondertekende meldingen af op één adres en kan verder niets.',
  intakeName: 'Voor wie',
  makeIntake: 'Maak een adres',
  intakeOnce: 'De sleutel staat alleen nu op het scherm. Bewaar hem bij de afzender.',
  end: 'Sluit',
  ended: 'gesloten',
  last: (moment) => `laatst afgeleverd ${moment}`,
  nothingYet: 'nog niets afgeleverd',
}
