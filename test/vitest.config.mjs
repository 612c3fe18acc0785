import { defineConfig } from 'vitest/config';

/** One project per kind of test, so that each can be run alone: `vitest run --config test/vitest.config.mjs --project unit`. */
export default defineConfig({
  test: {
    root: '.',
    globals: false,
    environment: 'node',
    // Golden files change only on purpose; a missing one is a failure in CI.
    update: process.env.UPDATE_GOLDEN === '1' ? 'all' : 'none',
    projects: [
      {
        extends: true,
        // Property tests take their time on a busy machine: the limit is for what never ends.
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'house',
          include: ['test/house/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'cli',
          include: ['test/cli/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'panel',
          include: ['test/webview/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'host',
          include: [
            'test/host/*.test.ts',
            'test/host/driver/**/*.test.ts',
            'test/host/ui/**/*.test.ts',
          ],
          testTimeout: 180_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
