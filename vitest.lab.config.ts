import { defineConfig } from 'vitest/config'

/** Tests against real servers. They wait more than they work, so several files run at the same time. */
export default defineConfig({
  test: {
    include: ['e2e/lab/**/*.lab.ts'],
    globalSetup: 'e2e/lab/the-lab.ts',
    maxWorkers: 4,
    // A busy machine is slow, and none of these tests is about time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
