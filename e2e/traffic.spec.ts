import { messagesIn } from '#engine/alternatives/languages';
import { axeFinds, dockPanel } from './axe';
import { expect, test } from './fixtures';

for (const { language, colorScheme } of [
  { language: 'en', colorScheme: 'light' },
  { language: 'ko', colorScheme: 'dark' },
] as const) {
  test.describe(`the traffic of a Service, ${language}`, () => {
    test.use({ language, colorScheme });

    test('the other policy is previewed, made and undone; hints by number of endpoints; a loss as it plays out', async ({ app, page }) => {
      await app.open('local-policy');
      const { t, dock, verdicts } = app;
      const panel = await dock.open('traffic');
      const tab = (name: 'shares' | 'alternatives' | 'hints') => panel.getByRole('tab', { name: t(`traffic.tab.${name}`) });
      const even = (skew: string, gini: string) => panel.getByText(t('evenness.figures', { even: '33.3\u202f%', skew, gini }));
      await expect(even('1.5', '0.17')).toBeVisible();

      await tab('alternatives').click();
      const cluster = panel.getByRole('row', { name: /externalTrafficPolicy: Cluster/ });
      await expect(cluster).toContainText(`1${t('alternatives.better')}`);
      await expect(cluster).toContainText(`$59.48${t('alternatives.worse')}`);
      await expect(panel.getByRole('region', { name: t('alternatives.sideBySide') }).getByText(t('evenness.figures', { even: '33.3\u202f%', skew: '1', gini: '0' }))).toBeVisible();
      const button = cluster.getByRole('button');
      await button.focus();
      await expect(button).toHaveAccessibleDescription(/^externalTrafficPolicy: Cluster: .*1\.5 → 1/);
      await expect(app.topBar.undo).toBeDisabled();
      expect(await axeFinds(page, dockPanel)).toEqual([]);
      await app.oneStep(async () => button.click());
      await expect(panel.getByRole('row', { name: /externalTrafficPolicy: Local/ })).toContainText(`1.5${t('alternatives.worse')}`);
      await expect(verdicts.item('skew')).toContainText('1');
      await panel.getByRole('button', { name: t('alternatives.draw', { count: 50 }) }).click();
      await expect(panel.getByRole('region', { name: messagesIn(language).draws(50) }).getByRole('row', { name: /Local/ })).toContainText('1.5');

      await tab('hints').click();
      await expect(panel.getByRole('row', { name: new RegExp(`^3 ${t('hints.today')}`) })).toContainText(t('hints.vanish'));
      await expect(panel.getByRole('row', { name: /^4 / })).toContainText(t('hints.hold'));

      await tab('shares').click();
      await app.board.killZone('b').click();
      await expect(panel.getByText(t('failure.aftermathOf', { names: 'ap-northeast-2b' }))).toBeVisible();
      await panel.getByRole('slider').press('Home');
      await expect(panel.getByRole('button', { pressed: true })).toContainText(t('traffic.errors', { count: '75' }));
    });
  });
}
