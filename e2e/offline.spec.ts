import { serveDirectory } from '../scripts/serveDirectory.mjs';
import { builtPage, expect, test } from './fixtures';
import { panels } from './pages/dock';

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the whole page works once it was loaded, from under a path, in parts that were never opened', async ({ app, page, context }) => {
    const server = await serveDirectory(builtPage, '/some/path/');
    await page.goto(server.url);
    await app.started();
    await app.palette.item('note').press('Enter');
    await app.saved();
    // Every file is kept before the worker is active.
    await page.evaluate(() => navigator.serviceWorker.ready);
    await server.close();
    await context.setOffline(true);

    await page.reload();
    await app.started();
    await expect(app.board.things('note')).toHaveCount(1);
    for (const panel of panels) await expect(await app.dock.open(panel)).toBeVisible();
    await app.topBar.button('top.export').click();
    await expect(app.exportDialog.file('network.tf')).toBeVisible();
    await app.exportDialog.button('common.close').click();
    await app.topBar.button('top.templates').click();
    await app.gallery.card('regional-group').click();
    await expect(app.board.thing('autoScalingGroup', 'asg-workers')).toBeVisible();
    const quorum = app.verdicts.item('quorum');
    await expect(quorum).toContainText(app.t('verdicts.anyOneZone'));
  });
});

test('the policy allows nothing inline and nothing from elsewhere', async ({ app, page, problems }) => {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => document.documentElement.setAttribute('data-violation', `${event.effectiveDirective} ${event.blockedURI}`));
  });
  await app.open();
  // Nothing tries, not even a library that would do without.
  await expect(page.locator('html')).not.toHaveAttribute('data-violation');
  const policy = (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toMatch(/https?:|\*/);
  // It is in force: this would be a request elsewhere, and the browser does not even begin it.
  const refused = await page.evaluate(() => {
    const violation = new Promise<string>((resolve) => document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true }));
    void fetch('data:text/plain,x').catch(() => undefined);
    return violation;
  });
  expect(refused).toBe('connect-src');
  // The browser complains, as it should.
  await expect.poll(() => problems.filter((problem) => problem.includes('Content Security Policy')).length).toBe(2);
  problems.length = 0;
});
