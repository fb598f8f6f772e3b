import { defineConfig } from '@playwright/test';

/** `npm test` finds the browser and builds the page into dist/test first. */
const executablePath = process.env['CHROMIUM_PATH'] ?? '';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: 'http://127.0.0.1:4317/',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath !== '' && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'npx vite preview --outDir dist/test --port 4317 --strictPort --host 127.0.0.1',
    url: 'http://127.0.0.1:4317/',
    reuseExistingServer: false,
  },
});
