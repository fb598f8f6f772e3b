import { axeFinds, dockPanel } from './axe';
import { expect, test } from './fixtures';

for (const { language, colorScheme, width } of [
  { language: 'en', colorScheme: 'dark', width: 1024 },
  { language: 'ko', colorScheme: 'light', width: 1440 },
] as const) {
  test.describe(`${language}, ${colorScheme}, ${width} px`, () => {
    test.use({ language, colorScheme, viewport: { width, height: 900 } });

    test('a line of the bill unfolds to its ways, and a factor of one’s own changes the total', async ({ app, page }) => {
      await app.open('cluster-policy');
      const { t, dock } = app;
      const panel = await dock.open('cost');
      const total = panel.getByRole('row', { name: new RegExp(`^${t('cost.total')}`) });
      await expect(total).toContainText('$781.95');

      const line = panel.getByRole('button', { name: /customers → lb-web: .*kube-proxy/ });
      await line.focus();
      await page.keyboard.press('Enter');
      await expect(line).toHaveAttribute('aria-expanded', 'true');
      await expect(panel.getByRole('row', { name: /^ap-northeast-2b → ap-northeast-2a/ })).toContainText(/30\s?\/s.*1,500.*12,000.*66\.7\s?%.*1,982\.49/);
      await expect(panel.getByText('607,500 B/s', { exact: false })).toBeVisible();
      await expect(panel.getByRole('link', { name: 'infracost/infracost' })).toBeVisible();
      await expect(panel.getByRole('region', { name: t('cost.estimates') }).getByRole('row')).toHaveCount(2);
      await expect(panel.getByRole('region', { name: t('cost.free') }).getByRole('listitem')).toHaveCount(3);
      const scrolls = await panel.getByRole('table').first().evaluate((table) => {
        const box = table.parentElement?.parentElement;
        return box === null || box === undefined || box.scrollWidth > box.clientWidth;
      });
      expect(scrolls).toBe(false);
      expect(await axeFinds(page, dockPanel)).toEqual([]);

      await app.page.evaluate(() => window.__zonesketch?.dispatch({ type: 'settings', fields: { costAssumptions: { commitment: 'reserved', commitmentFactor: 0.5, spotFactor: 1, requestsPerConnection: 1, etcdWritesPerSecond: 50, etcdBytesPerWrite: 2000, etcdBytesPerHeartbeat: 100, apiServerBytesPerNode: 5000 } } }));
      // 781.95 less half of the machines' 172.28.
      await expect(total).toContainText('$695.81');
    });
  });
}
