import { type FormEvent, useState } from 'react'
import { type Answer, ApiError, call } from '../api.ts'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { momentText } from '../parts/moment-text.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { useSession } from '../session/use-boot.ts'
import { accountTexts } from './account-texts.ts'
import type { OwnAccount } from './own-account-query.ts'
import { QrCode } from './qr-code.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

type Begun = Answer<'POST /api/me/second-factor'>
type Wish = 'setUp' | 'codes' | 'turnOff'
type Step =
  | { step: 'password'; wish: Wish }
  | { step: 'scan'; begun: Begun }
  | { step: 'codes'; codes: string[]; enabled: boolean }

type SecondFactorCardProps = { account: OwnAccount; onChanged: () => Promise<void> }

/** Whether a second factor is set up, and what can be done about it. Everything asks for the password first. */
export function SecondFactorCard({ account, onChanged }: SecondFactorCardProps) {
  const text = useTextOf(accountTexts)
  const { pending } = useSession()
  const [step, setStep] = useState<Step | null>(null)
  const { secondFactor, secondFactorRule } = account
  const ask = (wish: Wish) => () => setStep({ step: 'password', wish })
  const confirmed = async (wish: Wish, password: string) => {
    const body = { password }
    if (wish === 'setUp') setStep({ step: 'scan', begun: await call('POST /api/me/second-factor', { body }) })
    else if (wish === 'codes') {
      const { recoveryCodes } = await call('POST /api/me/second-factor/recovery-codes', { body })
      setStep({ step: 'codes', codes: recoveryCodes, enabled: false })
    } else {
      await call('POST /api/me/second-factor/removal', { body })
      setStep(null)
      announce(text.turnedOff)
      await onChanged()
    }
  }
  const close = () => setStep(null)
  return (
    <section className="card account-card" aria-labelledby="account-factor">
      <h2 id="account-factor">{text.factorTitle}</h2>
      {secondFactor ? (
        <p>
          {text.factorOn(momentText(secondFactor.confirmedAt))}
          <span className="quiet account-fact">{text.codesLeft(secondFactor.recoveryCodesLeft)}</span>
        </p>
      ) : (
        <p className="quiet">{secondFactorRule === 'off' ? text.factorClosed : text.factorOff}</p>
      )}
      <p className="account-acts">
        {secondFactorRule === 'off' ? null : (
          <Button look={pending === 'secondFactor' ? 'primary' : 'plain'} onClick={ask('setUp')}>
            {secondFactor ? text.setUpAgain : text.setUp}
          </Button>
        )}
        {secondFactor ? (
          <>
            <Button onClick={ask('codes')}>{text.renewCodes}</Button>
            <Button refusal={secondFactorRule === 'needed' ? text.factorNeeded : null} onClick={ask('turnOff')}>
              {text.turnOff}
            </Button>
          </>
        ) : null}
      </p>
      {step?.step === 'password' ? (
        <PasswordDialog
          title={{ setUp: text.setUp, codes: text.renewCodes, turnOff: text.turnOff }[step.wish]}
          onConfirmed={(password) => confirmed(step.wish, password)}
          onClose={close}
        />
      ) : null}
      {step?.step === 'scan' ? (
        <ScanDialog
          begun={step.begun}
          onDone={(codes) => setStep({ step: 'codes', codes, enabled: true })}
          onClose={close}
        />
      ) : null}
      {step?.step === 'codes' ? (
        <RecoveryCodes
          codes={step.codes}
          onClose={() => {
            if (step.enabled) announce(text.enabled)
            close()
            void onChanged()
          }}
        />
      ) : null}
    </section>
  )
}

type PasswordDialogProps = {
  title: string
  onConfirmed: (password: string) => Promise<void>
  onClose: () => void
}

function PasswordDialog({ title, onConfirmed, onClose }: PasswordDialogProps) {
  const text = useTextOf(accountTexts)
  const shell = useText()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!password) return
    setBusy(true)
    setProblem(null)
    try {
      await onConfirmed(password)
    } catch (refusal) {
      setProblem(refusal)
      setBusy(false)
    }
  }
  const inField = problem instanceof ApiError && problem.field === 'password'
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{shell.common.cancel}</Button>
          <Button look="primary" type="submit" form="confirm-password" busy={busy}>
            {text.continue}
          </Button>
        </>
      }
    >
      <form id="confirm-password" className="form" onSubmit={submit} noValidate>
        <p>{text.confirmWith}</p>
        <TextField
          label={text.password}
          type="password"
          autoComplete="current-password"
          autoFocus
          value={password}
          error={inField ? sentenceOf(problem) : null}
          onChange={(event) => setPassword(event.target.value)}
        />
        {problem !== null && !inField ? <FormProblem>{sentenceOf(problem)}</FormProblem> : null}
      </form>
    </Dialog>
  )
}

type ScanDialogProps = { begun: Begun; onDone: (recoveryCodes: string[]) => void; onClose: () => void }

/** The secret as a picture and as text, and the first code that shows that it arrived. */
function ScanDialog({ begun, onDone, onClose }: ScanDialogProps) {
  const text = useTextOf(accountTexts)
  const shell = useText()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!code.trim()) return
    setBusy(true)
    setProblem(null)
    try {
      const { recoveryCodes } = await call('PUT /api/me/second-factor', { body: { ticket: begun.ticket, code } })
      onDone(recoveryCodes)
    } catch (refusal) {
      setProblem(sentenceOf(refusal))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={text.setUp}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{shell.common.cancel}</Button>
          <Button look="primary" type="submit" form="first-code" busy={busy}>
            {text.confirm}
          </Button>
        </>
      }
    >
      <form id="first-code" className="form factor-scan" onSubmit={submit} noValidate>
        <p>{text.scan}</p>
        <QrCode text={begun.address} label={text.qr} />
        <p>
          {text.orType}
          <code className="factor-secret">{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
        <TextField
          label={text.firstCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          maxLength={10}
          value={code}
          error={problem}
          onChange={(event) => setCode(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
