import { axeFinds, dockPanel } from './axe';
import { expect, test } from './fixtures';
import type { App } from './pages/app';
import { byLuck, hundredPods, oneNode } from './starts';

const seed = async (app: App) => (await app.design()).settings.seed;

/** Draws 100 times and waits for the end. */
async function drawn(app: App) {
  const panel = await app.dock.open('draws');
  await panel.getByRole('button', { name: app.t('draws.run', { count: '100' }) }).click();
  await expect(panel.getByRole('columnheader', { name: app.t('draws.worst') })).toBeVisible();
  await expect(panel.getByRole('progressbar')).toBeHidden();
  return panel;
}

test('what survives only by luck is said so, and each draw can be looked at', async ({ app }) => {
  const { t, verdicts } = app;
  await app.openDesign(byLuck);
  await expect(verdicts.item('anyZone')).toBeHidden();
  const panel = await drawn(app);
  await expect(panel.getByText(/only by luck: in \d+ of 100 draws/)).toBeVisible();
  await expect(verdicts.item('anyZone')).toContainText(t('verdicts.byLuck'));

  await app.oneStep(async () => {
    const row = panel.getByRole('row', { name: new RegExp(`^${t('draws.worstLoss')}`) });
    await row.getByRole('button', { name: new RegExp(`^${t('verdict.survives')} draw`) }).first().click();
    await row.getByRole('button', { name: new RegExp(`^${t('verdict.down')} draw`) }).click();
  });
  const shown = await seed(app);
  await expect(panel.getByText(t('draws.shown', { seed: shown ?? -1 }))).toBeVisible();
  const { failures } = await app.evaluated();
  expect(failures.filter((row) => row.zones.length > 0).flatMap((row) => row.workloads.map((workload) => workload.verdict))).toContain('down');
  // To look at a draw changes nothing that was drawn.
  await expect(panel.getByText(t('draws.stale'))).toBeHidden();
  await expect(verdicts.item('anyZone')).toBeVisible();
});

test('draws of another design are said to be old, until it is the same again', async ({ app }) => {
  const { t, verdicts } = app;
  await app.openDesign(byLuck);
  const panel = await drawn(app);
  await app.page.evaluate(() => window.__zonesketch?.dispatch({ type: 'set', id: 'workload-db', fields: { neededShare: 1 } }));
  await expect(panel.getByText(t('draws.stale'))).toBeVisible();
  await expect(verdicts.item('anyZone')).toBeHidden();
  await app.topBar.undo.click();
  await expect(panel.getByText(t('draws.stale'))).toBeHidden();
  await expect(verdicts.item('anyZone')).toBeVisible();
});

test('draw again, from the panel and as a command; undo goes back to the first by name', async ({ app }) => {
  const { t, page } = app;
  await app.openDesign(byLuck);
  const before = await app.evaluated();
  const panel = await app.dock.open('placement');
  await expect(panel.getByText(t('draws.shownByName'))).toBeVisible();
  await panel.getByRole('button', { name: t('draws.again') }).click();
  await expect(panel.getByText(t('draws.shown', { seed: 1 }))).toBeVisible();
  await app.press('Control+k');
  await app.picker.choose('commands', t('command.drawAgain'));
  await expect.poll(() => seed(app)).toBe(2);
  expect((await app.evaluated()).placement.pods).not.toEqual(before.placement.pods);
  await app.topBar.undo.click();
  await expect.poll(() => seed(app)).toBeNull();
  expect((await app.evaluated()).placement.pods).toEqual(before.placement.pods);
  await panel.getByRole('button', { name: t('draws.many') }).click();
  await expect(app.dock.panel('draws').getByText(t('draws.intro'))).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeHidden();
});

test('a long run can be stopped; what has been drawn stays', async ({ app }) => {
  const { t } = app;
  await app.openDesign(hundredPods);
  const panel = await app.dock.open('draws');
  await panel.getByRole('button', { name: t('draws.run', { count: '1,000' }) }).click();
  await expect(panel.getByRole('columnheader', { name: t('draws.likely') })).toBeVisible();
  await panel.getByRole('button', { name: t('draws.stop') }).click();
  await expect(panel.getByText(/^Stopped after \d+ of 1,000 draws/)).toBeVisible();
  await expect(panel.getByRole('row', { name: new RegExp(`^${t('draws.pending')}`) })).toBeVisible();
  await expect(panel.getByRole('button', { name: t('draws.run', { count: '100' }) })).toBeEnabled();
});

test('where chance decides nothing one draw says so', async ({ app }) => {
  await app.openDesign(oneNode);
  const panel = await app.dock.open('draws');
  await panel.getByRole('button', { name: app.t('draws.run', { count: '1,000' }) }).click();
  await expect(panel.getByText(app.t('draws.certain'))).toBeVisible();
  await expect(panel.getByText(app.t('draws.certainFails'))).toBeVisible();
});

for (const { language, colorScheme } of [
  { language: 'en', colorScheme: 'dark' },
  { language: 'ko', colorScheme: 'light' },
] as const) {
  test.describe(`axe finds nothing, ${language}, ${colorScheme}`, () => {
    test.use({ language, colorScheme });
    test('in the result of many draws', async ({ app, page }) => {
      await app.openDesign(byLuck);
      const panel = await drawn(app);
      await panel.getByRole('button', { name: app.t('draws.again') }).click();
      await expect(panel.getByText(app.t('draws.shown', { seed: 1 }))).toBeVisible();
      expect(await axeFinds(page, dockPanel)).toEqual([]);
    });
  });
}
