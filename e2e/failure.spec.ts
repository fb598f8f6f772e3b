import { expect, test } from './fixtures';

test('a lost zone: what is dead, what moved, what waits and why; 0 revives all', async ({ app, page }) => {
  await app.open('three-zones');
  const { board, dock, verdicts, t } = app;
  const { placement } = await app.evaluated();
  const inA = placement.nodes.filter((node) => node.metadata.labels?.['topology.kubernetes.io/zone']?.endsWith('a') === true).map((node) => node.metadata.name);

  await board.killZone('a').click();
  await expect(board.zone('a')).toContainText(t('board.zoneLost'));
  await expect(board.reviveZone('a')).toHaveAttribute('aria-pressed', 'true');
  for (const name of inA.filter((each) => each.startsWith('asg-'))) await expect(board.instance(name)).toHaveAccessibleName(new RegExp(t('board.dead')));
  await expect(board.tray).toContainText('orders-db');
  await expect(board.tray.getByRole('listitem').first()).toHaveAttribute('title', /didn't match PersistentVolume's node affinity/);
  await expect(verdicts.item('pods')).toContainText(t('verdicts.pending', { count: 1 }));
  await expect(verdicts.item('pods')).toContainText('(−1)');
  await expect(verdicts.item('quorum')).toContainText(t('verdicts.quorumKept'));

  const panel = await dock.open('failure');
  const aftermath = panel.getByRole('region', { name: t('failure.aftermath') });
  await expect(aftermath).toContainText(t('failure.podsLost', { count: 4 }));
  await expect(aftermath).toContainText(t('failure.podsMoved', { count: 3 }));
  await expect(aftermath).toContainText("didn't match PersistentVolume's node affinity");

  await board.zone('a').focus();
  await page.keyboard.press('0');
  await expect(board.tray).toBeHidden();
  await expect(aftermath).toBeHidden();
  await expect(verdicts.item('pods')).toContainText(t('verdicts.allRunning'));
});

test('in failure mode a click kills a node, and another brings it back', async ({ app }) => {
  await app.open('three-zones');
  const { board, verdicts, t } = app;
  await board.tool('command.killing').click();
  await board.instances().first().click({ position: { x: 30, y: 6 } });
  await expect(verdicts.dead).toContainText('asg-a');
  await expect(board.instances().first()).toHaveAccessibleName(new RegExp(t('board.dead')));
  await board.thing('controlPlaneNode', 'cp-b').click();
  await expect(verdicts.dead).toContainText('cp-b');
  await board.thing('controlPlaneNode', 'cp-b').click();
  await expect(verdicts.dead).not.toContainText('cp-b');
  await verdicts.revive.click();
  await expect(verdicts.dead).toBeHidden();
});

test('without quorum nothing is rescheduled, and the page says so', async ({ app }) => {
  await app.open('one-zone');
  const panel = await app.dock.open('failure');
  await panel.getByRole('button', { name: 'ap-northeast-2a' }).click();
  await expect(app.verdicts.item('quorum')).toContainText(app.t('verdicts.quorumLost'));
  await expect(panel.getByRole('region', { name: app.t('failure.aftermath') })).toContainText(app.t('failure.quorumLost'));
  await app.verdicts.revive.click();
  await expect(app.verdicts.item('quorum')).toContainText(app.t('verdicts.notAnyOneZone'));
});
