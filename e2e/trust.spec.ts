import { expect, test } from './fixtures';
import { byLuck } from './starts';

for (const [kubernetesVersion, summary, certainty] of [
  ['1.34', /answer by answer/, 'recorded'],
  ['1.36', /1\.36 is not known exactly/, 'unconfirmed'],
] as const) {
  test(`the trust panel says how well the rules of ${kubernetesVersion} are known`, async ({ app }) => {
    const { t } = app;
    await app.openDesign({ ...byLuck, settings: { ...byLuck.settings, kubernetesVersion } });
    const rules = (await app.dock.open('trust')).getByRole('region', { name: t('trust.versions') });
    await expect(rules.getByText(summary)).toBeVisible();
    const balanced = rules.getByRole('row', { name: /NodeResourcesBalancedAllocation/ }).first();
    await expect(balanced).toContainText(t(`trust.certainty.${certainty}`));
    await expect(balanced.getByRole('link').first()).toHaveAttribute('href', /^https:/);
    const side = (await app.dock.open('placement')).getByRole('complementary', { name: t('trust.label') });
    await expect(side.getByText(t(certainty === 'recorded' ? 'trust.kubernetesVersion' : 'trust.kubernetesUnconfirmed', { version: kubernetesVersion }))).toBeVisible();
  });
}
