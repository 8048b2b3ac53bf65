// SPDX-License-Identifier: EUPL-1.2
import type { PackSection } from '../emergency/model.ts'

export interface Kit {
  readonly title: string
  readonly intro: string
  readonly kind: string
  readonly page: string
  readonly switches: {
    readonly title: string
    readonly text: string
    readonly heads: readonly string[]
    readonly off: string
    readonly sure: string
    readonly unsure: string
  }
  readonly before: readonly PackSection[]
  readonly after: readonly PackSection[]
}

export const kitNl: Kit = {
  title: 'Veilig een opname maken',
  kind: 'Opnamepakket',
  page: 'Blad',
  intro:
    'Een opname is een kopie van het verkeer dat al langs een switch gaat. Met deze bladen weet u waar u die maakt, wie het goed moet vinden, en wanneer u stopt.',
  switches: {
    title: '3. De spiegelpoort instellen',
    text: 'Kies een lege poort als doel en noteer eerst hoe die staat. Neem als bron de poort waar de besturing of de uplink van de lijn op zit, beide richtingen. Poortnamen hieronder zijn voorbeelden. Wat niet in de handleiding is nagezien, staat er als onzeker: zoek het op voor uw model en versie voordat u iets wijzigt.',
    heads: ['Switch', 'Aan, en weer uit', 'Let op', 'Bron'],
    off: 'Uit:',
    sure: 'nagezien in de handleiding',
    unsure: 'onzeker: zoek het op',
  },
  before: [
    {
      title: '1. Wat het met de fabriek doet',
      opensPage: false,
      blocks: [
        {
          kind: 'text',
          text: 'Niets, zolang u alleen luistert. De switch geeft een kopie af; het verkeer zelf gaat zijn gewone weg. De opname-pc stuurt niets: geen scan, geen ping, geen verbinding met een besturing. Wat wel iets kan doen, is het instellen zelf: een verkeerde poort als doel kiezen haalt die poort uit dienst. Daarom een lege poort, iemand die de switch kent, en een moment dat de productie het verdraagt.',
        },
        {
          kind: 'steps',
          items: [
            'Zet op de netwerkkaart van de opname-pc IPv4, IPv6 en alle andere protocollen uit. Dan kan hij niet antwoorden, ook niet per ongeluk.',
            'Gebruik een pc die verder nergens aan hangt: geen wifi, geen tweede kabel naar kantoor.',
            'Spiegel niet meer dan het doel aankan: twee poorten van 100 Mbit/s in beide richtingen zijn samen tot 400 Mbit/s.',
            'Is er geen spiegelpoort, dan kan een passieve netwerktap. Die plaatst u alleen tijdens een stop: de kabel gaat even los.',
          ],
        },
      ],
    },
    {
      title: '2. Waar, hoe lang en hoe groot',
      opensPage: false,
      blocks: [
        {
          kind: 'table',
          table: {
            heads: ['Plek', 'Wat u daar ziet', 'Wat u er mist'],
            widths: [1.6, 2.4, 2.4],
            rowHeight: null,
            rows: [
              [
                'Uplink van de lijn naar de rest',
                'Wie van kantoor, leverancier of internet de lijn in gaat',
                'Verkeer dat binnen de lijn blijft',
              ],
              [
                'Poort van de besturing',
                'Bediening, I/O en engineering van die besturing',
                'Apparaten die de besturing nooit spreken',
              ],
              [
                'Kernswitch, VLAN van de fabriek',
                'Verkeer tussen lijnen en servers',
                'Verkeer dat op de switch van de lijn blijft',
              ],
            ],
          },
        },
        {
          kind: 'text',
          text: 'Reken op een werkdag met alle ploegen; een week met een onderhoudsdag is beter om van te leren wat gewoon is. Een rustige lijn geeft enkele honderden MB per uur, een spiegel van 100 Mbit/s die vol loopt 45 GB per uur. Neem op in bestanden van 1 GB of een uur, zonder lengtegrens per pakket.',
        },
        {
          kind: 'message',
          title: 'Opnemen in bestanden van een uur',
          lines: [
            'tcpdump -i eth1 -s 0 -G 3600 -w lijn1-%Y%m%d-%H%M.pcap',
            'dumpcap -i 1 -b duration:3600 -w lijn1.pcapng',
          ],
        },
        {
          kind: 'text',
          text: 'Zet de klok van de opname-pc gelijk voordat u begint en noteer het verschil. Laat uw eigen engineer tijdens de opname in de engineeringsoftware de apparaten opvragen: de antwoorden zeggen model en firmware, en Schouw stuurt zelf niets.',
        },
      ],
    },
  ],
  after: [
    {
      title: '4. Wanneer u stopt',
      opensPage: true,
      blocks: [
        {
          kind: 'warning',
          text: 'Bij een van deze dingen zet u de spiegeling uit en belt u de lijn.',
        },
        {
          kind: 'steps',
          items: [
            'Een besturing, paneel of aandrijving meldt een storing of een verbroken verbinding.',
            'De switch meldt hoge belasting, verworpen pakketten of een verbroken ring.',
            'De lijnverantwoordelijke vraagt het. Zonder uitleg vooraf.',
            'De schijf van de opname-pc is voor 90 % vol.',
            'Er is een incident: bewaar wat u hebt, en vraag de CISO of u doorgaat.',
          ],
        },
      ],
    },
    {
      title: '5. Mensen en gegevens',
      opensPage: false,
      blocks: [
        {
          kind: 'text',
          text: 'Een opname bevat adressen, namen van computers en soms van mensen, en op kantoordelen ook wat zij doen. Neem daarom op waar machines praten, niet waar mensen werken, en niet langer dan nodig. Leg vooraf aan de functionaris gegevensbescherming en de ondernemingsraad voor: waarom, waar, hoe lang, wie het ziet, wanneer het weg is. Wat zij moeten goedkeuren, staat in uw eigen regels; dit pakket doet daarover geen uitspraak.',
        },
        {
          kind: 'steps',
          items: [
            'Doel: weten welke apparaten er zijn en wie met wie praat. Niet: mensen volgen.',
            'Bewaar de opname versleuteld en op één plek. In Schouw gaan alleen feiten, en alleen als u dat kiest; de pakketten blijven waar ze zijn.',
            'Spreek een dag af waarop de opname wordt gewist, en leg vast dat het gebeurd is.',
          ],
        },
        {
          kind: 'message',
          title: 'Bericht aan de ondernemingsraad',
          lines: [
            'Wij nemen van ____ tot ____ netwerkverkeer op van ____ (lijn, hal).',
            'Wij doen dat om te weten welke apparaten er staan en welke verbindingen er zijn. Wij kijken niet naar personen.',
            'De opname wordt gezien door ____ en gewist op ____.',
            'Vragen of bezwaren: ____.',
          ],
        },
      ],
    },
    {
      title: '6. Toestemming van de machinebouwer',
      opensPage: true,
      blocks: [
        {
          kind: 'text',
          text: 'Staat de switch in de machine, of loopt er garantie of een onderhoudscontract, vraag het dan eerst. Stuur deze brief.',
        },
        {
          kind: 'message',
          title: 'Brief',
          lines: [
            'Aan: ____   Betreft: machine ____, serienummer ____',
            '',
            'Voor de beveiliging van onze productie willen wij het netwerkverkeer van deze machine passief opnemen. Wij zetten op switch ____ poort ____ een spiegeling naar de lege poort ____, van ____ tot ____, en daarna weer uit.',
            'De opname-pc stuurt niets: haar netwerkprotocollen staan uit. Aan besturing, programma en instellingen verandert niets.',
            'Wilt u bevestigen dat dit de garantie en het onderhoud niet raakt, en ons laten weten of u een ander moment of een andere poort aanraadt?',
            'Wij delen met u wat wij over uw machine zien, als u dat wilt.',
            '',
            'Naam, functie, datum: ____',
          ],
        },
      ],
    },
    {
      title: '7. Afvinklijst',
      opensPage: false,
      blocks: [
        {
          kind: 'table',
          table: {
            heads: ['Wat', 'Wie', 'Gedaan op'],
            widths: [3.4, 1.3, 1.3],
            rowHeight: 8,
            rows: [
              'Lijnverantwoordelijke weet waar en wanneer',
              'Machinebouwer heeft bevestigd, of is niet nodig',
              'Functionaris gegevensbescherming en ondernemingsraad weten ervan',
              'Lege doelpoort gekozen, oude instelling genoteerd',
              'Protocollen van de opnamekaart uit, geen andere verbinding',
              'Klok gelijkgezet, verschil genoteerd',
              'Spiegeling aan; besturing en panelen gecontroleerd',
              'Eerste vijf minuten bekeken in Schouw: ziet de spiegel wat hij moet zien?',
              'Apparaten opgevraagd in de engineeringsoftware',
              'Spiegeling uit, poort teruggezet',
              'Vingerafdruk van de bestanden genoteerd; wisdatum afgesproken',
            ].map((text) => [text, '', '']),
          },
        },
      ],
    },
    {
      title: '8. Een eerste blik',
      opensPage: false,
      blocks: [
        {
          kind: 'text',
          text: 'Sleep de eerste minuten op de pagina Opname bekijken. Uw browser leest ze zelf en zegt of beide richtingen erin staan, of apparaten met elkaar praten of alleen rondroepen, of er VLAN’s ontbreken, of pakketten zijn afgekapt of verloren, en of de klok klopt.',
        },
      ],
    },
  ],
}
