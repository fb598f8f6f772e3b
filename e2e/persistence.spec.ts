import { emptyDesign } from '#engine/design/newEntity';
import { serializeDesign } from '#engine/design/serialize';
import { expect, test } from './fixtures';
import { halfDrawn } from './starts';

test.describe('what is kept', () => {
  test('a reload finds the design, the language, the appearance and the open panel', async ({ app, page }) => {
    await app.openDesign(halfDrawn);
    await app.palette.item('note').press('Enter');
    await app.dock.open('cost');
    await app.topBar.button('top.theme').click();
    await page.getByRole('menuitem', { name: app.t('top.themeDark') }).click();
    await app.saved();
    const before = await app.text();
    await app.reload();
    expect(await app.text()).toBe(before);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(app.dock.panel('cost')).toBeVisible();
  });

  test('what was done right before the page is left', async ({ app }) => {
    await app.openDesign(halfDrawn);
    await app.palette.item('note').press('Enter');
    await expect(app.board.things('note')).toHaveCount(1);
    // Sooner than the page saves by itself.
    await app.reload();
    await expect(app.board.things('note')).toHaveCount(1);
  });

  test('what was saved before a crash', async ({ app, page, context, newTab }) => {
    await app.openDesign(halfDrawn);
    await app.palette.item('note').press('Enter');
    await app.saved();
    const before = await app.text();
    const devtools = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void devtools.send('Page.crash').catch(() => undefined);
    await crashed;

    const after = await newTab();
    await after.open();
    expect(await after.text()).toBe(before);
    await expect(after.notice(/another tab/)).toBeHidden();
  });

  test('several designs: each with its own state', async ({ app }) => {
    await app.open('two-zones');
    await app.topBar.name.fill('First');
    await app.topBar.choose('top.new');
    await app.topBar.name.fill('Second');
    await app.topBar.name.press('Enter');
    await app.palette.item('note').press('Enter');
    await app.saved();

    await app.topBar.button('top.designs').click();
    const list = app.dialog('designs.title');
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await list.getByRole('button', { name: /^First/ }).click();
    await expect(list).toBeHidden();
    await expect(app.topBar.name).toHaveValue('First');
    await expect(app.board.things('note')).toHaveCount(0);

    await app.topBar.button('top.designs').click();
    await list.getByRole('button', { name: `${app.t('common.duplicate')} Second` }).click();
    await expect(list.getByRole('listitem')).toHaveCount(3);
    await list.getByRole('button', { name: `${app.t('common.delete')} Second`, exact: true }).click();
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await list.getByRole('button', { name: /^Second \(copy\)/ }).click();
    await expect(app.board.things('note')).toHaveCount(1);
  });

  test('earlier states to go back to, and forth again', async ({ app }) => {
    await app.open('two-zones');
    const first = await app.design();
    await app.palette.item('note').press('Enter');
    await app.saved();
    const second = await app.design();
    await app.topBar.choose('top.history');
    const kept = app.dialog('history.title').getByRole('region', { name: app.t('history.snapshots') });
    await kept.getByRole('button').last().click();
    await expect.poll(() => app.design()).toEqual(first);
    await app.topBar.undo.click();
    await expect.poll(() => app.design()).toEqual(second);
  });
});

test('a second tab gets a copy and says so; neither loses work', async ({ app, newTab }) => {
  await app.openDesign(halfDrawn);
  await app.saved();
  const second = await newTab();
  await second.open();
  await expect(second.notice(/is open in another tab/)).toBeVisible();
  await expect(second.topBar.name).toHaveValue('Test (copy)');

  await app.palette.item('note').press('Enter');
  await second.palette.item('database').press('Enter');
  await Promise.all([app.saved(), second.saved()]);
  await app.reload();
  await second.reload();
  await expect(app.board.things('note')).toHaveCount(1);
  await expect(app.board.things('database')).toHaveCount(0);
  await expect(second.board.things('note')).toHaveCount(0);
  await expect(second.board.things('database')).toHaveCount(1);
  await expect(second.topBar.name).toHaveValue('Test (copy)');
});

test.describe('files', () => {
  const file = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

  test('a good one opens as a design of its own', async ({ app, page }) => {
    await app.open();
    const chosen = page.waitForEvent('filechooser');
    await app.topBar.choose('top.openFile');
    await (await chosen).setFiles(file('plan.zonesketch.json', serializeDesign({ ...halfDrawn, name: 'Plan' })));
    await expect(app.topBar.name).toHaveValue('Plan');
    await expect(app.notice(app.t('persist.opened', { file: 'plan.zonesketch.json' }))).toBeVisible();
    await expect(app.board.thing('controlPlaneNode', 'cp-2')).toBeVisible();
  });

  for (const [what, text, complaint] of [
    ['no JSON', 'no design', /JSON/],
    ['a newer version', '{"zonesketch": 99}', /zonesketch: /],
    ['an unknown kind', '{"zonesketch": 1, "entities": [{"id": "x", "kind": "spaceship"}]}', /entities\[0\]\.kind: /],
    ['a number out of range', '{"zonesketch": 1, "entities": [{"id": "w", "kind": "workload", "name": "w", "replicas": -1, "containers": []}]}', /entities\[0\]\.replicas: /],
    ['a polluted prototype', '{"zonesketch": 1, "__proto__": {"polluted": true}}', /__proto__/],
  ] as const) {
    test(`${what}: says where and what was expected, and changes nothing`, async ({ app, page }) => {
      await app.open();
      const before = await app.design();
      const chosen = page.waitForEvent('filechooser');
      await app.topBar.choose('top.openFile');
      await (await chosen).setFiles(file('bad.json', text));
      await expect(app.notice(app.t('persist.notADesign', { file: 'bad.json' }))).toBeVisible();
      await expect(app.notice(complaint)).toBeVisible();
      expect(await app.design()).toEqual(before);
      await expect(app.topBar.undo).toBeDisabled();
    });
  }

  test('dropped on the page', async ({ app, page }) => {
    await app.open();
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
      return data;
    }, serializeDesign({ ...emptyDesign('Dropped') }));
    await app.board.section.dispatchEvent('dragover', { dataTransfer: transfer });
    await app.board.section.dispatchEvent('drop', { dataTransfer: transfer });
    await expect(app.topBar.name).toHaveValue('Dropped');
  });

  test('saved as a file, the design is the same', async ({ app, page }) => {
    await app.openDesign(halfDrawn);
    const saved = page.waitForEvent('download');
    await app.topBar.choose('top.saveFile');
    const download = await saved;
    expect(download.suggestedFilename()).toBe('Test.zonesketch.json');
    const chosen = page.waitForEvent('filechooser');
    await app.topBar.choose('top.openFile');
    await (await chosen).setFiles(await download.path());
    await expect(app.notice(/^Opened/)).toBeVisible();
    expect(await app.text()).toBe(serializeDesign(halfDrawn));
  });
});
