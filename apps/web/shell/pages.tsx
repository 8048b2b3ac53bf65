// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense } from 'react'
import { Route, Routes, useLocation } from 'react-router'
import { demoToken } from '../data/demo-token.ts'
import { isOnlyReporting, isOnlySupervising, useAway, useSession } from '../data/session.ts'
import { Missing } from '../pages/missing.tsx'
import { Ready } from '../parts/state.tsx'
import { Frame } from './frame.tsx'
import { Settled } from './settled.tsx'
import { StepUp } from './step-up.tsx'

const DemoBar = lazy(async () => ({ default: (await import('./demo-bar.tsx')).DemoBar }))
const DemoEntry = lazy(async () => ({
  default: (await import('../pages/demo/page.tsx')).DemoEntry,
}))
const Again = lazy(async () => ({ default: (await import('./again.tsx')).Again }))
const Questions = lazy(async () => ({
  default: (await import('../pages/questions/page.tsx')).Questions,
}))
const FirstDays = lazy(async () => ({
  default: (await import('../pages/start/page.tsx')).FirstDays,
}))
const FirstBoard = lazy(async () => ({
  default: (await import('../pages/start/first-board.tsx')).FirstBoard,
}))
const FirstRisk = lazy(async () => ({
  default: (await import('../pages/start/first-risk.tsx')).FirstRisk,
}))
const ReportOdd = lazy(async () => ({
  default: (await import('../pages/report-odd/page.tsx')).ReportOdd,
}))
const Glossary = lazy(async () => ({
  default: (await import('../pages/glossary/page.tsx')).Glossary,
}))
const Scope = lazy(async () => ({ default: (await import('../pages/scope/page.tsx')).Scope }))
const People = lazy(async () => ({ default: (await import('../pages/people/page.tsx')).People }))

const Meetings = lazy(async () => ({
  default: (await import('../pages/meetings/page.tsx')).Meetings,
}))
const Proof = lazy(async () => ({ default: (await import('../pages/proof/page.tsx')).Proof }))
const OneMeeting = lazy(async () => ({
  default: (await import('../pages/meetings/one.tsx')).OneMeeting,
}))
const Home = lazy(async () => ({ default: (await import('../pages/home/page.tsx')).Home }))
const Door = lazy(async () => ({ default: (await import('../pages/door/page.tsx')).Door }))
const Setup = lazy(async () => ({ default: (await import('../pages/setup/page.tsx')).Setup }))
const Invitation = lazy(async () => ({
  default: (await import('../pages/invitation/page.tsx')).Invitation,
}))
const Account = lazy(async () => ({ default: (await import('../pages/account/page.tsx')).Account }))
const Registers = lazy(async () => ({
  default: (await import('../pages/registers/page.tsx')).Registers,
}))
const Register = lazy(async () => ({
  default: (await import('../pages/registers/list.tsx')).Register,
}))
const RegisterDifferences = lazy(async () => ({
  default: (await import('../pages/registers/differences.tsx')).RegisterDifferences,
}))
const AccessPage = lazy(async () => ({
  default: (await import('../pages/access/page.tsx')).AccessPage,
}))
const AccessReview = lazy(async () => ({
  default: (await import('../pages/access/review.tsx')).AccessReview,
}))
const Organisations = lazy(async () => ({
  default: (await import('../pages/organisations/page.tsx')).Organisations,
}))
const NewRecord = lazy(async () => ({
  default: (await import('../pages/registers/new.tsx')).NewRecord,
}))
const OneRecord = lazy(async () => ({
  default: (await import('../pages/registers/one.tsx')).OneRecord,
}))
const Risks = lazy(async () => ({ default: (await import('../pages/risks/page.tsx')).Risks }))
const Calibration = lazy(async () => ({
  default: (await import('../pages/risks/calibration.tsx')).Calibration,
}))
const RiskTrail = lazy(async () => ({
  default: (await import('../pages/risks/trail.tsx')).RiskTrail,
}))
const FramePage = lazy(async () => ({
  default: (await import('../pages/frames/page.tsx')).FramePage,
}))
const Measures = lazy(async () => ({
  default: (await import('../pages/measures/page.tsx')).Measures,
}))
const OneMeasure = lazy(async () => ({
  default: (await import('../pages/measures/one.tsx')).OneMeasure,
}))

const BringIn = lazy(async () => ({ default: (await import('../pages/import/page.tsx')).BringIn }))
const TableImport = lazy(async () => ({
  default: (await import('../pages/import/table.tsx')).TableImport,
}))
const SourcePage = lazy(async () => ({
  default: (await import('../pages/import/source.tsx')).SourcePage,
}))
const MapPage = lazy(async () => ({ default: (await import('../pages/map/page.tsx')).MapPage }))
const InventoryPage = lazy(async () => ({
  default: (await import('../pages/inventory/page.tsx')).InventoryPage,
}))
const ZonesPage = lazy(async () => ({
  default: (await import('../pages/zones/page.tsx')).ZonesPage,
}))
const DeparturesPage = lazy(async () => ({
  default: (await import('../pages/departures/page.tsx')).DeparturesPage,
}))
const CaptureKit = lazy(async () => ({
  default: (await import('../pages/capture-kit/page.tsx')).CaptureKit,
}))
const Sensors = lazy(async () => ({
  default: (await import('../pages/sensors/page.tsx')).Sensors,
}))
const Captures = lazy(async () => ({
  default: (await import('../pages/captures/page.tsx')).Captures,
}))
const Policies = lazy(async () => ({
  default: (await import('../pages/policies/page.tsx')).Policies,
}))
const OnePolicy = lazy(async () => ({
  default: (await import('../pages/policies/one.tsx')).OnePolicy,
}))
const Awareness = lazy(async () => ({
  default: (await import('../pages/awareness/page.tsx')).Awareness,
}))
const Notices = lazy(async () => ({
  default: (await import('../pages/notices/page.tsx')).Notices,
}))
const YearlyRound = lazy(async () => ({
  default: (await import('../pages/cycle/page.tsx')).YearlyRound,
}))
const MyReading = lazy(async () => ({
  default: (await import('../pages/reading/page.tsx')).MyReading,
}))
const ReadByLink = lazy(async () => ({
  default: (await import('../pages/reading/by-link.tsx')).ReadByLink,
}))
const DecisionSheet = lazy(async () => ({
  default: (await import('../pages/decisions/page.tsx')).DecisionSheet,
}))
const Papers = lazy(async () => ({ default: (await import('../pages/papers/page.tsx')).Papers }))
const OnePaper = lazy(async () => ({
  default: (await import('../pages/papers/page.tsx')).OnePaper,
}))
const SecondDevice = lazy(async () => ({
  default: (await import('../pages/decisions/second.tsx')).SecondDevice,
}))
const Waiting = lazy(async () => ({
  default: (await import('../pages/waiting/page.tsx')).Waiting,
}))
const Training = lazy(async () => ({
  default: (await import('../pages/training/page.tsx')).Training,
}))
const ReportPoint = lazy(async () => ({
  default: (await import('../pages/report-point/page.tsx')).ReportPoint,
}))
const ContinuityPage = lazy(async () => ({
  default: (await import('../pages/continuity/page.tsx')).ContinuityPage,
}))
const CrisisPage = lazy(async () => ({
  default: (await import('../pages/crisis/page.tsx')).CrisisPage,
}))
const ExercisesPage = lazy(async () => ({
  default: (await import('../pages/exercises/page.tsx')).ExercisesPage,
}))
const OneExercise = lazy(async () => ({
  default: (await import('../pages/exercises/one.tsx')).OneExercise,
}))
const OnePlaybook = lazy(async () => ({
  default: (await import('../pages/playbooks/one.tsx')).OnePlaybook,
}))
const Monitoring = lazy(async () => ({
  default: (await import('../pages/monitoring/page.tsx')).Monitoring,
}))
const Incidents = lazy(async () => ({
  default: (await import('../pages/incidents/page.tsx')).Incidents,
}))
const IncidentRoom = lazy(async () => ({
  default: (await import('../pages/incidents/room.tsx')).IncidentRoom,
}))
const IncidentReport = lazy(async () => ({
  default: (await import('../pages/incidents/report.tsx')).IncidentReport,
}))
const Applicability = lazy(async () => ({
  default: (await import('../pages/measures/applicability.tsx')).Applicability,
}))
const RoadmapPage = lazy(async () => ({
  default: (await import('../pages/roadmap/page.tsx')).RoadmapPage,
}))
const WorkUnderWay = lazy(async () => ({
  default: (await import('../pages/jobs/page.tsx')).WorkUnderWay,
}))
const Administration = lazy(async () => ({
  default: (await import('../pages/administration/page.tsx')).Administration,
}))
const Kpis = lazy(async () => ({ default: (await import('../pages/kpis/page.tsx')).Kpis }))
const VulnerabilitiesPage = lazy(async () => ({
  default: (await import('../pages/vulnerabilities/page.tsx')).VulnerabilitiesPage,
}))
const AdvisoriesPage = lazy(async () => ({
  default: (await import('../pages/vulnerabilities/advisories.tsx')).AdvisoriesPage,
}))
const AdvisoryPage = lazy(async () => ({
  default: (await import('../pages/vulnerabilities/advisory.tsx')).AdvisoryPage,
}))
const AssetVulnerabilities = lazy(async () => ({
  default: (await import('../pages/vulnerabilities/asset.tsx')).AssetVulnerabilities,
}))
const OwnAdvisoriesPage = lazy(async () => ({
  default: (await import('../pages/vulnerabilities/own.tsx')).OwnAdvisoriesPage,
}))
const ComponentsPage = lazy(async () => ({
  default: (await import('../pages/vulnerabilities/components.tsx')).ComponentsPage,
}))
const ProductsPage = lazy(async () => ({
  default: (await import('../pages/vulnerabilities/products.tsx')).ProductsPage,
}))

const SuppliersPage = lazy(async () => ({
  default: (await import('../pages/suppliers/page.tsx')).SuppliersPage,
}))
const OneSupplierPage = lazy(async () => ({
  default: (await import('../pages/suppliers/one.tsx')).OneSupplierPage,
}))
const QuestionnairesPage = lazy(async () => ({
  default: (await import('../pages/suppliers/questionnaires.tsx')).QuestionnairesPage,
}))
const ReviewPage = lazy(async () => ({
  default: (await import('../pages/suppliers/review.tsx')).ReviewPage,
}))
const RemoteAccessPage = lazy(async () => ({
  default: (await import('../pages/suppliers/remote.tsx')).RemoteAccessPage,
}))
const CustomersPage = lazy(async () => ({
  default: (await import('../pages/customers/page.tsx')).CustomersPage,
}))
const CustomerQuestionnairePage = lazy(async () => ({
  default: (await import('../pages/customers/one.tsx')).CustomerQuestionnairePage,
}))
const SharePage = lazy(async () => ({
  default: (await import('../pages/customers/share.tsx')).SharePage,
}))
const TrustPage = lazy(async () => ({
  default: (await import('../pages/trust/page.tsx')).TrustPage,
}))
const PurchasesPage = lazy(async () => ({
  default: (await import('../pages/suppliers/purchases.tsx')).PurchasesPage,
}))
const PurchasePage = lazy(async () => ({
  default: (await import('../pages/suppliers/purchase.tsx')).PurchasePage,
}))
const SupplierDoor = lazy(async () => ({
  default: (await import('../pages/supplier-door/page.tsx')).SupplierDoor,
}))

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
                <Routes>
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
                  <Route
                    path="customers/questionnaires/:id"
                    element={<CustomerQuestionnairePage />}
                  />
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
                </Routes>
              </Settled>
            </Suspense>
          </Frame>
        )
      }
    </Ready>
  )
}
