/** What a browser keeps while it is at the identity provider: sealed, for ten minutes, for the routes of single sign-on alone. */
import type { FastifyReply, FastifyRequest } from 'fastify'

const name = 'bihuan_sign_on'
const pattern = new RegExp(`(?:^|;)\\s*${name}=([\\w-]{1,3000})\\s*(?:;|$)`)

export const signOnCookieOf = (request: FastifyRequest): string => pattern.exec(request.headers.cookie ?? '')?.[1] ?? ''

export const setSignOnCookie = (reply: FastifyReply, kept: string, secure: boolean): void =>
  set(reply, kept, `; Max-Age=600${secure ? '; Secure' : ''}`)

export const clearSignOnCookie = (reply: FastifyReply): void => set(reply, '', '; Max-Age=0')

/** Lax: sent along when the provider leads the browser back here. */
function set(reply: FastifyReply, value: string, more: string): void {
  reply.header('set-cookie', `${name}=${value}; Path=/api/single-sign-on; HttpOnly; SameSite=Lax${more}`)
}
