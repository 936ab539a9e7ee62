/** A person signed in, as what is sent with each request. */
import type { Product } from '../e2e/run-product.ts'

export type Member = { headers: Record<string, string> }

export async function signIn(product: Product, loginName: string, password: string): Promise<Member> {
  const answer = await fetch(`${product.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product.url },
    body: JSON.stringify({ loginName, password }),
  })
  if (!answer.ok) throw new Error(`sign-in of ${loginName}: ${answer.status} ${await answer.text()}`)
  const { csrfToken } = await answer.json()
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return { headers: { cookie, 'x-csrf-token': csrfToken, origin: product.url } }
}
