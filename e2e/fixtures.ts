import { test as base } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';
import { resolve } from 'node:path';
import { localeOf } from '../app/i18n/language';
import type { Language } from '../app/i18n/language';
import { serveDirectory } from '../scripts/serveDirectory.mjs';
import { App } from './pages/app';

export { expect } from '@playwright/test';

/** The built page, with the window API of test builds. */
export const builtPage = resolve(process.env['E2E_DIST'] ?? 'dist/test');

export interface TestOptions {
  /** The browser's language, and so the page's. */
  readonly language: Language;
}

interface Fixtures {
  readonly app: App;
  /** What went wrong behind the scenes, in any page of the context; a test that leaves something here fails. */
  readonly problems: string[];
  /** Another page in the same browser: a second tab, or the first one after a crash. */
  readonly newTab: () => Promise<App>;
}

interface WorkerFixtures {
  /** Address of the page, on a host of this worker's own. */
  readonly site: string;
}

/** Playwright's own word on the blocked service worker. */
const expectedWarning = /Service Worker registration blocked by Playwright/;

export const test = base.extend<TestOptions & Fixtures, WorkerFixtures>({
  language: ['en', { option: true }],
  locale: async ({ language }, use) => use(localeOf[language]),
  site: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await serveDirectory(builtPage);
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  permissions: ['clipboard-read', 'clipboard-write'],
  baseURL: async ({ site }, use) => use(site),
  problems: [
    async ({ context }, use) => {
      const problems: string[] = [];
      watch(context, problems);
      await use(problems);
      if (problems.length > 0) throw new Error(`The page had problems:\n${problems.join('\n')}`);
    },
    { auto: true },
  ],
  app: async ({ page, language }, use) => use(new App(page, language)),
  newTab: async ({ context, language }, use) => use(async () => new App(await context.newPage(), language)),
});

/** Notes every warning, error and request to another host. A violated Content-Security-Policy is such an error. */
function watch(context: BrowserContext, problems: string[]): void {
  context.on('console', (message) => {
    if (!['warning', 'error'].includes(message.type()) || expectedWarning.test(message.text())) return;
    problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => problems.push(`page error: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') problems.push(`request to ${request.url()}`);
  });
}
