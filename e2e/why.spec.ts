import { design, group, workload } from '#engine/testing/designs';
import { axeFinds, dockPanel } from './axe';
import { expect, test } from './fixtures';
import type { App } from './pages/app';

/** One node too small for two pods. */
const crowded = design({
  zones: 'a',
  settings: { controlPlane: 'eks' },
  entities: [group('asg', 'a', 1, { max: 1 }), workload('web', 2, { containers: [{ name: 'app', requests: { cpu: '1500m', memory: '128Mi' } }] })],
});

/** Opens the panel on a pod by way of Placement. */
async function why(app: App, pod: string) {
  const placement = await app.dock.open('placement');
  await placement.getByRole('button', { name: pod, exact: true }).first().click();
  return app.dock.open('why');
}

test('without a pod the panel says what would fill it, and offers those that wait', async ({ app }) => {
  const { t } = app;
  await app.openDesign(crowded);
  const panel = await app.dock.open('why');
  await expect(panel.getByText(t('why.nothing'))).toBeVisible();
  await panel.getByRole('button', { name: 'default/web-1' }).click();
  await expect(panel.getByText('The only node does not suit it.')).toBeVisible();
});

test('in failure mode the panel offers those that wait after the loss', async ({ app }) => {
  const { t } = app;
  await app.open('three-zones');
  await app.board.killZone('a').click();
  const panel = await app.dock.open('why');
  await panel.getByRole('button', { name: 'default/orders-db-0' }).click();
  await expect(panel.getByText(t('why.after', { lost: 'ap-northeast-2a' }))).toBeVisible();
});

test('a pod that runs: what happened, then every node with its scores, filtered', async ({ app }) => {
  const { t } = app;
  await app.open('three-zones');
  const panel = await why(app, 'web-0');
  await expect(panel.getByText('6 of the 6 nodes that fit share the highest total, 657. kube-scheduler draws one of them at random; here it is asg-a-a-0.')).toBeVisible();
  const rows = panel.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(1 + 9);
  await expect(rows.nth(1)).toContainText(/asg-a-a-0.*chosen.*657.*300.*73.*200.*84/);
  await panel.getByRole('button', { name: /^TaintToleration/ }).click();
  await expect(rows).toHaveCount(1 + 3);
  await expect(rows.nth(1)).toContainText('node(s) had untolerated taint(s)');
  // What the table names is looked at without losing the pod.
  await panel.getByRole('button', { name: 'cp-a' }).click();
  await expect(rows).toHaveCount(1 + 3);
  await panel.getByRole('button', { name: new RegExp(`^${t('why.filter.fits')}`) }).click();
  await expect(rows).toHaveCount(1 + 6);
});

test('a pod that waits: what would let it run, with a preview, in one step', async ({ app }) => {
  const { t, page } = app;
  await app.openDesign(crowded);
  const panel = await why(app, 'web-1');
  await expect(panel.getByText('0/1 nodes are available: 1 Insufficient cpu.')).toBeVisible();
  await expect(panel.getByText('It requests 1500m of cpu; the node has')).toBeVisible();
  const changes = panel.getByRole('region', { name: t('why.relaxations') });
  await expect(changes.getByRole('listitem')).toHaveCount(2);
  // The smallest first, each with its size.
  await expect(changes.getByRole('listitem').nth(0)).toContainText(/web requests 900m of cpu.*1 value, gives up CPU or memory that was reserved, 2 pods made anew, no extra cost/);
  await expect(changes.getByRole('listitem').nth(1)).toContainText(/One node more in asg.*2 values, gives up nothing, \+\$\d+\.\d\d\/mo/);
  const more = changes.getByRole('button', { name: 'One node more in asg: desired 2' });
  await more.hover();
  await expect(changes.getByText(/Pods running/)).toBeVisible();
  await app.oneStep(() => more.click());
  await expect(panel.getByText(t('why.outcome.running'), { exact: true })).toBeVisible();
  await expect(changes).toBeHidden();
  await expect.poll(async () => (await app.evaluated()).placement.pending.length).toBe(0);
  expect(await axeFinds(page, dockPanel)).toEqual([]);
});

test('two changes together, where no single one is enough, in one step', async ({ app }) => {
  const { t } = app;
  const dedicated = [{ key: 'dedicated', value: 'db', effect: 'NoSchedule' as const }];
  await app.openDesign(
    design({ zones: 'a', settings: { controlPlane: 'eks' }, entities: [group('asg', 'a', 1, { taints: dedicated }), workload('web', 1, { containers: [{ name: 'app', requests: { cpu: '3', memory: '128Mi' } }] })] }),
  );
  const panel = await why(app, 'web-0');
  const changes = panel.getByRole('region', { name: t('why.relaxations') });
  await expect(changes.getByRole('listitem')).toHaveCount(1);
  await app.oneStep(() => changes.getByRole('button', { name: 'web tolerates dedicated=db:NoSchedule + web requests 1805m of cpu instead of 3' }).click());
  await expect(panel.getByText(t('why.outcome.running'), { exact: true })).toBeVisible();
});

test('after a loss a change says what it does then, and its preview what it does in normal operation', async ({ app }) => {
  const { t } = app;
  await app.open('regional-group-ebs');
  await app.board.killZone('a').click();
  const panel = await why(app, 'kafka-0');
  const changes = panel.getByRole('region', { name: t('why.relaxations') });
  await expect(changes.getByText(/^After this loss: runs on \S+; Pending 2 → 1/)).toBeVisible();
  await changes.getByRole('button', { name: /^Put the volumes of kafka on EFS/ }).focus();
  await expect(changes.getByText(/^In normal operation: .*Total \+\$/)).toBeVisible();
});

test('the key of Why: on the board, on the name of a pod, in the context menu, in the list of keys', async ({ app, page }) => {
  const { t } = app;
  const story = (pod: string) => app.dock.panel('why').getByRole('region', { name: t('why.story', { pod }) });
  await app.open('three-zones');
  const placement = await app.dock.open('placement');
  const chip = placement.getByRole('button', { name: 'web-2', exact: true });
  await expect(chip).toHaveAttribute('aria-keyshortcuts', 'W');
  await chip.focus();
  await app.press('w');
  await expect(story('default/web-2')).toBeVisible();
  // What had the focus is gone; the answer has it.
  await expect(app.dock.panel('why')).toBeFocused();
  await app.dock.tab('why').click();

  const instance = app.board.instance('asg-a-a-0');
  await app.board.focus(instance);
  await app.press('ArrowDown');
  await app.press('w');
  const evaluation = await app.evaluated();
  const [first, second] = evaluation.placement.pods.filter(({ node }) => node === 'asg-a-a-0');
  await expect(story(first?.pod ?? '')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: `${first?.pod}: ${t('why.outcome.running')} asg-a-a-0.` })).toHaveCount(1);
  await app.dock.tab('why').click();

  const at = await app.board.podOn(instance, 1);
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await page.getByRole('menuitem', { name: t('command.why') }).click();
  await expect(story(second?.pod ?? '')).toBeVisible();

  await app.press('Shift+Slash');
  await expect(page.getByRole('dialog').getByText(t('command.why'))).toBeVisible();
});

test('the key of Why on the tray of pods that wait', async ({ app }) => {
  await app.openDesign(crowded);
  await app.board.focus(app.board.tray);
  await app.press('w');
  await expect(app.dock.panel('why').getByText('The only node does not suit it.')).toBeVisible();
});

test('from the inspector and as a command', async ({ app }) => {
  const { t } = app;
  await app.open('three-zones');
  const placement = await app.dock.open('placement');
  await placement.getByRole('button', { name: 'web-2', exact: true }).click();
  await app.inspector.aside.getByRole('button', { name: t('why.ask') }).click();
  await expect(app.dock.panel('why').getByRole('region', { name: t('why.story', { pod: 'default/web-2' }) })).toBeVisible();
  await app.dock.tab('why').click();
  await expect(app.dock.panel('why')).toBeHidden();
  await app.press('Control+k');
  await app.picker.choose('commands', t('command.why'));
  await expect(app.dock.panel('why')).toBeVisible();
});

test.describe('in Korean', () => {
  test.use({ language: 'ko', colorScheme: 'dark' });

  test('after a loss the panel tells of the state that is shown', async ({ app, page }) => {
    const { t } = app;
    await app.open('regional-group-ebs');
    const panel = await why(app, 'kafka-0');
    await expect(panel.getByText(t('why.outcome.running'), { exact: true })).toBeVisible();
    await app.board.killZone('a').click();
    await expect(panel.getByText(t('why.after', { lost: 'ap-northeast-2a' }))).toBeVisible();
    await expect(panel.getByText('클레임 data-kafka-0의 볼륨이 ap-northeast-2a에 있습니다. EBS 볼륨은 영역을 옮길 수 없습니다.').first()).toBeVisible();
    await expect(panel.getByRole('button', { name: 'kafka의 볼륨을 모든 영역에서 쓸 수 있는 EFS로 이동' })).toBeVisible();
    expect(await axeFinds(page, dockPanel)).toEqual([]);
  });
});
