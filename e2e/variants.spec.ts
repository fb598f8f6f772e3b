import { axeFinds, dockPanel } from './axe';
import { expect, test } from './fixtures';

for (const { language, colorScheme, width, twoZones, drawn, hints } of [
  { language: 'en', colorScheme: 'light', width: 1440, twoZones: '2 zones', drawn: 'as drawn', hints: 'hints on' },
  { language: 'ko', colorScheme: 'dark', width: 1024, twoZones: '영역 2개', drawn: '현재 설계', hints: '힌트 켬' },
] as const) {
  test.describe(`${language}, ${colorScheme}, ${width} px`, () => {
    test.use({ language, colorScheme, viewport: { width, height: 900 } });

    test('variants as points of cost against resilience: one is opened, another in its place, and undo returns', async ({ app, page }) => {
      await app.open('three-zones');
      const { t, dock, topBar } = app;
      const panel = await dock.open('cost');
      await panel.getByRole('tab', { name: t('cost.variants') }).click();
      await panel.getByRole('button', { name: t('variants.compare') }).click();
      const rows = panel.getByRole('table', { name: t('variants.table') });
      await expect(rows.getByRole('row', { name: new RegExp(`^${drawn}`) })).toContainText('$1,269.82');
      // Variants with one bill and one outcome are one mark.
      const marks = panel.getByRole('list', { name: t('variants.chart') }).getByRole('button');
      await expect(marks).toHaveCount(4);
      expect(await axeFinds(page, dockPanel)).toEqual([]);

      const zones = () => app.page.evaluate(() => window.__zonesketch?.design().entities.filter(({ kind }) => kind === 'zone').length);
      await rows.getByRole('button', { name: twoZones, exact: true }).click();
      await expect.poll(zones).toBe(2);
      await expect(page.getByText(t('variants.opened', { name: twoZones })).first()).toBeVisible();
      // From mark to mark by keyboard: the dearest are as drawn, left of them with hints.
      await marks.last().focus();
      await page.keyboard.press('ArrowLeft');
      await expect(marks.nth(2)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect.poll(zones).toBe(3);
      await expect(rows.getByRole('button', { name: hints }).and(rows.locator('[aria-pressed=true]'))).toHaveCount(1);
      await topBar.undo.click();
      await expect(topBar.undo).toBeDisabled();
      await expect(rows.getByRole('button', { name: drawn })).toHaveAttribute('aria-pressed', 'true');
    });
  });
}
