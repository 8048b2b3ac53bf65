// SPDX-License-Identifier: EUPL-1.2
import { type JSXElementConstructor, type ReactElement, Suspense, useMemo } from 'react'
import {
  createRoutesFromElements,
  matchRoutes,
  Route,
  type RouteObject,
  Routes,
  useLocation,
  useRoutes,
} from 'react-router'
import { demoToken } from '../data/demo-token.ts'
import {
  isOnlyReporting,
  isOnlySupervising,
  type Session,
  useAway,
  useSession,
} from '../data/session.ts'
import { Missing } from '../pages/missing.tsx'
import { Ready } from '../parts/state.tsx'
import { Frame } from './frame.tsx'
import { type Paged, paged } from './paged.tsx'
import { Settled } from './settled.tsx'
import { StepUp } from './step-up.tsx'

const DemoBar = paged(async () => (await import('./demo-bar.tsx')).DemoBar)
const DemoEntry = paged(async () => (await import('../pages/demo/page.tsx')).DemoEntry)
const Again = paged(async () => (await import('./again.tsx')).Again)
const Questions = paged(async () => (await import('../pages/questions/page.tsx')).Questions)
const FirstDays = paged(async () => (await import('../pages/start/page.tsx')).FirstDays)
const FirstBoard = paged(async () => (await import('../pages/start/first-board.tsx')).FirstBoard)
const FirstRisk = paged(async () => (await import('../pages/start/first-risk.tsx')).FirstRisk)
const ReportOdd = paged(async () => (await import('../pages/report-odd/page.tsx')).ReportOdd)
const Glossary = paged(async () => (await import('../pages/glossary/page.tsx')).Glossary)
const Scope = paged(async () => (await import('../pages/scope/page.tsx')).Scope)
const People = paged(async () => (await import('../pages/people/page.tsx')).People)

const Meetings = paged(async () => (await import('../pages/meetings/page.tsx')).Meetings)
const Proof = paged(async () => (await import('../pages/proof/page.tsx')).Proof)
const OneMeeting = paged(async () => (await import('../pages/meetings/one.tsx')).OneMeeting)
const Home = paged(async () => (await import('../pages/home/page.tsx')).Home)
const Door = paged(async () => (await import('../pages/door/page.tsx')).Door)
const Setup = paged(async () => (await import('../pages/setup/page.tsx')).Setup)
const Invitation = paged(async () => (await import('../pages/invitation/page.tsx')).Invitation)
const Account = paged(async () => (await import('../pages/account/page.tsx')).Account)
const Registers = paged(async () => (await import('../pages/registers/page.tsx')).Registers)
const Register = paged(async () => (await import('../pages/registers/list.tsx')).Register)
const RegisterDifferences = paged(
  async () => (await import('../pages/registers/differences.tsx')).RegisterDifferences,
)
const AccessPage = paged(async () => (await import('../pages/access/page.tsx')).AccessPage)
const AccessReview = paged(async () => (await import('../pages/access/review.tsx')).AccessReview)
const Organisations = paged(
  async () => (await import('../pages/organisations/page.tsx')).Organisations,
)
const NewRecord = paged(async () => (await import('../pages/registers/new.tsx')).NewRecord)
const OneRecord = paged(async () => (await import('../pages/registers/one.tsx')).OneRecord)
const Risks = paged(async () => (await import('../pages/risks/page.tsx')).Risks)
const Calibration = paged(async () => (await import('../pages/risks/calibration.tsx')).Calibration)
const RiskTrail = paged(async () => (await import('../pages/risks/trail.tsx')).RiskTrail)
const FramePage = paged(async () => (await import('../pages/frames/page.tsx')).FramePage)
const Measures = paged(async () => (await import('../pages/measures/page.tsx')).Measures)
const OneMeasure = paged(async () => (await import('../pages/measures/one.tsx')).OneMeasure)

const BringIn = paged(async () => (await import('../pages/import/page.tsx')).BringIn)
const TableImport = paged(async () => (await import('../pages/import/table.tsx')).TableImport)
const SourcePage = paged(async () => (await import('../pages/import/source.tsx')).SourcePage)
const MapPage = paged(async () => (await import('../pages/map/page.tsx')).MapPage)
const InventoryPage = paged(async () => (await import('../pages/inventory/page.tsx')).InventoryPage)
const ZonesPage = paged(async () => (await import('../pages/zones/page.tsx')).ZonesPage)
const DeparturesPage = paged(
  async () => (await import('../pages/departures/page.tsx')).DeparturesPage,
)
const CaptureKit = paged(async () => (await import('../pages/capture-kit/page.tsx')).CaptureKit)
const Sensors = paged(async () => (await import('../pages/sensors/page.tsx')).Sensors)
const Captures = paged(async () => (await import('../pages/captures/page.tsx')).Captures)
const Policies = paged(async () => (await import('../pages/policies/page.tsx')).Policies)
const OnePolicy = paged(async () => (await import('../pages/policies/one.tsx')).OnePolicy)
const Awareness = paged(async () => (await import('../pages/awareness/page.tsx')).Awareness)
const Notices = paged(async () => (await import('../pages/notices/page.tsx')).Notices)
const YearlyRound = paged(async () => (await import('../pages/cycle/page.tsx')).YearlyRound)
const MyReading = paged(async () => (await import('../pages/reading/page.tsx')).MyReading)
const ReadByLink = paged(async () => (await import('../pages/reading/by-link.tsx')).ReadByLink)
const DecisionSheet = paged(async () => (await import('../pages/decisions/page.tsx')).DecisionSheet)
const Papers = paged(async () => (await import('../pages/papers/page.tsx')).Papers)
const OnePaper = paged(async () => (await import('../pages/papers/page.tsx')).OnePaper)
const SecondDevice = paged(async () => (await import('../pages/decisions/second.tsx')).SecondDevice)
const Waiting = paged(async () => (await import('../pages/waiting/page.tsx')).Waiting)
const Training = paged(async () => (await import('../pages/training/page.tsx')).Training)
const ReportPoint = paged(async () => (await import('../pages/report-point/page.tsx')).ReportPoint)
const ContinuityPage = paged(
  async () => (await import('../pages/continuity/page.tsx')).ContinuityPage,
)
const CrisisPage = paged(async () => (await import('../pages/crisis/page.tsx')).CrisisPage)
const ExercisesPage = paged(async () => (await import('../pages/exercises/page.tsx')).ExercisesPage)
const OneExercise = paged(async () => (await import('../pages/exercises/one.tsx')).OneExercise)
const OnePlaybook = paged(async () => (await import('../pages/playbooks/one.tsx')).OnePlaybook)
const Monitoring = paged(async () => (await import('../pages/monitoring/page.tsx')).Monitoring)
const Incidents = paged(async () => (await import('../pages/incidents/page.tsx')).Incidents)
const IncidentRoom = paged(async () => (await import('../pages/incidents/room.tsx')).IncidentRoom)
const IncidentReport = paged(
  async () => (await import('../pages/incidents/report.tsx')).IncidentReport,
)
const Applicability = paged(
  async () => (await import('../pages/measures/applicability.tsx')).Applicability,
)
const RoadmapPage = paged(async () => (await import('../pages/roadmap/page.tsx')).RoadmapPage)
const WorkUnderWay = paged(async () => (await import('../pages/jobs/page.tsx')).WorkUnderWay)
const Administration = paged(
  async () => (await import('../pages/administration/page.tsx')).Administration,
)
const Kpis = paged(async () => (await import('../pages/kpis/page.tsx')).Kpis)
const VulnerabilitiesPage = paged(
  async () => (await import('../pages/vulnerabilities/page.tsx')).VulnerabilitiesPage,
)
const AdvisoriesPage = paged(
  async () => (await import('../pages/vulnerabilities/advisories.tsx')).AdvisoriesPage,
)
const AdvisoryPage = paged(
  async () => (await import('../pages/vulnerabilities/advisory.tsx')).AdvisoryPage,
)
const AssetVulnerabilities = paged(
  async () => (await import('../pages/vulnerabilities/asset.tsx')).AssetVulnerabilities,
)
const OwnAdvisoriesPage = paged(
  async () => (await import('../pages/vulnerabilities/own.tsx')).OwnAdvisoriesPage,
)
const ComponentsPage = paged(
  async () => (await import('../pages/vulnerabilities/components.tsx')).ComponentsPage,
)
const ProductsPage = paged(
  async () => (await import('../pages/vulnerabilities/products.tsx')).ProductsPage,
)

const SuppliersPage = paged(async () => (await import('../pages/suppliers/page.tsx')).SuppliersPage)
const OneSupplierPage = paged(
  async () => (await import('../pages/suppliers/one.tsx')).OneSupplierPage,
)
const QuestionnairesPage = paged(
  async () => (await import('../pages/suppliers/questionnaires.tsx')).QuestionnairesPage,
)
const ReviewPage = paged(async () => (await import('../pages/suppliers/review.tsx')).ReviewPage)
const RemoteAccessPage = paged(
  async () => (await import('../pages/suppliers/remote.tsx')).RemoteAccessPage,
)
const CustomersPage = paged(async () => (await import('../pages/customers/page.tsx')).CustomersPage)
const CustomerQuestionnairePage = paged(
  async () => (await import('../pages/customers/one.tsx')).CustomerQuestionnairePage,
)
const SharePage = paged(async () => (await import('../pages/customers/share.tsx')).SharePage)
const TrustPage = paged(async () => (await import('../pages/trust/page.tsx')).TrustPage)
const PurchasesPage = paged(
  async () => (await import('../pages/suppliers/purchases.tsx')).PurchasesPage,
)
const PurchasePage = paged(
  async () => (await import('../pages/suppliers/purchase.tsx')).PurchasePage,
)
const SupplierDoor = paged(
  async () => (await import('../pages/supplier-door/page.tsx')).SupplierDoor,
)

/** Which page an address is; whoever is not in yet gets the door first. */
export function Pages() {
  useLocation()
  // Looked at again with every address: the page behind its link keeps it.
  const demo = demoToken()
  return (
    <Suspense fallback={null}>
      {demo !== null && <DemoBar token={demo} />}
      <Routes>
        <Route path="/setup" element={<Setup />} />
        <Route path="/invitation" element={<Invitation />} />
        <Route path="/read" element={<ReadByLink />} />
        <Route path="/supplier" element={<SupplierDoor />} />
        <Route path="/trust" element={<TrustPage />} />
        <Route path="/meld" element={<ReportPoint />} />
        <Route path="/demo" element={<DemoEntry />} />
        <Route path="*" element={<Inside />} />
      </Routes>
    </Suspense>
  )
}

/** Fetched only when a session ends under somebody. */
function Away() {
  const away = useAway()
  return away === null ? null : (
    <Suspense fallback={null}>
      <Again session={away.session} />
    </Suspense>
  )
}

function Inside() {
  const session = useSession()
  return (
    <Ready of={session}>
      {(found) =>
        found === null || found.next !== 'done' ? (
          <Door session={found} />
        ) : (
          <Frame session={found}>
            <Suspense fallback={null}>
              <StepUp session={found} />
              <Away />
              <Settled>
                <Own session={found} />
              </Settled>
            </Suspense>
          </Frame>
        )
      }
    </Ready>
  )
}

function Own({ session }: { readonly session: Session }) {
  return useRoutes(useMemo(() => routesOf(session), [session]))
}

/** Fetches what is at an address before it is drawn; nothing when its page is here with every other. */
export async function fetchPage(path: string, session: Session): Promise<void> {
  const element = matchRoutes(routesOf(session), path)?.at(-1)?.route.element
  const { type } = element as ReactElement<
    object,
    Partial<Pick<Paged<object>, 'fetch'>> & JSXElementConstructor<object>
  >
  await type.fetch?.()
}

function routesOf(found: Session): RouteObject[] {
  return createRoutesFromElements(
    <>
      <Route
        index
        element={
          isOnlyReporting(found) ? (
            <ReportOdd session={found} />
          ) : isOnlySupervising(found) ? (
            <Questions session={found} />
          ) : (
            <Home session={found} />
          )
        }
      />
      <Route path="overview" element={<Home session={found} />} />
      <Route path="account" element={<Account />} />
      <Route path="questions" element={<Questions session={found} />} />
      <Route path="start" element={<FirstDays />} />
      <Route path="start/board" element={<FirstBoard />} />
      <Route path="start/risk" element={<FirstRisk />} />
      <Route path="report" element={<ReportOdd session={found} />} />
      <Route path="glossary" element={<Glossary />} />
      <Route path="scope" element={<Scope session={found} />} />
      <Route path="roadmap" element={<RoadmapPage />} />
      <Route path="administration" element={<Administration />} />
      <Route path="work" element={<WorkUnderWay session={found} />} />
      <Route path="kpis" element={<Kpis session={found} />} />
      <Route path="people/awareness" element={<Awareness />} />
      <Route path="people/training" element={<Training />} />
      <Route path="people" element={<People session={found} />} />
      <Route path="risks" element={<Risks />} />
      <Route path="risks/practice" element={<Calibration />} />
      <Route path="risks/:id" element={<RiskTrail />} />
      <Route path="findings/:id/frame" element={<FramePage />} />
      <Route path="measures" element={<Measures />} />
      <Route path="measures/applicability" element={<Applicability />} />
      <Route path="measures/:duty" element={<OneMeasure />} />
      <Route path="cycle" element={<YearlyRound />} />
      <Route path="policies" element={<Policies />} />
      <Route path="policies/:id" element={<OnePolicy session={found} />} />
      <Route path="notices" element={<Notices />} />
      <Route path="reading" element={<MyReading />} />
      <Route path="import" element={<BringIn session={found} />} />
      <Route path="inventory" element={<InventoryPage />} />
      <Route path="zones" element={<ZonesPage />} />
      <Route path="departures" element={<DeparturesPage />} />
      <Route path="capture-kit" element={<CaptureKit />} />
      <Route path="map" element={<MapPage />} />
      <Route path="sensors" element={<Sensors session={found} />} />
      <Route path="captures" element={<Captures session={found} />} />
      <Route path="import/tables/:id" element={<TableImport />} />
      <Route path="import/sources/:id" element={<SourcePage />} />
      <Route path="proof" element={<Proof session={found} />} />
      <Route path="meetings" element={<Meetings session={found} />} />
      <Route path="meetings/:id" element={<OneMeeting />} />
      <Route path="decisions/:id" element={<DecisionSheet session={found} />} />
      <Route path="papers" element={<Papers />} />
      <Route path="papers/:paper" element={<OnePaper />} />
      <Route path="decisions/:id/second" element={<SecondDevice />} />
      <Route path="monitoring" element={<Monitoring session={found} />} />
      <Route path="incidents" element={<Incidents session={found} />} />
      <Route path="incidents/:id" element={<IncidentRoom session={found} />} />
      <Route path="incidents/:id/reports/:report" element={<IncidentReport />} />
      <Route path="crisis" element={<CrisisPage />} />
      <Route path="exercises" element={<ExercisesPage session={found} />} />
      <Route path="exercises/:id" element={<OneExercise session={found} />} />
      <Route path="playbooks/:id" element={<OnePlaybook />} />
      <Route path="continuity" element={<ContinuityPage />} />
      <Route path="vulnerabilities" element={<VulnerabilitiesPage />} />
      <Route path="vulnerabilities/advisories" element={<AdvisoriesPage />} />
      <Route path="vulnerabilities/advisories/:document" element={<AdvisoryPage />} />
      <Route path="vulnerabilities/assets/:id" element={<AssetVulnerabilities />} />
      <Route path="vulnerabilities/products" element={<ProductsPage />} />
      <Route path="vulnerabilities/components" element={<ComponentsPage />} />
      <Route path="vulnerabilities/own" element={<OwnAdvisoriesPage />} />
      <Route path="customers" element={<CustomersPage />} />
      <Route path="customers/questionnaires/:id" element={<CustomerQuestionnairePage />} />
      <Route path="customers/shares/:id" element={<SharePage />} />
      <Route path="suppliers" element={<SuppliersPage />} />
      <Route path="suppliers/questionnaires" element={<QuestionnairesPage />} />
      <Route path="suppliers/remote-access" element={<RemoteAccessPage />} />
      <Route path="suppliers/purchases" element={<PurchasesPage />} />
      <Route path="suppliers/purchases/:id" element={<PurchasePage />} />
      <Route path="suppliers/reviews/:id" element={<ReviewPage />} />
      <Route path="suppliers/:id" element={<OneSupplierPage />} />
      <Route path="waiting" element={<Waiting />} />
      <Route path="organisations" element={<Organisations session={found} />} />
      <Route path="access" element={<AccessPage />} />
      <Route path="access/reviews/:id" element={<AccessReview />} />
      <Route path="registers" element={<Registers />} />
      <Route path="registers/:plural" element={<Register />} />
      <Route path="registers/:plural/differences" element={<RegisterDifferences />} />
      <Route path="registers/:plural/new" element={<NewRecord />} />
      <Route path="registers/:plural/:id" element={<OneRecord />} />
      <Route path="*" element={<Missing />} />
    </>,
  )
}
