import { AxeBuilder } from '@axe-core/playwright';
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
      expect((await new AxeBuilder({ page }).include('#dock-panel').analyze()).violations).toEqual([]);
      await panel.getByRole('button', { name: t('traffic.walk.again') }).click();
      await expect(way('default/web-0')).toBeHidden();
      await board.killZone('b').click();
      await expect(panel.getByText('ap-northeast-2b:')).toBeVisible();
      await expect(way('asg-workers-b-0')).toBeHidden();
    });
  });
}
