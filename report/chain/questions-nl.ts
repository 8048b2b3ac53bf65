// SPDX-License-Identifier: EUPL-1.2
import type { QuestionWords } from './model.ts'

export const questionsNl: QuestionWords = {
  sections: {
    organisation: 'Uw organisatie',
    access: 'Toegang tot onze systemen',
    product: 'Wat u levert',
    incidents: 'Als er iets misgaat',
    people: 'Uw mensen',
    keys: 'Als wij uit elkaar gaan',
  },
  questions: {
    'ORG-1': [
      'Is één persoon bij u aangewezen die over beveiliging gaat?',
      'Noem naam en functie. Deze persoon bellen wij als er iets is.',
    ],
    'ORG-2': [
      'Heeft u een geldig certificaat dat dekt wat u aan ons levert?',
      'Bijvoorbeeld ISO 27001 of IEC 62443. Voeg het certificaat toe met de verklaring van toepasselijkheid of het toepassingsgebied.',
    ],
    'ORG-3': [
      'Weet u welke van uw eigen leveranciers u nodig heeft om aan ons te leveren?',
      'Noem de belangrijkste, en wat er gebeurt als zij uitvallen.',
    ],
    'ORG-4': [
      'Gelden voor uw onderaannemers dezelfde eisen als voor u?',
      'Denk aan monteurs die u inhuurt en aan clouddiensten waarop u steunt.',
    ],
    'ORG-5': [
      'Valt u zelf onder de Cyberbeveiligingswet of NIS2?',
      'Zo ja, als essentiële of als belangrijke entiteit? Zo nee of onbekend, zeg waarom.',
    ],
    'ACC-1': [
      'Werkt iedereen die bij ons inlogt met een eigen account?',
      'Een account dat de hele servicedienst deelt, telt als nee.',
    ],
    'ACC-2': [
      'Gebruikt iedereen een tweede factor als hij van buiten bij ons inlogt?',
      'Zeg welke: een app, een sleutel of een sms.',
    ],
    'ACC-3': [
      'Komt u alleen binnen via de poort die wij aanwijzen?',
      'Een eigen modem, router of programma voor meekijken in de machine telt als nee.',
    ],
    'ACC-4': [
      'Meldt u ons binnen één werkdag wie geen toegang meer nodig heeft?',
      'Bij vertrek, een andere functie of het einde van een opdracht.',
    ],
    'ACC-5': [
      'Opent u een verbinding alleen na ons akkoord en sluit u die na elk bezoek?',
      'Zeg hoe: wie belt wie, en wie sluit.',
    ],
    'ACC-6': [
      'Zijn laptops en USB-sticks die u bij ons gebruikt vooraf gecontroleerd?',
      'Of gebruikt u een laptop die wij uitlenen?',
    ],
    'ACC-7': [
      'Zijn uw beheeraccounts per klant gescheiden en alleen voor beheer?',
      'Wie bij een andere klant binnenkomt, mag daarmee niet bij ons kunnen.',
    ],
    'ACC-8': [
      'Bewaart u minstens een half jaar wat uw beheerders bij ons doen?',
      'Zeg waar het ligt en of wij het binnen een dag kunnen krijgen.',
    ],
    'PRO-1': [
      'Ontwikkelt u software volgens vaste regels voor veiligheid?',
      'Denk aan het nalezen van code, tests en wie mag vrijgeven. Noem de werkwijze, bijvoorbeeld IEC 62443-4-1.',
    ],
    'PRO-2': [
      'Levert u een lijst van de onderdelen in uw software (SBOM)?',
      'Voeg de nieuwste toe, als CycloneDX of SPDX.',
    ],
    'PRO-3': [
      'Vertelt u ons uit uzelf van kwetsbaarheden in wat u leverde?',
      'Binnen hoeveel dagen, langs welke weg, en als CSAF of als bericht?',
    ],
    'PRO-4': [
      'Is vastgelegd hoelang u beveiligingsupdates levert?',
      'Noem per product het jaar waarin dat eindigt.',
    ],
    'PRO-5': [
      'Kunnen wij controleren dat een update echt van u komt?',
      'Bijvoorbeeld met een handtekening of een controlegetal.',
    ],
    'PRO-6': [
      'Zijn standaardwachtwoorden vervangen voordat u oplevert?',
      'Ook op modules, routers en panelen van anderen in uw machine.',
    ],
    'PRO-7': [
      'Levert u een lijst van de verbindingen die uw machine nodig heeft?',
      'Van waar naar waar, en waarvoor. Daarmee stellen wij de firewall in.',
    ],
    'PRO-8': [
      'Levert u een reservekopie van programma’s en instellingen, en de weg terug?',
      'Van PLC, paneel, aandrijving en robot, na elke wijziging.',
    ],
    'PRO-9': [
      'Zijn verbindingen met uw dienst of portaal versleuteld?',
      'Noem uitzonderingen in de machine die dat niet kunnen.',
    ],
    'PRO-10': [
      'Kunt u aantonen waar onderdelen en firmware vandaan komen?',
      'Denk aan namaak en aan firmware die niet van de maker komt.',
    ],
    'INC-1': [
      'Meldt u ons een incident dat ons kan raken binnen 24 uur?',
      'Noem het nummer waar u belt. Wij hebben zelf een wettelijke termijn.',
    ],
    'INC-2': [
      'Heeft u een plan voor incidenten dat het afgelopen jaar is geoefend?',
      'Noem de datum en wat u ervan leerde.',
    ],
    'INC-3': ['Doet u mee als wij een storing of aanval oefenen?', 'Eens per jaar, een halve dag.'],
    'INC-4': [
      'Heeft u het afgelopen jaar iets uit uw back-ups teruggezet?',
      'Noem datum en uitkomst, of voeg het verslag toe.',
    ],
    'INC-5': [
      'Staat er een kopie van onze gegevens los van uw netwerk?',
      'Een kopie die een indringer in uw netwerk niet kan wissen.',
    ],
    'PEO-1': [
      'Toetst u de betrouwbaarheid van mensen die bij ons werken?',
      'Bijvoorbeeld met een verklaring omtrent het gedrag.',
    ],
    'PEO-2': [
      'Krijgen uw mensen elk jaar uitleg over veilig werken?',
      'Zeg wat, en hoeveel van hen het volgden.',
    ],
    'PEO-3': ['Hebben zij geheimhouding getekend?', 'Ook wie u inhuurt.'],
    'END-1': [
      'Krijgen wij onze gegevens terug als wij stoppen, in een vorm die wij kunnen lezen?',
      'Zeg binnen hoeveel dagen, en wanneer u ze daarna wist.',
    ],
    'END-2': [
      'Kunnen wij onze machine onderhouden als u er niet meer bent?',
      'Denk aan broncode of projectbestanden, wachtwoorden en reservedelen.',
    ],
    'END-3': [
      'Werkt u mee aan een overgang naar een ander?',
      'Zeg hoelang, en tegen welke voorwaarden.',
    ],
  },
}
