/** Letters by SMTP. */
import type { Transporter } from 'nodemailer'
import type { Letter } from '../../usecases/ports/deadlines.ts'

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/**
 * @param url `smtp://user:password@host:587`, `smtps://…`
 * @param from the sender's address
 */
export function smtpMail(url: string, from: string): (letter: Letter) => Promise<void> {
  let transport: Transporter | undefined
  return async ({ to, subject, text }) => {
    try {
      // Loaded with the first letter: most servers send none.
      transport ??= (await import('nodemailer')).default.createTransport({ url, ...timeouts })
      await transport.sendMail({ from, to, subject, text })
    } catch (error) {
      // The answer of the server, without what was sent to it.
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed'
      const response = error instanceof Error && 'responseCode' in error ? ` ${String(error.responseCode)}` : ''
      throw new Error(`mail: ${code}${response}`)
    }
  }
}
