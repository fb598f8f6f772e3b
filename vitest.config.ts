import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '#engine': fileURLToPath(new URL('src', import.meta.url)) } },
  test: {
    include: ['src/**/*.test.ts', 'app/**/*.test.ts', 'app/**/*.test.tsx', 'scripts/**/*.test.ts'],
    environment: 'node',
    // A slow machine is no failure: this only ends what hangs (milliseconds).
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['src/testing/node/buildCli.ts'],
  },
});
