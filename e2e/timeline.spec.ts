import { readFileSync } from 'node:fs';
import { parseDesignText } from '#engine/design/parse';
import { templates } from '#engine/templates/templates';
import { expect, test } from './fixtures';
import type { App } from './pages/app';

/** Loses a zone on the board and opens the timeline of it. */
async function lost(app: App, letter: string) {
  await app.board.killZone(letter).click();
  const panel = app.dock.panel('failure');
  if (!(await panel.isVisible())) await app.dock.open('failure');
  const timeline = panel.getByRole('region', { name: app.t('timeline.title') });
  await expect(timeline.getByText(app.t('timeline.events'))).toBeVisible();
  return timeline;
}

test('a lost zone, moment by moment: unnoticed, evicted, running again', async ({ app, page }) => {
  await app.open('three-zones');
  const { t, board, verdicts } = app;
  const timeline = await lost(app, 'b');
  const slider = timeline.getByRole('slider', { name: t('timeline.scrub') });

  await slider.focus();
  await page.keyboard.press('Home');
  await expect(timeline.getByText('0 s after the loss'.replaceAll(' s', '\u202fs'))).toBeVisible();
  // Nobody has noticed: dead endpoints keep their share, and their requests fail.
  await expect(timeline.getByText(/failed requests a second/)).toBeVisible();
  await expect(board.instance('asg-b-b-0')).toContainText(t('timeline.node.unreachable'));
  await expect(board.instance('asg-b-b-0')).toHaveAccessibleName(new RegExp(t('board.dead')));

  const next = timeline.getByRole('button', { name: t('timeline.next') });
  await expect(async () => {
    await next.click();
    await expect(board.instance('asg-b-b-0')).toContainText(t('timeline.node.tainted'), { timeout: 500 });
  }).toPass();
  await expect(async () => {
    await next.click();
    await expect(timeline.getByText(t('timeline.noErrors'))).toBeVisible({ timeout: 500 });
  }).toPass();

  await page.keyboard.press('Tab');
  await timeline.getByRole('button', { name: t('timeline.end') }).click();
  await expect(verdicts.item('pods')).toContainText(t('verdicts.pending', { count: 1 }));
  await expect(slider).toHaveAttribute('aria-valuetext', /\d/);
});

test('a delay that is changed moves what hangs on it, and can be put back', async ({ app }) => {
  await app.open('three-zones');
  const { t } = app;
  const timeline = await lost(app, 'b');
  const evicted = timeline.getByText(/pods evicted from/);
  const before = await evicted.textContent();
  await timeline.getByRole('button', { name: t('timeline.timers') }).click();
  const toleration = timeline.getByRole('textbox', { name: /tolerationSeconds/ });
  await toleration.fill('30');
  await toleration.press('Enter');
  await expect(evicted).not.toHaveText(before ?? '');
  await timeline.getByRole('button', { name: t('timeline.reset') }).click();
  await expect(evicted).toHaveText(before ?? '');
});

test('with reduced motion playing goes from event to event', async ({ app, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.open('three-zones');
  const { t } = app;
  const timeline = await lost(app, 'b');
  await timeline.getByRole('button', { name: t('timeline.play') }).click();
  await expect(timeline.locator('li[data-current]')).toContainText('b');
  await timeline.getByRole('button', { name: t('timeline.pause') }).click();
});

for (const language of ['en', 'ko'] as const) {
  test.describe(language, () => {
    test.use({ language });

    test('every template: zone b is lost, lived through, and a pod says why it is where it is', async ({ app, page }) => {
      test.slow();
      await app.open('three-zones');
      const { t, dock, verdicts } = app;
      for (const { id } of templates) {
        await test.step(id, async () => {
          const parsed = parseDesignText(readFileSync(`src/templates/data/${id}.json`, 'utf8'));
          if (!parsed.ok) throw new Error(id);
          await page.evaluate((design) => window.__zonesketch?.open(design), parsed.value);
          await app.evaluated();
          const timeline = await lost(app, 'b');
          const slider = timeline.getByRole('slider', { name: t('timeline.scrub') });
          await slider.focus();
          await page.keyboard.press('Home');
          const next = timeline.getByRole('button', { name: t('timeline.next') });
          for (let i = 0; i < 3 && (await next.isEnabled()); i++) await next.click();
          // Where the zone is empty all has settled at once.
          if (Number(await slider.getAttribute('max')) > 1) await expect(timeline.locator('li[data-current]')).toBeVisible();
          await slider.focus();
          await page.keyboard.press('End');
          const chip = timeline.locator('ol').getByRole('button', { name: /\// }).last();
          if ((await chip.count()) > 0) {
            const pod = (await chip.textContent()) ?? '';
            await chip.click();
            const why = await dock.open('why');
            await expect(why.getByRole('region', { name: t('why.story', { pod }) })).toBeVisible();
          }
          await verdicts.revive.click();
        });
      }
    });
  });
}
