/**
 * Addresses and the pages behind them. What the first visit and the import need is loaded with those pages; the ledger and
 * the records, which are opened all day, come with the shell.
 */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { accountSearchOf } from './accounts/account-search.ts'
import type { signInTexts } from './accounts/sign-in-texts.ts'
import { auditAddressOf } from './audit/audit-address.ts'
import { adopt, bootQuery, queryClient } from './boot.ts'
import { checksSearchOf } from './checks/checks-search.ts'
import { figuresSearchOf } from './figure/figures-search.ts'
import { homeOf } from './frame/entries.ts'
import { Frame } from './frame/frame.tsx'
import { NoEntryPage } from './frame/no-entry-page.tsx'
import { OfflineBar } from './frame/offline-bar.tsx'
import { LedgerPage } from './ledger/ledger-page.tsx'
import { ledgerSearchOf } from './ledger/ledger-search.ts'
import { cycleQuery } from './measure/cycle-query.ts'
import { Announcements } from './parts/announce.tsx'
import { Skeleton } from './parts/skeleton.tsx'
import { peopleSearchOf } from './people/people-search.ts'
import { parseSearch, stringifySearch } from './plain-search.ts'
import { NotFoundPage, ProblemPage } from './problem/problem-page.tsx'
import { projectSearchOf, projectsSearchOf } from './project/project-search.ts'
import { findingQuery, measureQuery } from './record/record-queries.ts'
import { registerSearchOf } from './registers/register-search.ts'
import { boardSearchOf } from './report/board-search.ts'

const boot = async () => {
  const known = queryClient.getQueryData(bootQuery.queryKey)
  if (known) return known
  const read = await queryClient.fetchQuery(bootQuery)
  adopt(read.session)
  return read
}

const rootRoute = createRootRoute({
  component: () => (
    <>
      <OfflineBar />
      <Outlet />
      <Announcements />
    </>
  ),
  notFoundComponent: NotFoundPage,
})

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  beforeLoad: async () => {
    if ((await boot()).setUp) throw redirect({ to: '/' })
  },
  component: lazyRouteComponent(() => import('./first-visit/setup-page.tsx'), 'SetupPage'),
})

type SignOnProblem = keyof typeof signInTexts.zh.signOnFailed
type LoginSearch = { next?: string; expired?: 'true'; signOn?: SignOnProblem }
const signOnProblems = new Set<unknown>(['failed', 'away', 'noAccount', 'disabled', 'off'] satisfies SignOnProblem[])

const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: (search: Record<string, unknown>): LoginSearch => ({
    // Within this site alone: an address that leads elsewhere is dropped.
    ...(typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? { next: search.next } : {}),
    ...(search.expired === 'true' ? { expired: 'true' as const } : {}),
    ...(signOnProblems.has(search.signOn) ? { signOn: search.signOn as SignOnProblem } : {}),
  }),
  beforeLoad: async () => {
    if (!(await boot()).setUp) throw redirect({ to: '/setup' })
  },
  component: lazyRouteComponent(() => import('./first-visit/login-page.tsx'), 'LoginPage'),
})

const inviteRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invite',
  component: lazyRouteComponent(() => import('./first-visit/invite-page.tsx'), 'InvitePage'),
})

const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const { setUp, session } = await boot()
    if (!setUp) throw redirect({ to: '/setup' })
    if (!session) throw redirect({ to: '/login', search: location.href === '/' ? {} : { next: location.href } })
    // A new password or a second factor is due: nothing else is answered before.
    if (session.pending !== null && location.pathname !== '/account') throw redirect({ to: '/account' })
  },
  component: Frame,
})

const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: async () => {
    const { inspections, session } = await boot()
    if (!session || (inspections.length === 0 && session.allowed.includes('import.create')))
      throw redirect({ to: '/welcome' })
    const home = homeOf(session, (path) => path in router.routesByPath)
    if (home) throw redirect({ to: home.path as '/ledger' })
  },
  component: NoEntryPage,
})

const welcomeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./first-visit/welcome-page.tsx'), 'WelcomePage'),
})

const ledgerRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/ledger',
  validateSearch: ledgerSearchOf,
  component: LedgerPage,
})

const weekRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/week',
  component: lazyRouteComponent(() => import('./report/week-page.tsx'), 'WeekPage'),
})

const boardRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/board',
  validateSearch: boardSearchOf,
  component: lazyRouteComponent(() => import('./report/board-page.tsx'), 'BoardPage'),
})

const findingRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/findings/$id',
  loader: ({ params }) => queryClient.ensureQueryData(findingQuery(Number(params.id))),
  component: lazyRouteComponent(() => import('./finding/finding-page.tsx'), 'FindingPage'),
})

const measureRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measures/$id',
  loader: ({ params }) => queryClient.ensureQueryData(measureQuery(Number(params.id))),
  component: lazyRouteComponent(() => import('./measure/measure-page.tsx'), 'MeasurePage'),
})

const cycleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measures/$id/cycles/$cycle',
  loader: ({ params }) => queryClient.ensureQueryData(cycleQuery(Number(params.id), Number(params.cycle))),
  component: lazyRouteComponent(() => import('./measure/cycle-page.tsx'), 'CyclePage'),
})

const approvalsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/approvals',
  validateSearch: (search: Record<string, unknown>): { item?: string } =>
    typeof search.item === 'string' && /^[a-z]+-\d{1,15}$/.test(search.item) ? { item: search.item } : {},
  component: lazyRouteComponent(() => import('./approvals/approvals-page.tsx'), 'ApprovalsPage'),
})

const leaderRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/leader',
  component: lazyRouteComponent(() => import('./leader/leader-page.tsx'), 'LeaderPage'),
})

const planRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/plan',
  component: lazyRouteComponent(() => import('./plan/plan-page.tsx'), 'PlanPage'),
})

const newInspectionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/inspections/new',
  component: lazyRouteComponent(() => import('./inspection/new-inspection-page.tsx'), 'NewInspectionPage'),
})

const inspectionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/inspections/$id',
  component: lazyRouteComponent(() => import('./inspection/inspection-page.tsx'), 'InspectionPage'),
})

const messagesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/messages',
  validateSearch: ({ show }: Record<string, unknown>): { show?: 'all' } => (show === 'all' ? { show } : {}),
  component: lazyRouteComponent(() => import('./messages/messages-page.tsx'), 'MessagesPage'),
})

const papersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/papers',
  validateSearch: ({ show }: Record<string, unknown>): { show?: 'all' | 'done' } =>
    show === 'all' || show === 'done' ? { show } : {},
  component: lazyRouteComponent(() => import('./papers/papers-page.tsx'), 'PapersPage'),
})

const paperRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/papers/$id',
  component: lazyRouteComponent(() => import('./papers/paper-page.tsx'), 'PaperPage'),
})

const accountabilityRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/accountability',
  component: lazyRouteComponent(() => import('./papers/accountability-page.tsx'), 'AccountabilityPage'),
})

const calendarRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/calendar',
  validateSearch: ({ year }: Record<string, unknown>): { year?: number } => {
    const number = Number(year)
    return Number.isInteger(number) && number >= 2000 && number <= 2100 ? { year: number } : {}
  },
  component: lazyRouteComponent(() => import('./calendar/calendar-page.tsx'), 'CalendarPage'),
})

const importsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('./import/import-list-page.tsx'), 'ImportListPage'),
})

const importRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('./import/import-page.tsx'), 'ImportPage'),
})

const proposalsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/imports/$id/entries',
  component: lazyRouteComponent(() => import('./proposals/proposals-page.tsx'), 'ProposalsPage'),
})

const registersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/registers',
  component: lazyRouteComponent(() => import('./registers/register-index-page.tsx'), 'RegisterIndexPage'),
})

const newRegisterRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/registers/new',
  component: lazyRouteComponent(() => import('./registers/new-register-page.tsx'), 'NewRegisterPage'),
})

const registerRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/registers/$register',
  validateSearch: registerSearchOf,
  component: lazyRouteComponent(() => import('./registers/register-page.tsx'), 'RegisterPage'),
})

const defineRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/registers/$register/define',
  component: lazyRouteComponent(() => import('./registers/define-page.tsx'), 'DefinePage'),
})

const newEntryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/registers/$register/new',
  validateSearch: ({ copy }: Record<string, unknown>): { copy?: number } => {
    const id = Number(copy)
    return Number.isInteger(id) && id > 0 ? { copy: id } : {}
  },
  component: lazyRouteComponent(() => import('./registers/new-entry-page.tsx'), 'NewEntryPage'),
})

const importEntriesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/registers/$register/import',
  component: lazyRouteComponent(() => import('./exchange/import-page.tsx'), 'ImportPage'),
})

const entryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/entries/$id',
  validateSearch: ({ on }: Record<string, unknown>): { on?: string } =>
    typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) ? { on } : {},
  component: lazyRouteComponent(() => import('./registers/entry-page.tsx'), 'EntryPage'),
})

const editEntryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/entries/$id/edit',
  component: lazyRouteComponent(() => import('./registers/edit-entry-page.tsx'), 'EditEntryPage'),
})

const figuresRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/figures',
  validateSearch: figuresSearchOf,
  component: lazyRouteComponent(() => import('./figure/figures-page.tsx'), 'FiguresPage'),
})

const projectsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/projects',
  validateSearch: projectsSearchOf,
  component: lazyRouteComponent(() => import('./project/projects-page.tsx'), 'ProjectsPage'),
})

const projectRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/projects/$id',
  validateSearch: projectSearchOf,
  component: lazyRouteComponent(() => import('./project/project-page.tsx'), 'ProjectPage'),
})

const lookBackRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/look-backs/$id',
  component: lazyRouteComponent(() => import('./project/look-back-page.tsx'), 'LookBackPage'),
})

const checksRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/checks',
  validateSearch: checksSearchOf,
  component: lazyRouteComponent(() => import('./checks/checks-page.tsx'), 'ChecksPage'),
})

const checkRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/checks/$check',
  component: lazyRouteComponent(() => import('./checks/check-page.tsx'), 'CheckPage'),
})

const calculatorsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/calculators',
  component: lazyRouteComponent(() => import('./calculators/calculators-page.tsx'), 'CalculatorsPage'),
})

const calculatorRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/calculators/$name',
  component: lazyRouteComponent(() => import('./calculators/calculator-page.tsx'), 'CalculatorPage'),
})

const auditRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/audit',
  validateSearch: auditAddressOf,
  component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
})

const statesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/history/$kind/$id',
  validateSearch: ({ on }: Record<string, unknown>): { on?: string } =>
    typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) ? { on } : {},
  component: lazyRouteComponent(() => import('./history/states-page.tsx'), 'StatesPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./accounts/account-page.tsx'), 'AccountPage'),
})

const accountsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/accounts',
  validateSearch: accountSearchOf,
  component: lazyRouteComponent(() => import('./accounts/accounts-page.tsx'), 'AccountsPage'),
})

const securityRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/security',
  component: lazyRouteComponent(() => import('./accounts/security-page.tsx'), 'SecurityPage'),
})

const peopleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/people',
  validateSearch: peopleSearchOf,
  component: lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage'),
})

const personRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/people/$id',
  component: lazyRouteComponent(() => import('./people/person-page.tsx'), 'PersonPage'),
})

const peopleImportRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/people/import',
  component: lazyRouteComponent(() => import('./people/sheet-page.tsx'), 'SheetPage'),
})

const rolesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/roles',
  component: lazyRouteComponent(() => import('./people/roles-page.tsx'), 'RolesPage'),
})

const policyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/policy',
  component: lazyRouteComponent(() => import('./people/policy-page.tsx'), 'PolicyPage'),
})

const deputyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/deputy',
  component: lazyRouteComponent(() => import('./people/deputy-page.tsx'), 'DeputyPage'),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    setupRoute,
    loginRoute,
    inviteRoute,
    signedInRoute.addChildren([
      homeRoute,
      accountRoute,
      accountsRoute,
      securityRoute,
      peopleRoute,
      personRoute,
      peopleImportRoute,
      rolesRoute,
      policyRoute,
      deputyRoute,
      welcomeRoute,
      ledgerRoute,
      weekRoute,
      boardRoute,
      findingRoute,
      measureRoute,
      cycleRoute,
      approvalsRoute,
      leaderRoute,
      planRoute,
      newInspectionRoute,
      inspectionRoute,
      messagesRoute,
      papersRoute,
      paperRoute,
      accountabilityRoute,
      calendarRoute,
      importsRoute,
      proposalsRoute,
      importRoute,
      registersRoute,
      newRegisterRoute,
      registerRoute,
      defineRoute,
      newEntryRoute,
      importEntriesRoute,
      entryRoute,
      editEntryRoute,
      figuresRoute,
      projectsRoute,
      checksRoute,
      checkRoute,
      calculatorsRoute,
      calculatorRoute,
      projectRoute,
      lookBackRoute,
      auditRoute,
      statesRoute,
    ]),
  ]),
  parseSearch,
  stringifySearch,
  defaultErrorComponent: ProblemPage,
  defaultPendingComponent: Skeleton,
  // The page before stays until then.
  defaultPendingMs: 300,
  defaultPreload: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
