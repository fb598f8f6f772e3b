import { expect, test } from './fixtures';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('a phone shows the board and its verdicts, to read', async ({ app, page }) => {
  await app.open('three-zones');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expect(app.verdicts.item('quorum')).toBeInViewport({ ratio: 0.9 });
  for (const letter of ['a', 'b', 'c']) await expect(app.board.zone(letter)).toBeInViewport({ ratio: 0.9 });
  await expect(app.palette.nav).toBeHidden();
  await expect(app.inspector.aside).toBeHidden();

  const before = await app.design();
  const drag = await app.board.take(app.board.thing('controlPlaneNode', 'cp-a'));
  await drag.over(await app.board.inZone('b'));
  await drag.drop();
  await app.board.zone('a').focus();
  await app.press('Delete', 'n', 'x');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(app.verdicts.dead).toBeHidden();
  expect(await app.design()).toEqual(before);
});
