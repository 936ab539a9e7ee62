/** `/checks`: what is flagged, what cannot be told for want of records, and which checks there are. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { checkAreas } from '../../core/checks/check.ts'
import { call } from '../api.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import { useSubmit } from '../record/use-submit.ts'
import { checksQuery, gapsQuery, readChecksAgain } from './check-queries.ts'
import { CheckResult } from './check-result.tsx'
import { addressOfCheck, type ChecksSearch } from './checks-search.ts'
import { FlagsTab } from './flags-tab.tsx'
import { checkTexts } from './texts.ts'
import './checks.css'

const route = getRouteApi('/signed-in/checks')

export function ChecksPage() {
  const text = useTextOf(checkTexts)
  const navigate = useNavigate()
  const search = route.useSearch()
  const { data } = useQuery(checksQuery)
  const { busy, send } = useSubmit()
  usePageTitle(text.title)
  const runAll = async () => {
    const done = await send((submissionId) => call('POST /api/checks/run', { body: { projectId: null, submissionId } }))
    if (done === null) return
    await readChecksAgain()
    announce(text.ran(done.judged))
  }
  return (
    <div className="checks">
      <header className="checks-head">
        <h1>{text.title}</h1>
        <p className="quiet no-print">{text.lead}</p>
        {data && data.due > 0 ? <p className="quiet small">{text.due(data.due)}</p> : null}
        {data?.decide ? (
          <Button className="no-print" busy={busy} onClick={() => void runAll()}>
            {text.runAll}
          </Button>
        ) : null}
      </header>
      <Tabs
        label={text.title}
        current={search.tab ?? 'flags'}
        onChange={(tab) =>
          void navigate({
            to: '/checks',
            search: tab === 'flags' ? {} : ({ tab } as ChecksSearch),
            replace: true,
          })
        }
        tabs={[
          { key: 'flags', label: text.tabs.flags, panel: () => <FlagsTab search={search} /> },
          { key: 'gaps', label: text.tabs.gaps, panel: () => <Gaps /> },
          { key: 'catalogue', label: text.tabs.catalogue, panel: () => <Catalogue /> },
        ]}
      />
    </div>
  )
}

function Gaps() {
  const text = useTextOf(checkTexts)
  const { data, error, refetch } = useQuery(gapsQuery)
  if (error) return <ProblemPage error={error} reset={() => void refetch()} />
  if (!data) return <Skeleton />
  if (data.gaps.length === 0) return <p className="checks-none">{text.noGaps}</p>
  return (
    <>
      <p className="quiet checks-bar">{text.gapsLead}</p>
      <ol className="check-list">
        {data.gaps.map((gap) => (
          <li key={gap.id}>
            <CheckResult result={gap} about />
          </li>
        ))}
      </ol>
    </>
  )
}

function Catalogue() {
  const text = useTextOf(checkTexts)
  const language = useLanguage()
  const { data, error, refetch } = useQuery(checksQuery)
  if (error) return <ProblemPage error={error} reset={() => void refetch()} />
  if (!data) return <Skeleton />
  return (
    <div className="checks-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{text.columns.check}</th>
            <th scope="col">{text.columns.source}</th>
            <th scope="col" className="number">
              {text.columns.flagged}
            </th>
            <th scope="col" className="number">
              {text.columns.clear}
            </th>
            <th scope="col" className="number">
              {text.columns.cannotTell}
            </th>
            <th scope="col">{text.columns.mode}</th>
          </tr>
        </thead>
        {checkAreas.map((area) => {
          const rows = data.checks.filter((check) => check.area === area)
          return rows.length === 0 ? null : (
            <tbody key={area}>
              <tr>
                <th scope="rowgroup" colSpan={6} className="checks-group">
                  {text.areas[area]}
                </th>
              </tr>
              {rows.map((check) => (
                <tr key={check.id}>
                  <th scope="row">
                    <Link to="/checks/$check" params={{ check: addressOfCheck(check.id) }}>
                      {check.name[language]}
                    </Link>
                  </th>
                  <td className="small quiet">
                    {check.source.document[language]} {check.source.article ?? ''}
                    {check.source.verified ? '' : `（${text.unverified}）`}
                  </td>
                  <td className="number figure">{check.counts.flagged || '–'}</td>
                  <td className="number figure">{check.counts.clear || '–'}</td>
                  <td className="number figure">{check.counts.cannotTell || '–'}</td>
                  <td className="small">{text.modes[check.mode]}</td>
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}
