import type { Page } from '@playwright/test';
import { axeFinds, dockPanel } from './axe';
import { expect, test } from './fixtures';
import { noHeadroom, thousandPods } from './starts';

async function accessible(page: Page): Promise<void> {
  expect(await axeFinds(page, dockPanel)).toEqual([]);
}

for (const { language, colorScheme } of [
  { language: 'en', colorScheme: 'light' },
  { language: 'ko', colorScheme: 'dark' },
] as const) {
  test.describe(`${language}, ${colorScheme}`, () => {
    test.use({ language, colorScheme });

    test('the matrix tells volumes, databases and file systems, and every pair of zones on request', async ({ app, page }) => {
      await app.open('regional-group');
      const { t, dock, verdicts } = app;
      const panel = await dock.open('failure');
      await expect(panel.getByRole('columnheader', { name: t('matrix.database', { name: 'cms' }) })).toBeVisible();
      await expect(panel.getByText(t('matrix.database.failsOverIn', { from: 60, to: '120\u202fs' })).first()).toBeVisible();
      await panel.getByRole('button', { name: t('matrix.askPairs') }).click();
      await expect(panel.getByText(t('matrix.pairs'))).toBeVisible();
      const pair = panel.getByRole('button', { name: 'ap-northeast-2a + ap-northeast-2b', exact: true });
      await pair.click();
      await expect(pair).toHaveAttribute('aria-pressed', 'true');
      await expect(verdicts.dead).toBeVisible();
      await expect(panel.getByRole('heading', { name: /ap-northeast-2a \+ ap-northeast-2b/ }).first()).toBeVisible();
      await accessible(page);
    });

    test('machines that die at random: how it may come out, and how many sets that rests on', async ({ app, page }) => {
      await app.open('three-zones');
      const { t, dock, verdicts } = app;
      const panel = await dock.open('failure');
      await panel.getByRole('button', { name: t('random.title') }).click();
      await panel.getByRole('button', { name: t('random.run') }).click();
      await expect(panel.getByText(t('random.exact', { machines: 9, dead: 2, sets: 36 }))).toBeVisible();
      await expect(panel.getByRole('row', { name: new RegExp(t('random.quorum')) })).toContainText('%');
      await accessible(page);
      await panel.getByRole('button', { name: new RegExp(`^${t('random.show', { names: '.+' })}$`) }).click();
      await expect(verdicts.dead).toBeVisible();
    });

    test('headroom: searched for from the finding, seen before it is made', async ({ app, page }) => {
      await app.openDesign(noHeadroom);
      const { t, dock } = app;
      const panel = await dock.open('findings');
      const finding = panel.getByRole('listitem').filter({ hasText: 'capacity-n-minus-one' });
      await finding.getByRole('button', { name: t('headroom.search') }).click();
      const fix = finding.getByRole('table').locator('xpath=following-sibling::*').getByRole('button');
      await expect(fix).toBeVisible();
      // From one fix to the other: each tells what it changes.
      await finding.getByRole('button').filter({ has: page.locator('svg') }).first().hover();
      await fix.hover();
      await expect(fix).toHaveAccessibleDescription(/→|\$/);
      await accessible(page);
      await fix.click();
      await expect(finding).toBeHidden();
      const own = await dock.open('failure');
      await own.getByRole('button', { name: t('headroom.title') }).click();
      await own.getByRole('button', { name: t('headroom.search') }).click();
      await expect(own.getByText(t('headroom.enough'))).toBeVisible();
    });

    test('a zone that is back: what AZRebalance launches, terminates and cuts off', async ({ app, page }) => {
      await app.open('regional-group');
      const { t, board, dock } = app;
      await board.killZone('b').click();
      const panel = await dock.open('failure');
      await panel.getByRole('button', { name: t('return.title', { names: 'ap-northeast-2b' }) }).click();
      const table = panel.getByRole('table').filter({ has: page.getByRole('columnheader', { name: t('return.terminates') }) });
      await expect(table.getByRole('row').nth(1)).toContainText('b\u00a02');
      await expect(panel.getByText(new RegExp(t('return.stay').replaceAll('.', String.raw`\.`)))).toBeVisible();
      await accessible(page);
    });

    test('a zone without capacity: what is launched elsewhere, tried again, short of its minimum, and which pods wait', async ({ app, page }) => {
      await app.open('three-zones');
      const { t, dock } = app;
      const panel = await dock.open('failure');
      await panel.getByRole('button', { name: new RegExp(`^${t('noCapacity.title')}`) }).click();
      const groups = panel.getByRole('table').filter({ has: page.getByRole('columnheader', { name: t('return.instead') }) });
      const asg = groups.getByRole('row').nth(1);
      await expect(asg).toContainText(t('return.retried', { count: 2 }));
      await expect(asg).toContainText(t('return.short', { count: 2 }));
      const waiting = panel.getByRole('row', { name: /orders-db-0/ });
      await expect(waiting).toContainText("didn't match PersistentVolume's node affinity");
      await accessible(page);
      await panel.getByRole('button', { name: new RegExp(t('noCapacity.lost')) }).click();
      await page.getByRole('option', { name: 'ap-northeast-2b', exact: true }).click();
      await expect(panel.getByRole('row', { name: /orders-db-1/ })).toContainText(t('noCapacity.pending'));
      await expect(waiting).toBeHidden();
    });

    test('planned work: a budget that blocks a drain, a zonal shift, an upgrade', async ({ app, page }) => {
      await app.openDesign(noHeadroom);
      const { t, dock } = app;
      const panel = await dock.open('maintenance');
      const choose = async (what: RegExp | string, option: string) => {
        await panel.getByRole('button', { name: what }).click();
        await page.getByRole('option', { name: option, exact: true }).click();
      };
      const work = new RegExp(t('maintenance.work'));
      // minAvailable 3 of 3.
      await expect(panel.getByText(/PodDisruptionBudget.*3.*3/)).toBeVisible();
      const pod = panel.getByRole('button', { name: 'web-0', exact: true });
      await pod.click();
      await expect(pod).toHaveAttribute('aria-pressed', 'true');
      await accessible(page);
      await choose(work, t('maintenance.work.shift'));
      await expect(panel.getByText(/DNS/)).toBeVisible();
      await expect(panel.getByRole('row', { name: /web/ })).toContainText('3 → 2');
      await panel.getByText(t('maintenance.loadBalancers')).click();
      await expect(panel.getByText(/DNS/)).toBeHidden();
      await choose(work, t('maintenance.work.upgrade'));
      await expect(panel.getByRole('row', { name: /web/ })).toBeVisible();
      await accessible(page);
    });

    test('a grey failure: whom it meets, what notices it, and what never does', async ({ app, page }) => {
      await app.openDesign(noHeadroom);
      const { t, dock } = app;
      const panel = await dock.open('failure');
      await panel.getByRole('button', { name: new RegExp(`^${t('grey.title')}.*${t('grey.hint')}`) }).click();
      const service = panel.getByRole('row', { name: /client-lb/ });
      await expect(service).toContainText('client-lb 33.3');
      const balancer = panel.getByRole('row', { name: /lb-1/ });
      const before = await balancer.textContent();
      const loss = panel.getByRole('textbox', { name: t('grey.loss') });
      await loss.fill('50');
      await loss.press('Enter');
      await expect(balancer).not.toHaveText(before ?? '');
      await expect(panel.getByRole('row', { name: /readiness probe|준비성 프로브/ })).toContainText('75');
      await accessible(page);
    });
  });
}

test('random failures can be stopped; what was tried by then stays, and is not called exact', async ({ app }) => {
  await app.openDesign(thousandPods);
  const { t, dock } = app;
  const panel = await dock.open('failure');
  await panel.getByRole('button', { name: t('random.title') }).click();
  const dead = panel.getByRole('textbox', { name: t('random.dead') });
  await dead.fill('7');
  await dead.press('Enter');
  await panel.getByRole('button', { name: t('random.run') }).click();
  // At least one report has come.
  await expect(panel.getByRole('row', { name: new RegExp(t('random.quorum')) })).toBeVisible();
  await panel.getByRole('button', { name: t('analysis.stop') }).click();
  await expect(panel.getByText(t('analysis.stopped'))).toBeVisible();
  await expect(panel.getByText(/machines so far/)).toBeVisible();
});
