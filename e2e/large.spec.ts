import { design, group, overZones, workload } from '#engine/testing/designs';
import { expect, test } from './fixtures';

/** Takes seconds to evaluate. */
const large = design({
  settings: { controlPlane: 'eks' },
  entities: [
    ...Array.from('abc', (letter) => group(`asg-${letter}`, letter, 700, { max: 700, instanceTypes: ['m6i.2xlarge'] })),
    ...Array.from({ length: 100 }, (_, index) => workload(`app-${index}`, 400, { topologySpreadConstraints: overZones })),
  ],
});

test('an evaluation that takes long tells how far it is, can be stopped and taken up again', async ({ app, page }) => {
  test.slow();
  const { t, board, dock, verdicts } = app;
  await app.open('three-zones');
  await page.evaluate((start) => window.__zonesketch?.open(start), large);
  await expect(verdicts.section.getByRole('progressbar')).toBeVisible();
  await verdicts.section.getByRole('button', { name: t('verdicts.stop') }).click();
  await expect(verdicts.section.getByText(t('verdicts.stopped'))).toBeVisible();
  // Nothing that is shown is about the design before.
  await expect(verdicts.section).not.toContainText('12/12');

  await verdicts.section.getByRole('button', { name: t('verdicts.evaluate') }).click();
  await expect(verdicts.item('pods')).toContainText('40,000/40,000', { timeout: 60_000 });
  await expect(verdicts.section.getByText(t('verdicts.stopped'))).toBeHidden();

  // So can the timeline of a loss, and planned work.
  await dock.open('failure');
  await board.killZone('b').click();
  const timeline = page.getByRole('region', { name: t('timeline.title') });
  await expect(timeline.getByRole('progressbar', { name: new RegExp(t('analysis.placement', { done: String.raw`[\d,]+`, wanted: '40,000' })) })).toBeVisible({ timeout: 60_000 });
  await timeline.getByRole('button', { name: t('analysis.stop') }).click();
  await expect(timeline.getByText(t('analysis.stopped'))).toBeVisible();
  await timeline.getByRole('button', { name: t('analysis.again') }).click();
  await expect(timeline.getByRole('progressbar')).toBeVisible();

  const work = await dock.open('maintenance');
  await work.getByRole('button', { name: new RegExp(t('maintenance.work')) }).click();
  await page.getByRole('option', { name: t('maintenance.work.upgrade'), exact: true }).click();
  await expect(work.getByRole('progressbar', { name: new RegExp(t('analysis.placement', { done: String.raw`[\d,]+`, wanted: '40,000' })) })).toBeVisible({ timeout: 60_000 });
  await work.getByRole('button', { name: t('analysis.stop') }).click();
  await expect(work.getByText(t('analysis.stopped'))).toBeVisible();
  await expect(work.getByRole('button', { name: t('analysis.again') })).toBeEnabled();
});

test('a group too large to read is a summary until it is unfolded', async ({ app, page }) => {
  const entities = [group('asg', 'a', 120, { max: 120 }), workload('web', 240)];
  await app.openDesign(design({ settings: { controlPlane: 'eks' }, entities }));
  const instances = page.locator('.react-flow__node-instance');
  await expect(instances).toHaveCount(0);
  await expect(page.getByText(app.t('board.pods', { count: 240 })).first()).toBeVisible();
  await page.getByRole('button', { name: app.t('board.unfold', { name: 'asg' }) }).click();
  await expect(instances).toHaveCount(120);
  await page.getByRole('button', { name: app.t('board.fold', { name: 'asg' }) }).click();
  await expect(instances).toHaveCount(0);
  await expect(app.topBar.undo).toBeDisabled();
});
