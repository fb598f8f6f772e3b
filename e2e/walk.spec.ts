import { axeFinds, dockPanel } from './axe';
import { expect, test } from './fixtures';

for (const { language, colorScheme } of [
  { language: 'en', colorScheme: 'light' },
  { language: 'ko', colorScheme: 'dark' },
] as const) {
  test.describe(language, () => {
    test.use({ language, colorScheme });

    test('a request is followed hop by hop, and again after a zone is lost', async ({ app, page }) => {
      await app.open('cluster-policy');
      const { t, dock, board } = app;
      const panel = await dock.open('traffic');
      await panel.getByRole('tab', { name: t('traffic.tab.walk') }).click();
      const way = (name: string) => panel.getByRole('button', { name });
      await way('ap-northeast-2a').click();
      await way('asg-workers-b-0').click();
      await expect(panel.getByRole('status')).toContainText('25');
      await way('default/web-0').click();
      // A half by DNS, a half by the load balancer, a third by kube-proxy; two borders crossed, three transfers.
      await expect(panel.getByRole('status')).toContainText(/8[.]3.*2.*3/);
      await expect(way('default/web-0')).toHaveAttribute('aria-pressed', 'true');
      expect(await axeFinds(page, dockPanel)).toEqual([]);
      await panel.getByRole('button', { name: t('traffic.walk.again') }).click();
      await expect(way('default/web-0')).toBeHidden();
      await board.killZone('b').click();
      await expect(panel.getByText('ap-northeast-2b:')).toBeVisible();
      await expect(way('asg-workers-b-0')).toBeHidden();
    });
  });
}

test('a line of the board tells what takes it, and moves where that is wanted', async ({ app, page }) => {
  await app.open('local-policy');
  const { board } = app;
  await app.select('svc-web');
  const line = page.locator('svg path[class*="path"]').last();
  await expect(line).toBeAttached();
  const middle = await line.evaluate((path: SVGPathElement) => {
    const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
    const matrix = path.getScreenCTM();
    return matrix === null ? { x, y } : { x: x * matrix.a + matrix.e, y: y * matrix.d + matrix.f };
  });
  const share = page.getByText(app.t('path.share', { share: '50\u202f%' }));
  // What follows the pointer comes with the first line.
  await expect(async () => {
    await page.mouse.move(middle.x, middle.y - 40);
    await page.mouse.move(middle.x, middle.y, { steps: 4 });
    await expect(share).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.mouse.move(middle.x + 200, middle.y + 200);
  await expect(share).toBeHidden();
  await board.thing('service', 'web').focus();
  await page.keyboard.press('Shift+T');
  await expect(page.locator('svg path[class*="flow"]').first()).toBeAttached();
});
