import type { Page } from '@playwright/test';
import { axeFinds, dockPanel } from './axe';
import { expect, test } from './fixtures';
import { panels } from './pages/dock';
import { everyKind } from './starts';

/** `within`: what has changed since the last look, where the rest of the page has not. */
async function checked(page: Page, state: string, within?: string): Promise<void> {
  await test.step(state, async () => {
    expect(await axeFinds(page, within), state).toEqual([]);
  });
}

// Every state in both languages and both appearances, in two passes: words and colours do not depend on each other.
for (const { language, colorScheme } of [
  { language: 'en', colorScheme: 'light' },
  { language: 'ko', colorScheme: 'dark' },
] as const) {
  test.describe(`axe finds nothing, ${language}, ${colorScheme}`, () => {
    test.use({ language, colorScheme });

    test('board, selection, failure', async ({ app, page }) => {
      await app.openDesign(everyKind);
      await checked(page, 'board');
      await app.board.thing('autoScalingGroup', 'asg-1').click();
      await checked(page, 'a group is selected', '#inspector');
      await app.select('workload-web');
      await checked(page, 'a workload is selected', '#inspector');
      const volume = app.inspector.aside.getByRole('textbox').first();
      await volume.fill('!');
      await checked(page, 'a field is wrong', '#inspector');
      await app.board.tool('command.traffic').click();
      await app.board.killZone('a').click();
      await app.dock.open('failure');
      await expect(app.verdicts.dead).toBeVisible();
      await checked(page, 'a zone is dead');
    });

    test('panels', async ({ app, page }) => {
      // A pass of axe for each of a dozen panels.
      test.slow();
      await app.open('regional-group-ebs');
      for (const panel of panels) {
        await expect(await app.dock.open(panel)).toBeVisible();
        await expect(app.dock.panel(panel).getByText(app.t('common.loading'), { exact: true })).toBeHidden();
        await checked(page, panel, dockPanel);
      }
    });

    test('dialogs', async ({ app, page }) => {
      await app.open('three-zones');
      const close = async () => {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toBeHidden();
      };
      await app.topBar.button('top.export').click();
      await expect(app.exportDialog.file('network.tf')).toBeVisible();
      await checked(page, 'export', '[role=dialog]');
      await close();
      await app.topBar.button('top.templates').click();
      await expect(app.gallery.card('three-zones')).toBeVisible();
      await checked(page, 'gallery', '[role=dialog]');
      await close();
      for (const [open, title] of [
        ['top.designs', 'designs.title'],
        ['top.shortcuts', 'shortcuts.title'],
      ] as const) {
        await app.topBar.button(open).click();
        await expect(app.dialog(title)).toBeVisible();
        await checked(page, title, '[role=dialog]');
        await close();
      }
      await app.topBar.choose('top.history');
      await expect(app.dialog('history.title')).toBeVisible();
      await checked(page, 'earlier states', '[role=dialog]');
      await close();
      for (const [keys, list] of [
        ['Control+k', 'commands'],
        ['Control+f', 'find'],
      ] as const) {
        await app.press(keys);
        await expect(app.picker.input(list)).toBeVisible();
        await checked(page, list, '[role=dialog]');
        await close();
      }
    });

    test('menus and an empty design', async ({ app, page }) => {
      await app.open('three-zones');
      for (const menu of ['top.menu', 'top.language', 'top.theme'] as const) {
        await app.topBar.button(menu).click();
        await expect(page.getByRole('menu')).toBeVisible();
        await checked(page, menu, '[role=menu]');
        await page.keyboard.press('Escape');
        await expect(page.getByRole('menu')).toBeHidden();
      }
      await app.board.thing('controlPlaneNode', 'cp-a').click({ button: 'right' });
      await expect(page.getByRole('menu')).toBeVisible();
      await checked(page, 'the menu of a thing', '[role=menu]');
      await page.keyboard.press('Escape');
      await app.topBar.choose('top.new');
      await expect(app.board.things('controlPlaneNode')).toHaveCount(0);
      await app.dock.open('placement');
      await expect(app.dock.panel('placement')).toContainText(app.t('placement.noNodes'));
      await checked(page, 'an empty design');
    });
  });
}

test.describe('reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves', async ({ app, page }) => {
    await app.open('three-zones');
    await app.topBar.button('top.templates').click();
    await expect(app.gallery.dialog).toBeVisible();
    const moving = await page.evaluate(() => document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0) > 1).length);
    expect(moving).toBe(0);
    await page.keyboard.press('Escape');
    await app.board.tool('command.zoomIn').click();
    const durations = await page.evaluate(() =>
      [...document.querySelectorAll('*')].map((element) => getComputedStyle(element)).filter((style) => [style.transitionDuration, style.animationDuration].some((duration) => duration.split(', ').some((each) => Number.parseFloat(each) > 0.001))).length,
    );
    expect(durations).toBe(0);
  });
});
