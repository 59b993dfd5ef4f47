import { defineConfig } from 'vitest/config'

/** Tests against real servers: one lab for all of them, so one file after the other. */
export default defineConfig({
  test: {
    include: ['e2e/lab/**/*.lab.ts'],
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
