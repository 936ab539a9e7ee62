/**
 * Signing in at an OpenID Connect provider: authorization code with PKCE, state and nonce. The provider's addresses and keys are
 * fetched when the first person signs in, so that a provider that is away does not keep the server from starting.
 */
import * as openid from 'openid-client'
import { Refusal } from '../../core/refusal.ts'
import type { SingleSignOn } from '../../usecases/ports/accounts.ts'

export type ProviderSettings = {
  issuer: URL
  clientId: string
  /** Null for a public client, whom PKCE alone protects. */
  clientSecret: string | null
  /** Which claim of the ID token is compared with login names. */
  claim: string
  name: string
}

/** Plain http is for a provider on this machine alone. */
export const isAcceptableIssuer = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))

/** @param report is told why a sign-in failed; the person only that it did */
export function openidSignOn(provider: ProviderSettings, report: (error: unknown) => void): SingleSignOn {
  let found: Promise<openid.Configuration> | null = null

  /** A provider that could not be reached is asked again by the next person. */
  async function configuration(): Promise<openid.Configuration> {
    found ??= openid.discovery(
      provider.issuer,
      provider.clientId,
      undefined,
      provider.clientSecret === null ? openid.None() : openid.ClientSecretBasic(provider.clientSecret),
      { timeout: 10, execute: provider.issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : [] },
    )
    try {
      return await found
    } catch (error) {
      found = null
      report(error)
      throw new Refusal('singleSignOn.away')
    }
  }

  return {
    name: provider.name,
    async begin(callback) {
      const config = await configuration()
      const verifier = openid.randomPKCECodeVerifier()
      const kept = { state: openid.randomState(), nonce: openid.randomNonce(), verifier }
      const address = openid.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: 'openid profile',
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: kept.state,
        nonce: kept.nonce,
      })
      return { address: address.href, kept }
    },
    async finish(returned, { state, nonce, verifier }) {
      const config = await configuration()
      try {
        const tokens = await openid.authorizationCodeGrant(config, returned, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claim = tokens.claims()?.[provider.claim]
        if (typeof claim !== 'string' || claim === '') throw new Error(`the ID token has no claim ${provider.claim}`)
        return { loginName: claim }
      } catch (error) {
        report(error)
        throw new Refusal('singleSignOn.failed')
      }
    },
  }
}
