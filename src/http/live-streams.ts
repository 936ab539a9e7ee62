/** Changes as `text/event-stream`: one long answer per open page, kept alive by a blank line now and then. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Followers, followers } from '../usecases/follow-changes.ts'
import type { Outside, Visitor } from '../usecases/ports.ts'

const heartbeatMs = 25_000
/** Then the page asks anew, and whoever lost the right or the session is told no. Also of an idle page: `web/live`. */
const livesMs = 5 * 60_000

export type LiveStreams = {
  /** @throws Refusal as {@link Followers} */
  open(visitor: Visitor | null, inspectionId: number, request: FastifyRequest, reply: FastifyReply): void
}

/** Ends all streams when the server closes. */
export function liveStreams(app: FastifyInstance, outside: Outside): LiveStreams {
  const following: Followers = followers(outside, (fault) => app.log.error(fault))
  const open = new Set<() => void>()
  app.addHook('preClose', async () => {
    for (const end of open) end()
  })
  return {
    open(visitor, inspectionId, request, reply) {
      const { raw } = reply
      const stop = following.follow(visitor, inspectionId, (changes) => send(`data: ${JSON.stringify(changes)}\n\n`))
      // A reader that takes nothing in does not fill our memory: it asks anew and reads everything again.
      const send = (text: string): void => {
        if (raw.writableLength > 65_536) end()
        else raw.write(text)
      }
      const end = (): void => {
        open.delete(end)
        clearInterval(heart)
        clearTimeout(death)
        stop()
        raw.end()
      }
      const heart = setInterval(() => send(':\n\n'), heartbeatMs)
      const death = setTimeout(end, livesMs)
      open.add(end)
      reply.hijack()
      request.raw.socket?.setNoDelay?.(true)
      raw.on('close', end)
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Proxies that gather answers hold back what should come at once.
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
        'x-request-id': request.id,
      })
      send('retry: 10000\n\n')
    },
  }
}
