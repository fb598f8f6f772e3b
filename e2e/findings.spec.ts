import { expect, test } from './fixtures';

test('a fix shows what it changes before it is made, and undo takes it back', async ({ app }) => {
  await app.open('one-zone');
  const { verdicts, t } = app;
  const panel = await app.dock.open('findings');
  const fix = panel.getByRole('button', { name: 'Spread the members over 3 zones' });

  await fix.hover();
  await expect(fix).toHaveAccessibleDescription(new RegExp(`${t('verdicts.notAnyOneZone')} → ${t('verdicts.anyOneZone')}`));
  await expect(verdicts.item('quorum')).toContainText(t('verdicts.gained'));
  await app.topBar.name.hover();
  await expect(verdicts.item('quorum')).not.toContainText(t('verdicts.gained'));
  await expect(app.topBar.undo).toBeDisabled();

  await fix.click();
  await expect(verdicts.item('quorum')).toContainText(t('verdicts.anyOneZone'));
  await expect(fix).toBeHidden();
  await app.notice(/^Applied/).locator('..').locator('..').getByRole('button', { name: t('common.undo') }).click();
  await expect(verdicts.item('quorum')).toContainText(t('verdicts.notAnyOneZone'));
  await expect(fix).toBeVisible();
});

test('each finding leads to what it is about', async ({ app }) => {
  await app.open('even-members');
  const panel = await app.dock.open('findings');
  const first = panel.getByRole('listitem').first();
  await expect(first.getByRole('link')).toHaveAttribute('href', /^https:/);
  await first.getByRole('button').first().click();
  await expect(app.inspector.title).not.toHaveText(app.t('inspector.settings'));
});
