/** The application in the browser: begins with what the server wrote into the page. */
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError, onSessionEnded } from './api.ts'
import { adoptPage, queryClient } from './boot.ts'
import { languageNow, setLanguage } from './language/language.ts'
import { router } from './router.tsx'
import { setTextSize, textSizeNow } from './session/text-size.ts'
import './theme.css'

setLanguage(languageNow())
setTextSize(textSizeNow())
adoptPage()

onSessionEnded(() => {
  const { pathname, href } = router.state.location
  if (pathname === '/login') return
  queryClient.clear()
  void router.navigate({ to: '/login', search: { next: href, expired: 'true' } })
})

const root = document.getElementById('root')
/** A refusal of the server is shown by the page that asked; only what the program itself got wrong is a fault. */
function onCaughtError(error: unknown): void {
  if (!(error instanceof ApiError)) console.error(error)
}

if (root)
  createRoot(root, { onCaughtError }).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
