import { defineConfig } from '@playwright/test';
import type { TestOptions } from './e2e/fixtures';
import { chromiumArguments } from './scripts/chromiumArguments.mjs';

/** `npm test` finds the browser and builds the page into dist/test first; each worker serves it on a free port. */
const executablePath = process.env['CHROMIUM_PATH'] ?? '';

export default defineConfig<TestOptions>({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    actionTimeout: 30_000,
    // Offline work has a test of its own; elsewhere each page would fetch every chunk once more.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath !== '' && { executablePath }),
      args: chromiumArguments,
    },
  },
});
