/**
 * What the page knows before anything is asked for: the server writes it into the page, so that the first rows come with
 * it. Under the development server, which serves the bare page, it is fetched.
 */
import { QueryClient, queryOptions } from '@tanstack/react-query'
import { type Answer, ApiError, call, keepCsrfTokenOf } from './api.ts'
import { setLanguage } from './language/language.ts'
import { setTextSize } from './session/text-size.ts'

export type Boot = Answer<'GET /api/boot'>
export type Session = NonNullable<Boot['session']>
export type Inspection = Boot['inspections'][number]
/** `GET /ledger` also brings the first page of rows, with the query that it answers. */
type PageData = Boot & { ledger?: { query: Record<string, string>; page: Answer<'GET /api/ledger'> } | null }

const inPage = document.getElementById('boot')?.textContent
const pageData = inPage ? (JSON.parse(inPage) as PageData) : undefined

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      // A refusal stays a refusal; a lost connection is tried once more.
      retry: (failures, problem) => problem instanceof ApiError && problem.status === 0 && failures < 1,
    },
    mutations: { networkMode: 'always' },
  },
})

export const bootQuery = queryOptions({
  queryKey: ['boot'],
  queryFn: ({ signal }) => call('GET /api/boot', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

/** The rows that came with the page, when they answer this very query. Given out once: later they may be old. */
export function rowsInPage(query: Record<string, string>): Answer<'GET /api/ledger'> | undefined {
  const came = pageData?.ledger
  if (!came || !sameEntries(came.query, query)) return undefined
  delete pageData.ledger
  return came.page
}

function sameEntries(a: Record<string, string>, b: Record<string, string>): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}

/** Takes over a session: its token, language and text size. */
export function adopt(session: Session | null): void {
  keepCsrfTokenOf(session)
  if (!session) return
  setLanguage(session.preferences.language)
  setTextSize(session.preferences.textSize)
}

/** Begins with what came in the page. */
export function adoptPage(): void {
  if (!pageData) return
  queryClient.setQueryData(bootQuery.queryKey, pageData)
  adopt(pageData.session)
}

/** After signing in, signing out or setting up: nothing that another person read stays. */
export async function startOver(): Promise<Boot> {
  const { queryKey } = bootQuery
  await queryClient.cancelQueries({ queryKey })
  // Whatever the clock of this computer says: one that was set back takes what it holds for new.
  await queryClient.invalidateQueries({ queryKey, refetchType: 'none' })
  // Replaced in its place, never missing: the frame learns at once whose session it is, before anything is read again.
  const boot = await queryClient.fetchQuery({ ...bootQuery, staleTime: 0 })
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] })
  adopt(boot.session)
  return boot
}

/** After an import or the sample: counts, rows and pages are read again. */
export async function ledgerChanged(): Promise<void> {
  for (const key of ['ledger', 'ledger-counts', 'finding', 'measure', 'units', 'aspects'])
    queryClient.removeQueries({ queryKey: [key] })
  await queryClient.invalidateQueries({ queryKey: bootQuery.queryKey, refetchType: 'none' })
  await queryClient.fetchQuery({ ...bootQuery, staleTime: 0 })
}
