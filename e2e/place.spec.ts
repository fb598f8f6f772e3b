import type { App } from './pages/app';
import { design } from '#engine/testing/designs';
import { expect, test } from './fixtures';
import { halfDrawn } from './starts';

async function workloadPins(app: App): Promise<unknown> {
  const workload = (await app.design()).entities.find((entity) => entity.id === 'workload-web');
  return workload?.kind === 'workload' ? workload.pins : undefined;
}

test.describe('what can be dropped', () => {
  test('a thing that needs a zone is refused outside the columns', async ({ app }) => {
    await app.openDesign(halfDrawn);
    const before = await app.design();
    const board = await app.board.section.boundingBox();
    const drag = await app.palette.take('instance');
    await drag.over({ x: (board?.x ?? 0) + 6, y: (board?.y ?? 0) + 200 });
    await expect(app.board.refusal(app.t('refused.needs-zone'))).toBeVisible();
    await expect(app.board.refusal(app.t('palette.instance'))).toHaveCSS('text-decoration-line', 'line-through');
    await drag.drop();
    await expect(app.board.refusal(app.t('refused.needs-zone'))).toBeHidden();
    expect(await app.design()).toEqual(before);
  });

  test('EKS takes no control-plane nodes', async ({ app }) => {
    await app.openDesign(design({ settings: { controlPlane: 'eks' } }));
    const drag = await app.palette.take('controlPlaneNode');
    await drag.over(await app.board.inZone('b'));
    await expect(app.board.refusal(app.t('refused.managed-control-plane'))).toBeVisible();
    await drag.drop();
    await expect(app.board.things('controlPlaneNode')).toHaveCount(0);
    await expect(app.topBar.undo).toBeDisabled();
  });

  test('Escape ends a drag without a trace', async ({ app, page }) => {
    await app.openDesign(halfDrawn);
    const total = await app.verdicts.item('total').textContent();
    const drag = await app.palette.take('regionalGroup');
    await drag.over(await app.board.inZone('b'));
    await expect(app.verdicts.item('total')).toContainText('(+$');
    await page.keyboard.press('Escape');
    await expect(app.verdicts.item('total')).toHaveText(total ?? '');
    await drag.drop();
    await expect(app.topBar.undo).toBeDisabled();
  });
});

test.describe('moving', () => {
  test('a control-plane node to another zone, as one step', async ({ app }) => {
    await app.openDesign(halfDrawn);
    await app.oneStep(async () => {
      const drag = await app.board.take(app.board.thing('controlPlaneNode', 'cp-2'));
      await drag.over(await app.board.inZone('c'));
      await drag.drop();
    });
    expect((await app.design()).entities).toContainEqual(expect.objectContaining({ id: 'cp-2', zone: 'zone-c' }));
  });

  test('a band that is stretched over another zone gains it, and gives it up again', async ({ app }) => {
    await app.openDesign(halfDrawn);
    const band = app.board.thing('autoScalingGroup', 'asg-1');
    const zones = async () => (await app.design()).entities.flatMap((entity) => (entity.kind === 'autoScalingGroup' ? entity.zones : []));
    await app.oneStep(async () => {
      const drag = await app.board.takeEnd(band, 'end');
      await drag.over(await app.board.inZone('c'));
      await drag.drop();
    });
    expect(await zones()).toEqual(['zone-a', 'zone-b', 'zone-c']);
    await app.oneStep(async () => {
      const drag = await app.board.takeEnd(band, 'start');
      await drag.over(await app.board.inZone('b'));
      await drag.drop();
    });
    expect(await zones()).toEqual(['zone-b', 'zone-c']);
  });

  test('a pod to another node pins it there; a pod of a DaemonSet stays', async ({ app, page }) => {
    await app.openDesign(halfDrawn);
    const { placement } = await app.evaluated();
    const [from, to] = placement.nodes.map((node) => node.metadata.name).filter((name) => name.startsWith('asg-1'));
    const sorted = placement.pods.filter((pod) => pod.node === from).toSorted((a, b) => (a.workload < b.workload ? -1 : a.workload > b.workload ? 1 : a.ordinal - b.ordinal));
    const web = sorted.findIndex((pod) => pod.workload === 'workload-web');
    const agent = sorted.findIndex((pod) => pod.workload === 'workload-agent');
    const instance = app.board.instance(from ?? '');

    await app.oneStep(async () => {
      const drag = await app.board.takePoint(await app.board.podOn(instance, web));
      await drag.over(app.board.instance(to ?? ''));
      await drag.drop();
    });
    expect(await workloadPins(app)).toEqual({ [String(sorted[web]?.ordinal)]: to });
    expect((await app.evaluated()).placement.pods).toContainEqual(expect.objectContaining({ pod: sorted[web]?.pod, node: to }));

    const drag = await app.board.takePoint(await app.board.podOn(instance, agent));
    await drag.over(app.board.instance(to ?? ''));
    await expect(app.board.refusal(app.t('refused.daemonset-pod'))).toBeVisible();
    await page.keyboard.press('Escape');
    await drag.drop();
  });
});

test.describe('placing', () => {
  test('by a double click on the board: there', async ({ app, page }) => {
    await app.openDesign(halfDrawn);
    const place = await app.board.inZone('c');
    await page.mouse.dblclick(place.x, place.y);
    await app.picker.choose('add', 'control');
    await expect(app.board.thing('controlPlaneNode', 'cp-3')).toBeVisible();
    expect((await app.design()).entities).toContainEqual(expect.objectContaining({ id: 'cp-3', zone: 'zone-c' }));
  });

  test('by a double click in the palette: where the fewest of its kind are', async ({ app }) => {
    await app.openDesign(halfDrawn);
    await app.oneStep(() => app.palette.item('controlPlaneNode').dblclick());
    expect((await app.design()).entities).toContainEqual(expect.objectContaining({ id: 'cp-3', zone: 'zone-c' }));
    await expect(app.inspector.title).toHaveText('cp-3');
  });

  test('by keyboard, from the palette', async ({ app }) => {
    await app.openDesign(halfDrawn);
    await app.palette.item('database').press('Enter');
    await expect(app.board.things('database')).toHaveCount(1);
    await expect(app.board.things('database')).toBeFocused();
  });

  test('a zone, until the region has no more', async ({ app }) => {
    await app.openDesign(halfDrawn);
    await app.palette.item('zone').press('Enter');
    await expect(app.board.zone('d')).toBeVisible();
    await app.palette.item('zone').press('Enter');
    await expect(app.board.section.getByRole('status')).toHaveText(app.t('refused.no-more-zones'));
    await expect(app.board.things('zone')).toHaveCount(4);
  });

  test('a link, by dragging from the caller to what it calls', async ({ app }) => {
    await app.openDesign(design({ entities: [{ id: 'client-1', kind: 'client', name: 'customers' }, { id: 'svc-web', kind: 'service', name: 'web', selector: { app: 'web' } }] }));
    const client = app.board.thing('client', 'customers');
    await client.hover();
    await app.oneStep(async () => {
      const drag = await app.board.takeConnector(client, 'customers');
      await drag.over(app.board.thing('service', 'web'));
      await drag.drop();
    });
    expect((await app.design()).links).toMatchObject([{ from: 'client-1', to: 'svc-web' }]);
  });
});
