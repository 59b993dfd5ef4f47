/** All places for the policy file, in the order in which they are offered. */
import { apache } from './hosting/apache.ts'
import { azureStaticWebApps } from './hosting/azure-static-web-apps.ts'
import { caddy } from './hosting/caddy.ts'
import { cloudflarePages } from './hosting/cloudflare-pages.ts'
import { cloudflareWorker } from './hosting/cloudflare-worker.ts'
import { delegation } from './hosting/delegation.ts'
import { githubPages } from './hosting/github-pages.ts'
import { justTheFile } from './hosting/just-the-file.ts'
import { netlify } from './hosting/netlify.ts'
import { nginx } from './hosting/nginx.ts'
import { s3Cloudfront } from './hosting/s3-cloudfront.ts'
import { vercel } from './hosting/vercel.ts'
import { zimbraProxy } from './hosting/zimbra-proxy.ts'
import type { PolicyHosting } from './policy-hosting.ts'

export const HOSTINGS: readonly PolicyHosting[] = [
  justTheFile,
  nginx,
  apache,
  caddy,
  zimbraProxy,
  githubPages,
  cloudflareWorker,
  cloudflarePages,
  netlify,
  vercel,
  s3Cloudfront,
  azureStaticWebApps,
  delegation,
]
