// SPDX-License-Identifier: EUPL-1.2
import type { Standing } from '@schouw/core/board'

type Step = Standing['path']['steps'][number]
type Id = Step['id']
type Gap = NonNullable<Step['gap']>

interface StepWords {
  readonly name: string
  /** Why, in one sentence. */
  readonly why: string
  readonly button: string
  readonly gaps: Partial<Readonly<Record<Gap, string>>>
  readonly done?: (step: Step, on: string | null) => string
}

export interface StartWords {
  readonly title: string
  readonly intro: string
  /** For whom the law does not address: what follows comes from customers. */
  readonly indirect: string
  readonly inTheChain: string
  readonly whatTheyAsk: string
  readonly day: (day: number) => string
  readonly count: (done: number, all: number) => string
  readonly strip: (done: number, all: number) => string
  readonly next: string
  readonly all: string
  readonly done: string
  readonly open: string
  readonly hidden: string
  readonly see: string
  readonly finished: string
  readonly waves: Readonly<Record<Step['wave'], string>>
  readonly steps: Readonly<Record<Id, StepWords>>
}

const of = ({ count, of: base }: Step) => `${count ?? 0} van ${base ?? 0}`

/** Words of the path of the first ninety days; loaded with it. */
export const startNl: StartWords = {
  title: 'Waar sta ik, wat volgt',
  intro:
    'Twaalf stappen voor de eerste negentig dagen. Een stap is af zodra de registers het laten zien; u hoeft niets af te vinken. De volgorde helpt, maar u mag overal beginnen, weggaan en terugkomen.',
  indirect:
    'De wet richt zich niet tot uw bedrijf. Klanten die er wel onder vallen, moeten hun leveranciers wegen en vragen het u dus bij contract. Deze twaalf stappen geven u de antwoorden voordat de vraag komt.',
  whatTheyAsk: 'Wat klanten vragen',
  inTheChain: 'De wet richt zich niet tot u, uw klanten wel.',
  day: (day) =>
    day > 90 ? `Dag ${day}: de eerste negentig dagen zijn voorbij.` : `Dag ${day} van 90.`,
  count: (done, all) => `${done} van ${all} stappen zijn af.`,
  strip: (done, all) => `Eerste negentig dagen: ${done} van ${all} stappen af.`,
  next: 'Nu eerst:',
  all: 'Alle stappen',
  done: 'af',
  open: 'open',
  hidden: 'Niet bekend: u mag dit register niet zien.',
  see: 'Bekijken',
  finished: 'Alle twaalf stappen zijn af. Vanaf hier volgt u het overzicht en het plan.',
  waves: { days_30: 'Dag 1 tot 30', days_60: 'Dag 31 tot 60', days_90: 'Dag 61 tot 90' },
  steps: {
    organisation: {
      name: 'Cijfers van uw bedrijf',
      why: 'Personeel, omzet, balans en activiteit bepalen of de wet geldt.',
      button: 'Cijfers invullen',
      gaps: {
        none: 'Er staat nog geen rechtspersoon vast.',
        figures: 'Van een rechtspersoon ontbreken cijfers of activiteit.',
      },
    },
    scope: {
      name: 'Geldt de wet voor u',
      why: 'Een vaststelling met datum en gronden, door het bestuur bevestigd.',
      button: 'Oordeel bekijken',
      gaps: {
        none: 'Eerst de cijfers van uw bedrijf.',
        decision: 'Het oordeel is nog niet vastgesteld.',
      },
      done: (step) => `${of(step)} rechtspersonen vastgesteld.`,
    },
    sites: {
      name: 'Uw locaties',
      why: 'Metingen, apparaten en antwoorden horen bij een plek.',
      button: 'Locatie toevoegen',
      gaps: { none: 'Er staat nog geen locatie vast.' },
      done: ({ count }) => (count === 1 ? 'Eén locatie.' : `${count} locaties.`),
    },
    directors: {
      name: 'Bestuurders en hun trainingstermijn',
      why: 'Vanaf de benoeming loopt voor elke bestuurder twee jaar om een [[trainingscertificaat|certificaat]] te halen.',
      button: 'Bestuur invullen',
      gaps: {
        none: 'Er geldt nog geen benoeming. Wat u al invulde, geldt zodra een bestuurder het goedkeurt.',
      },
      done: (step, on) =>
        `Certificaat behaald: ${of(step)}.${on === null ? '' : ` Eerste termijn: ${on}.`}`,
    },
    inventory: {
      name: 'Eerste inventaris',
      why: 'Wat u niet kent, kunt u niet beschermen. Een opname van het netwerk of een spreadsheet is genoeg.',
      button: 'Opname of lijst inlezen',
      gaps: { none: 'Er staat nog geen apparaat vast.' },
    },
    crown_jewels: {
      name: 'Kroonjuwelen',
      why: '[[kroonjuweel|Wat het bedrijf niet kan missen]], in euro’s en uren, aangewezen door het bestuur.',
      button: 'Kroonjuwelen aanwijzen',
      gaps: {
        none: 'Er is nog niets voorgesteld.',
        designation: 'Er zijn voorstellen; het bestuur heeft er nog geen aangewezen.',
      },
      done: (step) => `${of(step)} aangewezen.`,
    },
    risks: {
      name: 'Eerste risico’s',
      why: 'Drie vragen zijn genoeg: wat kan ons stilleggen, hoe lang, en wat kost dat?',
      button: 'Risico’s vastleggen',
      gaps: {
        none: 'Er staat nog geen risico vast.',
        estimate: 'Nog geen risico heeft een schatting in euro’s.',
      },
      done: (step) => `${of(step)} met een schatting in euro’s.`,
    },
    answers: {
      name: 'Eerste antwoorden',
      why: 'Van elke [[zorgplicht|zorgplicht]] ten minste één eis beantwoord.',
      button: 'Eisen beantwoorden',
      gaps: {
        none: 'Nog geen eis is beantwoord.',
        more_answers: 'Nog niet elke zorgplicht heeft een antwoord.',
      },
      done: (step) => `${of(step)} zorgplichten.`,
    },
    board_level: {
      name: 'Het niveau van het bestuur',
      why: 'Hoe hoog de dijk moet zijn, bepaalt het bestuur; daarna ziet u wat te laag is.',
      button: 'Niveau vaststellen',
      gaps: { decision: 'Het bestuur heeft nog geen niveau vastgesteld.' },
    },
    roadmap: {
      name: 'Plan goedgekeurd',
      why: 'Acties met eigenaar en datum, en een besluit dat middelen geeft.',
      button: 'Naar het plan',
      gaps: {
        action_plan: 'Er staat nog geen actie op het plan.',
        decision: 'Er is een plan; het bestuur heeft het nog niet goedgekeurd.',
      },
      done: ({ count }) => `${count} acties op het plan.`,
    },
    exercise: {
      name: 'Eerste oefening',
      why: 'Een [[tafeloefening|uur aan tafel]] met het bestuur leert meer dan een [[draaiboek|draaiboek]].',
      button: 'Oefening plannen',
      gaps: { none: 'Er is nog geen oefening gepland.', held: 'Gepland, nog niet gehouden.' },
    },
    restore_test: {
      name: 'Eerste herstelproef',
      why: 'Een reservekopie telt pas als zij is [[hersteltest|teruggezet]].',
      button: 'Herstelproef plannen',
      gaps: {
        none: 'Er is nog geen herstelproef gepland.',
        held: 'Gepland, nog niet gedaan.',
        result: 'Gedaan, de uitslag ontbreekt.',
      },
    },
    contact: {
      name: 'Eén adres voor beveiliging',
      why: 'Klanten willen weten waar zij iets melden en wie dan antwoordt.',
      button: 'Adres invullen',
      gaps: { mailbox: 'Uw organisatie heeft nog geen postbus voor beveiliging.' },
    },
    customers: {
      name: 'Wat u uw klanten hebt beloofd',
      why: 'In contracten staan meldtermijnen, eisen en boetes. Wie ze kent, tekent niets wat hij niet kan waarmaken.',
      button: 'Klantcontract toevoegen',
      gaps: {
        none: 'Er staat nog geen contract met een klant vast.',
        terms: 'Er zijn contracten; van geen ervan staan de afspraken of de meldtermijn vast.',
      },
      done: (step) => `Van ${of(step)} contracten staan de afspraken vast.`,
    },
    suppliers: {
      name: 'Uw eigen leveranciers gewogen',
      why: 'De vraag van uw klant gaat door: bij wie komt het vandaan, en wat als die uitvalt?',
      button: 'Leveranciers bekijken',
      gaps: {
        none: 'Er staat nog geen leverancier vast.',
        weighing: 'Van nog geen leverancier is bepaald hoe kritiek hij is.',
      },
      done: (step) => `${of(step)} gewogen.`,
    },
    proof: {
      name: 'Een eerste antwoord aan een klant',
      why: 'Na één vragenlijst of één gedeelde bewijspagina begint u bij de volgende klant niet meer bij nul.',
      button: 'Vragenlijst beantwoorden',
      gaps: { none: 'Er is nog geen vragenlijst beantwoord en niets gedeeld.' },
    },
  },
}
