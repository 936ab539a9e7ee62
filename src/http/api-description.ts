/** OpenAPI 3.1 of all routes, made from the contracts, and a page to read it by, which loads nothing from anywhere. */
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

type Operation = {
  parameters?: { name: string; in: string; required?: boolean; schema?: unknown }[]
  requestBody?: { content?: Record<string, { schema?: unknown }> }
  responses?: Record<string, { content?: Record<string, { schema?: unknown }> }>
}

export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: '闭环 Bihuan', version } },
    transform: jsonSchemaTransform,
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, (_, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger())),
  )
  app.get('/api/docs', { schema: { hide: true } }, (_, reply) =>
    reply.type('text/html; charset=utf-8').send(pageOf(app.swagger().paths ?? {}, version)),
  )
}

function pageOf(paths: object, version: string): string {
  const operations = Object.entries(paths).flatMap(([path, item]: [string, Record<string, Operation>]) =>
    Object.entries(item).map(([method, operation]) => operationOf(method.toUpperCase(), path, operation)),
  )
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>闭环 Bihuan API ${escaped(version)}</title>
<style>body{font:14px/1.6 "PingFang SC","Microsoft YaHei",sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#1d2320}
summary{cursor:pointer;padding:.3em 0}code,pre{font-family:ui-monospace,Consolas,monospace}pre{background:#f4f4f0;padding:.8em;overflow:auto}</style>
<h1>闭环 Bihuan API ${escaped(version)}</h1>
<p>OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a>。
写操作须带会话 cookie 和请求头 <code>x-csrf-token</code>（见 <code>GET /api/boot</code>）。
Writes need the session cookie and the header <code>x-csrf-token</code> (see <code>GET /api/boot</code>).</p>
${operations.join('\n')}</html>`
}

function operationOf(
  method: string,
  path: string,
  { parameters = [], requestBody, responses = {} }: Operation,
): string {
  const parts = [
    ...parameters.map(({ name, in: place, required, schema }) =>
      part(`${place} ${name}${required === true ? '' : '?'}`, schema),
    ),
    ...Object.values(requestBody?.content ?? {}).map(({ schema }) => part('body', schema)),
    ...Object.entries(responses).flatMap(([status, { content = {} }]) =>
      Object.values(content).map(({ schema }) => part(status, schema)),
    ),
  ]
  return `<details><summary><code>${method} ${escaped(path)}</code></summary>${parts.join('')}</details>`
}

const part = (title: string, schema: unknown): string =>
  `<p><b>${escaped(title)}</b></p><pre>${escaped(JSON.stringify(schema, null, 2) ?? '')}</pre>`

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
