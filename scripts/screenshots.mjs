// node scripts/screenshots.mjs: the pictures of the README, taken of the real app.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, fail, root, run } from './install.mjs';

ensureInstalled();
const { launch } = await import('./browser.mjs');
const { serveDirectory } = await import('./serveDirectory.mjs');

const built = join(root, 'dist', 'pictures');
if (run(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--mode', 'test', '--outDir', built, '--logLevel', 'error']) !== 0) fail('The page could not be built.');

/** What is on each picture: how the browser is set, and what a user would have done. */
const pictures = [
  { name: 'board', template: 'three-zones', scheme: 'light', locale: 'en-US', act: async () => {} },
  {
    name: 'failure',
    template: 'three-zones',
    scheme: 'dark',
    locale: 'en-US',
    act: async (page) => {
      await page.locator('[aria-label*="ap-northeast-2a"]').first().focus();
      await page.keyboard.press('x');
      await page.getByText('Pending', { exact: false }).last().waitFor();
      await page.getByRole('button', { name: 'Failure', exact: true }).click();
    },
  },
  {
    name: 'why',
    template: 'three-zones',
    scheme: 'light',
    locale: 'en-US',
    act: async (page) => {
      await page.locator('[aria-label*="ap-northeast-2a"]').first().focus();
      await page.keyboard.press('x');
      await page.getByRole('button', { name: 'Why', exact: true }).click();
      const panel = page.getByRole('region', { name: 'Why', exact: false }).last();
      await panel.getByRole('button', { name: 'default/orders-db-0' }).click();
      await panel.getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'timeline',
    template: 'three-zones',
    scheme: 'light',
    locale: 'en-US',
    act: async (page) => {
      await page.locator('[aria-label*="ap-northeast-2b"]').first().focus();
      await page.keyboard.press('x');
      await page.getByRole('button', { name: 'Failure', exact: true }).click();
      const slider = page.getByRole('slider', { name: 'Time since the loss' });
      await slider.focus();
      await page.keyboard.press('Home');
      for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Next event' }).click();
      await page.getByText('after the loss').first().waitFor();
    },
  },
  {
    name: 'scaling',
    template: 'regional-group-ebs',
    scheme: 'light',
    locale: 'en-US',
    act: async (page) => {
      await page.getByRole('button', { name: 'Scaling', exact: true }).click();
      await page.getByText('Loop 1').waitFor();
    },
  },
  {
    name: 'walk',
    template: 'cluster-policy',
    scheme: 'light',
    locale: 'en-US',
    act: async (page) => {
      await page.getByRole('button', { name: 'Traffic', exact: true }).click();
      const panel = page.getByRole('region', { name: 'Traffic', exact: false }).last();
      await panel.getByRole('tab', { name: 'Request walk' }).click();
      await panel.getByRole('button', { name: 'ap-northeast-2a' }).click();
      await panel.getByRole('button', { name: 'asg-workers-b-0' }).click();
      await panel.getByRole('button', { name: 'default/web-0' }).waitFor();
    },
  },
  {
    name: 'export',
    template: 'three-zones',
    scheme: 'light',
    locale: 'en-US',
    act: async (page) => {
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('option', { name: 'workers.tf' }).click();
    },
  },
];

const folder = join(root, 'docs', 'images');
mkdirSync(folder, { recursive: true });
const site = await serveDirectory(built);
const browser = await launch();
for (const { name, template, scheme, locale, act } of pictures) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: scheme, locale, reducedMotion: 'reduce', serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${site.url}#template=${template}`);
  await page.waitForFunction(() => window.__zonesketch !== undefined);
  await page.evaluate(() => window.__zonesketch.ready());
  await act(page);
  // Lazy panels and their data.
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('[class*="loading"]') === null);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  process.stdout.write(`docs/images/${name}.png\n`);
  await context.close();
}
await browser.close();
await site.close();
