import { expect, test } from './fixtures';

test('the autoscaler grows the zone that a volume needs, and says what it ordered', async ({ app }) => {
  await app.open('zonal-groups');
  const { t, dock, board } = app;
  const { scaling } = await app.evaluated();
  expect(scaling.added).toEqual({ 'asg-b': 1 });
  const panel = await dock.open('scaling');
  await expect(panel.getByText(t('scaling.ordered', { count: 1, group: 'asg-b' }))).toBeVisible();
  await expect(panel.getByText(t('scaling.helps'))).toBeVisible();
  await expect(board.instance('asg-b-b-1')).toBeVisible();
});

test('a group over several zones: attempts in the wrong zone, and the reason for none at all', async ({ app }) => {
  await app.open('regional-group-ebs');
  const { t, dock } = app;
  const panel = await dock.open('scaling');
  await expect(panel.getByText(t('scaling.wrongZones', { count: 1 }))).toBeVisible();
  await expect(panel.getByText(t('scaling.unhelped', { pod: 'default/yearly-invoices-0' })).last()).toBeVisible();
  await expect(panel.getByText("node(s) didn't match PersistentVolume's node affinity").last()).toBeVisible();
});

test('the board shows the pods before and after the descheduler', async ({ app }) => {
  await app.open('descheduler');
  const { t, dock, board } = app;
  const panel = await dock.open('scaling');
  await expect(board.instance('asg-workers-a-1')).not.toHaveAccessibleName(/\b0 pods/);
  await expect(panel.getByText(t('scaling.anyOrder', { count: '4', candidates: 6 }))).toBeVisible();
  await panel.getByText(t('scaling.showBefore')).click();
  await expect(panel.getByText(t('scaling.showingBefore'))).toBeVisible();
  await expect(board.instance('asg-workers-a-1')).toHaveAccessibleName(/\b0 pods/);
});

test('nodes of Karpenter are drawn on their own, with their pods, and paid for', async ({ app }) => {
  await app.open('zonal-groups');
  const { t, dock, board } = app;
  await app.page.evaluate(() => window.__zonesketch?.dispatch({ type: 'settings', fields: { addons: { karpenter: {} } } }));
  const { scaling, cost } = await app.evaluated();
  expect(scaling.added).toEqual({ karpenter: 1 });
  expect(cost.lines.map(({ id }) => id)).toContain('ec2/karpenter.sh');
  await expect(board.instance('karpenter-b-0')).toHaveAccessibleName(/1 pod/);
  const panel = await dock.open('scaling');
  await expect(panel.getByRole('row', { name: /karpenter-b-0/ })).toContainText('Karpenter');
  await expect(panel.getByText(t('scaling.helps'))).toBeVisible();
});

for (const language of ['en', 'ko'] as const) {
  test.describe(language, () => {
    test.use({ language });

    test('an autoscaler of pods settles by the mean, and a busier pod is pointed out', async ({ app }) => {
      await app.open('local-policy');
      const { t, dock } = app;
      const panel = await dock.open('scaling');
      await expect(panel.getByRole('heading', { name: t('hpa.title') })).toBeHidden();
      await app.page.evaluate(() => window.__zonesketch?.dispatch({ type: 'set', id: 'web', fields: { horizontalPodAutoscaler: { minReplicas: 1, maxReplicas: 5, targetCpuUtilization: 60, cpuPerRequest: 5 } } }));
      await panel.getByRole('button', { name: t('hpa.run') }).click();
      // 90 requests a second of 5 ms each, a half of them on one pod of three that request 250m.
      await expect(panel.getByText(t('hpa.settled', { replicas: '3', utilization: '60\u202f%', target: '60\u202f%' }))).toBeVisible();
      await expect(panel.getByText(t('hpa.unseen', { hottest: '90\u202f%' }))).toBeVisible();
    });
  });
}
