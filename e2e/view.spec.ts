import { expect, test } from './fixtures';
import { boxOf } from './pages/board';
import { halfDrawn, hundredPods } from './starts';

test.describe('finding and commanding', () => {
  test('Find goes to a machine', async ({ app }) => {
    await app.openDesign(hundredPods);
    await app.press('Control+f');
    await app.picker.choose('find', 'cp-3');
    await expect(app.board.thing('controlPlaneNode', 'cp-3')).toBeFocused();
    await expect(app.inspector.title).toHaveText('cp-3');
  });

  test('Find goes to a pod, and the inspector says where it runs', async ({ app }) => {
    const { placement } = await (await app.openDesign(hundredPods)).evaluated();
    const pod = placement.pods.find((each) => each.workload === 'workload-api');
    await app.press('Control+f');
    await app.picker.choose('find', pod?.pod ?? '');
    await expect(app.inspector.title).toHaveText(pod?.pod ?? '');
    await expect(app.inspector.aside).toContainText(pod?.node ?? '');
  });

  test('the command palette runs commands and places things', async ({ app }) => {
    await app.openDesign(halfDrawn);
    await app.press('Control+k');
    await app.picker.choose('commands', app.t('command.placeItem', { name: app.t('palette.note') }));
    await expect(app.board.things('note')).toHaveCount(1);
    await app.topBar.button('top.commands').click();
    await app.picker.choose('commands', app.t('command.undo'));
    await expect(app.board.things('note')).toHaveCount(0);
    await app.press('Control+k');
    await app.picker.input('commands').fill('no such thing');
    await expect(app.page.getByText(app.t('picker.empty'))).toBeVisible();
  });
});

test.describe('looking', () => {
  test('zoom, fit and the map', async ({ app, page }) => {
    await app.openDesign(halfDrawn);
    const zone = app.board.zone('a');
    const fitted = await boxOf(zone);
    await app.board.tool('command.zoomIn').click();
    await expect.poll(async () => (await boxOf(zone)).width).toBeCloseTo(fitted.width * 1.25, 0);
    await app.board.tool('command.zoomOut').click();
    await expect.poll(async () => (await boxOf(zone)).width).toBeCloseTo(fitted.width, 0);

    // The map gives way where everything is in sight and it would lie over it.
    for (let times = 0; times < 3; times++) await app.board.tool('command.zoomIn').click();
    const map = page.getByRole('img', { name: app.t('board.map') });
    await map.dragTo(map, { sourcePosition: { x: 80, y: 50 }, targetPosition: { x: 30, y: 20 } });
    await expect.poll(async () => (await boxOf(zone)).x).not.toBeCloseTo(fitted.x, 0);
    await app.board.tool('command.fit').click();
    await expect.poll(async () => (await boxOf(zone)).x).toBeCloseTo(fitted.x, 0);
  });

  test('the traffic overlay', async ({ app }) => {
    await app.open('three-zones');
    const overlay = app.board.section.getByRole('group', { name: /cross zone borders$/ });
    await expect(overlay).toBeHidden();
    await app.board.tool('command.traffic').click();
    await expect(overlay).toBeVisible();
  });

  test('100 pods are all there, and no text is smaller than 11 px', async ({ app, page }) => {
    await app.openDesign(hundredPods);
    await expect(app.verdicts.item('pods')).toContainText('100/100');
    await expect(app.board.instances()).toHaveCount(12);
    for (const instance of await app.board.instances().all()) await expect(instance).toBeInViewport({ ratio: 0.99 });
    const sizes = await page.evaluate(() => {
      const board = document.getElementById('board');
      const words = document.createTreeWalker(board ?? document.body, NodeFilter.SHOW_TEXT);
      const found: { text: string; size: number }[] = [];
      for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
        const element = node.parentElement;
        const text = node.textContent?.trim() ?? '';
        if (element === null || text === '' || !element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden') !== null) continue;
        const drawn = element.getBoundingClientRect().width;
        const scale = element instanceof HTMLElement && element.offsetWidth > 0 ? drawn / element.offsetWidth : 1;
        if (drawn > 0) found.push({ text, size: Number.parseFloat(getComputedStyle(element).fontSize) * scale });
      }
      return found;
    });
    expect(sizes.length).toBeGreaterThan(20);
    expect(sizes.filter(({ size }) => size < 10.9)).toEqual([]);
  });
});

test.describe('1280x720', () => {
  test.use({ viewport: { width: 1280, height: 720 } });

  for (const language of ['en', 'ko'] as const) {
    test.describe(language, () => {
      test.use({ language });
      test('nothing is cut off', async ({ app, page }) => {
        await app.open('three-zones');
        const room = await page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          return { scrollWidth, scrollHeight };
        });
        expect(room).toEqual({ scrollWidth: 1280, scrollHeight: 720 });
        const { board, verdicts, topBar, dock, palette } = app;
        const whole = [
          ...(['top.menu', 'top.templates', 'top.designs', 'top.commands', 'top.shortcuts', 'top.language', 'top.theme', 'top.export'] as const).map((key) => topBar.button(key)),
          ...(['quorum', 'pods', 'skew', 'dropped', 'crossZone', 'total'] as const).map((verdict) => verdicts.item(verdict)),
          ...['a', 'b', 'c'].map((letter) => board.zone(letter)),
          ...(['command.fit', 'command.traffic', 'command.killing'] as const).map((key) => board.tool(key)),
          dock.tab('failure'),
          dock.tab('trust'),
          palette.item('zone'),
          app.inspector.title,
        ];
        for (const part of whole) await expect(part).toBeInViewport({ ratio: 0.99 });
        const cut = await page.evaluate(() =>
          [...document.querySelectorAll('header button, section button, aside h2')]
            .filter((element) => element instanceof HTMLElement && element.checkVisibility() && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible')
            .map((element) => element.textContent),
        );
        expect(cut).toEqual([]);
      });
    });
  }
});
