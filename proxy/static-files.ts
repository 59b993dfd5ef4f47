/** The built app, served by the Node door. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { compress } from 'hono/compress'
import { IMMUTABLE } from './security-headers.ts'

export function serveApp(app: Hono, dist: string): void {
  if (!existsSync(join(dist, 'index.html'))) return
  app.use('*', compress())
  // `_headers` is for hosts that read it, not for visitors.
  app.get('/_headers', (context) => context.notFound())
  app.get(
    '*',
    serveStatic({
      root: dist,
      onFound: (path, context) => {
        const hashed = path.startsWith(join(dist, 'assets'))
        context.header('Cache-Control', hashed ? IMMUTABLE : 'no-cache')
      },
    }),
  )
  app.get('*', async (context, next) => {
    if (!isPage(context.req.path)) return next()
    context.header('Cache-Control', 'no-cache')
    return context.html(await readFile(join(dist, 'index.html'), 'utf8'))
  })
}

/**
 * Is this the address of a page, which the app draws itself? Pages have no dot in their last part, except those of
 * findings: `/rules/sts.record.multiple`.
 */
export function isPage(path: string): boolean {
  if (path.startsWith('/rules/')) return true
  return !path.slice(path.lastIndexOf('/')).includes('.') && !path.startsWith('/assets/')
}
