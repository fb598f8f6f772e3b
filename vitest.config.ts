import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '#engine': fileURLToPath(new URL('src', import.meta.url)) } },
  test: {
    include: ['src/**/*.test.ts', 'app/**/*.test.ts', 'app/**/*.test.tsx', 'scripts/**/*.test.ts'],
    environment: 'node',
    // The engine is pure: files share its modules, which are read once a thread and not once a file.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    // A slow machine is no failure: this only ends what hangs (milliseconds).
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['src/testing/node/buildCli.ts'],
  },
});
