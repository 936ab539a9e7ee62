/** Load from a process of its own core: requests per second and tail of one address. */
import autocannon from 'autocannon'

export type Load = { perSecond: number; p95: number; p50: number; errors: number }

/** @param seconds how long; each client asks again as soon as it has its answer */
export async function load(
  url: string,
  headers: Record<string, string>,
  clients: number,
  seconds: number,
): Promise<Load> {
  const result = await autocannon({ url, headers, connections: clients, duration: seconds, workers: 1 })
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    // autocannon gives whole milliseconds and 97.5 where 95 is asked: the stricter one.
    p95: result.latency.p97_5,
    errors: result.errors + result.non2xx,
  }
}
