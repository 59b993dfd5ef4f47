import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
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
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'path-geometry', test: /node_modules[\\/]paper[\\/]/ },
            { name: 'svg-tools', test: /node_modules[\\/]/ },
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
