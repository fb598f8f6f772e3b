import { axeFinds, dockPanel } from './axe';
import { expect, test } from './fixtures';

for (const { language, colorScheme, whole, machine } of [
  { language: 'en', colorScheme: 'light', whole: 'the whole', machine: 'machine' },
  { language: 'ko', colorScheme: 'dark', whole: '전체', machine: '머신' },
] as const) {
  test.describe(`${language}, ${colorScheme}`, () => {
    test.use({ language, colorScheme });

    test('availability in numbers: what is down how long, what that hangs on, and what other assumptions mean', async ({ app, page }) => {
      await app.open('three-zones');
      const { t, dock, topBar } = app;
      const panel = await dock.open('quorum');
      await panel.getByRole('tab', { name: t('availability.title') }).click();
      const figures = panel.getByRole('table', { name: t('availability.table') });
      const total = figures.getByRole('row', { name: new RegExp(whole) });
      await expect(total).toContainText('237');
      await expect(total).toContainText(machine);
      expect(await axeFinds(page, dockPanel)).toEqual([]);
      const node = panel.getByRole('textbox', { name: t('availability.upPercent', { name: machine }) });
      await node.fill('99.9');
      await node.press('Enter');
      await expect(total).not.toContainText('237');
      await topBar.undo.click();
      await expect(total).toContainText('237');
      await expect(node).toHaveValue('99.5');
    });
  });
}
