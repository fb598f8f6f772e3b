import { expect, test } from './fixtures';
import { boxOf } from './pages/board';
import { halfDrawn } from './starts';

test.describe('choosing', () => {
  test('several with Shift; they move together as one step', async ({ app }) => {
    await app.openDesign(halfDrawn);
    await app.board.thing('controlPlaneNode', 'cp-1').click();
    await expect(app.inspector.title).toHaveText('cp-1');
    await app.board.thing('controlPlaneNode', 'cp-2').click({ modifiers: ['Shift'] });
    await expect(app.inspector.title).toHaveText(app.t('inspector.several', { count: 2 }));
    await app.oneStep(async () => {
      const drag = await app.board.take(app.board.thing('controlPlaneNode', 'cp-2'));
      await drag.over(await app.board.inZone('c'));
      await drag.drop();
    });
    expect((await app.design()).entities.flatMap((entity) => (entity.kind === 'controlPlaneNode' ? entity.zone : []))).toEqual(['zone-c', 'zone-c']);
  });

  test('with a box, drawn with Shift', async ({ app, page }) => {
    await app.openDesign(halfDrawn);
    const from = await boxOf(app.board.thing('controlPlaneNode', 'cp-1'));
    const to = await boxOf(app.board.thing('controlPlaneNode', 'cp-2'));
    await page.keyboard.down('Shift');
    await page.mouse.move(from.x - 3, from.y - 3);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + 20, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await expect(app.inspector.title).toHaveText(app.t('inspector.several', { count: 2 }));
    await expect(app.board.thing('controlPlaneNode', 'cp-1')).toHaveAttribute('aria-current', 'true');
  });

  test('a click on the empty board lets go', async ({ app, page }) => {
    await app.openDesign(halfDrawn);
    await app.board.thing('controlPlaneNode', 'cp-1').click();
    await expect(app.inspector.title).toHaveText('cp-1');
    const place = await app.board.inZone('c');
    await page.mouse.click(place.x, place.y);
    await expect(app.inspector.title).toHaveText(app.t('inspector.settings'));
  });
});

test.describe('copies', () => {
  test('copy and paste, cut and paste, duplicate, delete: one step each', async ({ app }) => {
    await app.openDesign(halfDrawn);
    const members = app.board.things('controlPlaneNode');
    await app.board.thing('controlPlaneNode', 'cp-1').click();

    await app.press('Control+c');
    await app.oneStep(() => app.press('Control+v'));
    await expect(members).toHaveCount(3);

    await app.board.thing('controlPlaneNode', 'cp-3').click();
    await app.oneStep(() => app.press('Control+x'));
    await expect(members).toHaveCount(2);
    await app.board.section.focus();
    await app.press('Control+v');
    await expect(members).toHaveCount(3);

    await app.board.thing('controlPlaneNode', 'cp-2').click();
    await app.oneStep(() => app.press('Control+d'));
    await expect(members).toHaveCount(4);

    await app.board.thing('controlPlaneNode', 'cp-2').click();
    await app.oneStep(() => app.press('Delete'));
    await expect(members).toHaveCount(3);
  });

  test('between two tabs', async ({ app, newTab }) => {
    await app.openDesign(halfDrawn);
    await app.board.thing('workload', 'web').click();
    await app.press('Control+c');

    const other = await newTab();
    await other.open('one-zone');
    await other.page.bringToFront();
    const before = await other.ids('workload');
    await other.board.zone('a').click();
    await other.press('Control+v');
    await expect.poll(() => other.ids('workload')).toHaveLength(before.length + 1);
    expect(await app.ids('workload')).toHaveLength(2);
  });
});

test('deleting a thing takes its links along, and undo brings both', async ({ app }) => {
  await app.open('three-zones');
  const links = (await app.design()).links.length;
  expect(links).toBeGreaterThan(0);
  await app.board.things('client').click();
  await app.oneStep(() => app.press('Backspace'));
  expect((await app.design()).links.length).toBeLessThan(links);
  await app.press('Control+z');
  await expect.poll(async () => (await app.design()).links.length).toBe(links);
  await app.press('Control+Shift+z');
  await expect(app.board.things('client')).toHaveCount(0);
});
