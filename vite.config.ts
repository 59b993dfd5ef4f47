import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { headersPlugin } from './proxy/vite-headers.ts'

/** The Node door of the proxy, started beside `vite`. */
const door = 'http://127.0.0.1:8787'

export default defineConfig({
  plugins: [react(), process.env['VITEST'] === undefined ? tailwindcss() : null, headersPlugin()],
  build: {
    target: 'es2024',
    // The content policy knows no data: addresses for fonts and scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What changes at different times loads side by side.
        codeSplitting: {
          groups: [
            { name: 'public-suffixes', test: /node_modules[\\/]tldts/ },
            {
              name: 'logo-reader',
              test: /src[\\/]svg[\\/]|node_modules[\\/](saxes|xmlchars)[\\/]/,
            },
          ],
        },
      },
    },
    license: { fileName: 'licences/packages.md' },
  },
  resolve: {
    alias:
      process.env['VITEST'] === undefined
        ? // The same code before it was put into one file: so it shares its parts and comes in pieces.
          {
            'svgo/browser': fileURLToPath(
              new URL('node_modules/svgo/lib/svgo.js', import.meta.url),
            ),
          }
        : {},
  },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'path-geometry', test: /node_modules[\\/]paper[\\/]/ },
            { name: 'css', test: /node_modules[\\/](css-tree|csso|mdn-data)[\\/]/ },
            {
              name: 'svg-optimizer',
              test: /node_modules[\\/](svgo|css-select|css-what|nth-check|dom\w+|entities|boolbase|sax)[\\/]/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': door, '/dns-query': door } },
  test: {
    include: ['{src,proxy,scripts}/**/*.test.{ts,tsx}'],
    // Some tests start real programs, on machines that are busy with others.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
