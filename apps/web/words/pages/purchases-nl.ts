// SPDX-License-Identifier: EUPL-1.2
export const purchasesNl = {
  title: 'Aanschaf',
  text: 'Vraag de leverancier vóór de bestelling hoe veilig het is wat u koopt. De punten dragen de nummers van IEC 62443-4-1, IEC 62443-4-2 en bijlage I van de CRA. U oordeelt per punt, iemand anders beslist, en dan pas bestelt u.',
  empty:
    'Er staat nog geen aanschaf in het register. Begin bij de eerstvolgende machine: leg haar vast vóór u om een prijs vraagt.',
  register: 'Nieuwe aanschaf',
  name: 'Aanschaf',
  state: 'Stand',
  states: {
    draft: 'nog niet gevraagd',
    asked: 'gevraagd',
    answered: 'beantwoord',
    decided: 'besloten',
    ordered: 'besteld',
    cancelled: 'vervallen',
  } as Readonly<Record<string, string>>,
  points: 'Punten',
  progress: (answered: number, judged: number, all: number) =>
    `${answered} van ${all} beantwoord, ${judged} beoordeeld`,
  outcome: 'Oordeel',
  order: 'Bestelling',
  orders: {
    none: 'nog niet besteld',
    after_decision: 'besteld na het besluit',
    before_decision: 'besteld vóór er een besluit was',
    against_decision: 'besteld tegen het besluit in',
  },
  advice: {
    buy: 'Alle punten zijn genoeg.',
    buy_with_conditions: 'Kopen kan, met voorwaarden in het contract.',
    do_not_buy:
      'Een punt dat niet mag ontbreken, is niet genoeg. Koop niet, of spreek eerst af hoe het goed komt.',
    open: (count: number) => `Nog ${count} ${count === 1 ? 'punt' : 'punten'} te beoordelen.`,
  },
  key: 'mag niet ontbreken',
  onlySaid: 'alleen gezegd: vraag om een bewijs',
  answer: 'Antwoord van de leverancier',
  answers: {
    '': 'geen antwoord',
    yes: 'ja',
    partly: 'deels',
    no: 'nee',
    not_applicable: 'niet van toepassing',
  },
  explanation: 'Toelichting',
  judged: 'Uw oordeel',
  judgements: {
    '': 'nog geen oordeel',
    enough: 'genoeg',
    enough_with_condition: 'genoeg, met voorwaarde',
    not_enough: 'niet genoeg',
  },
  evidence: 'Bewijs',
  addEvidence: 'Bestand toevoegen',
  save: 'Bewaar de punten',
  saved: 'Bewaard.',
  lapses: 'Een besluit dat al is genomen, vervalt als u de punten of de leverancier verandert.',
  steps: 'Vragen, beslissen en bestellen doet u op de kaart van de aanschaf',
  stepsText:
    'Daar staan ook de geschiedenis en het zegel. Wie beslist, is een ander dan wie de aanschaf voorbereidde. Bestellen kan daar pas na het besluit.',
  download: 'Haal de vragen op voor de leverancier',
  letter: (name: string) =>
    `Vragen over veiligheid: ${name}\n\nBeantwoord elk punt met ja, deels, nee of niet van toepassing, en licht het toe. Voeg bewijs bij waar erom wordt gevraagd.\n`,
  proofAsked: 'Graag met bewijs.',
  cra: 'CRA bijlage I',
  others: 'Eigen punten',
  noSort:
    'Kies op de kaart eerst wat voor aanschaf het is: dan staan hier de punten die daarbij horen.',
  sections: {
    maker: 'Hoe het gemaakt is',
    access: 'Wie erbij kan',
    integrity: 'Wat erop draait',
    network: 'Aan uw netwerk',
    recovery: 'Als het stuk is',
    lifetime: 'Zolang u het hebt',
  },
  questions: {
    'MAK-1': 'Werkt u volgens een vast proces voor veilig ontwikkelen, en wie heeft dat getoetst?',
    'MAK-2':
      'Hebt u voor dit product opgeschreven wie het zou willen misbruiken en hoe, en wat u daartegen hebt gedaan?',
    'MAK-3':
      'Is dit product op kwetsbaarheden onderzocht voor u het leverde, ook door iemand die het probeerde te breken?',
    'MAK-4': 'Weet u welke onderdelen van anderen erin zitten, en stelt u daar eisen aan?',
    'MAK-5': 'Waar melden wij een kwetsbaarheid, en hoe en hoe snel vertelt u ons er een?',
    'ACC-1': 'Heeft iedere gebruiker een eigen account, met niet meer rechten dan nodig?',
    'ACC-2':
      'Is er geen vast of voorspelbaar wachtwoord, en kunnen wij elk wachtwoord en elke sleutel vervangen?',
    'ACC-3':
      'Houdt het herhaald fout aanmelden tegen, en sluit het een vergeten sessie af, zonder de bediening te blokkeren?',
    'ACC-4':
      'Kunt u er alleen op afstand in als wij de deur openzetten, met een tweede factor en een verslag?',
    'ACC-5': 'Zijn service- en testaansluitingen dicht, of alleen te gebruiken door wie dat mag?',
    'INT-1': 'Neemt het alleen updates aan waarvan het de handtekening heeft gecontroleerd?',
    'INT-2': 'Controleert het bij het opstarten of de eigen software echt is?',
    'INT-3': 'Zijn verbindingen en opgeslagen gegevens versleuteld met gangbare, actuele middelen?',
    'INT-4': 'Hoe is het beschermd tegen schadelijke software, en wat raadt u ons daarvoor aan?',
    'NET-1':
      'Staat alles wat niet nodig is bij levering uit, en hebben wij een lijst van open poorten en diensten?',
    'NET-2':
      'Kan het in een eigen zone staan, en welke verbindingen over de grens heeft het nodig?',
    'NET-3': 'Blijft het zijn werk doen als het netwerk overbelast is of wordt aangevallen?',
    'NET-4':
      'Legt het aanmeldingen en wijzigingen vast met de juiste tijd, en kunnen wij dat verslag ophalen?',
    'REC-1': 'Kunnen wij programma en instellingen zelf veiligstellen en terugzetten, zonder u?',
    'REC-2': 'Hoe lang duurt herstel naar een bekende, goede stand, en staat dat beschreven?',
    'LIF-1':
      'Tot welke dag krijgen wij veiligheidsupdates, gratis en binnen welke tijd na een ontdekking?',
    'LIF-2': 'Krijgen wij een lijst van softwareonderdelen (SBOM) bij elke versie?',
    'LIF-3':
      'Hoe weten wij vooraf wat een update doet met de machine, en kunnen wij hem zelf inplannen?',
    'LIF-4': 'Vertelt u na een update welke kwetsbaarheden ermee zijn opgelost?',
    'LIF-5': 'Kunnen wij aan het eind alle gegevens en sleutels blijvend wissen?',
  } as Readonly<Record<string, string>>,
}

export type PurchaseWords = typeof purchasesNl
