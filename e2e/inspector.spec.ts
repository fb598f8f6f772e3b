import { kindNames } from '#engine/design/kinds/kinds';
import { expect, test } from './fixtures';
import { everyKind, halfDrawn } from './starts';

test('each kind has a form whose controls all have names', async ({ app }) => {
  await app.openDesign(everyKind);
  const { design } = { design: await app.design() };
  for (const kind of kindNames) {
    const entity = design.entities.find((each) => each.kind === kind);
    expect(entity, `the start has a ${kind}`).toBeDefined();
    await app.select(entity?.id ?? '');
    await expect(app.inspector.aside.getByText(app.t(`kind.${kind}`), { exact: true })).toBeVisible();
    const nameless = await app.inspector.aside.evaluate((aside) =>
      [...aside.querySelectorAll('input, select, textarea, button, [role="button"]')].filter((control) => {
        const labelled = control.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join('') ?? '';
        const name = `${control.getAttribute('aria-label') ?? ''}${labelled}${control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement ? [...(control.labels ?? [])].map((label) => label.textContent).join('') : control.textContent}`;
        return name.trim() === '' && control.closest('[aria-hidden="true"]') === null;
      }).map((control) => control.outerHTML),
    );
    expect(nameless, kind).toEqual([]);
  }
});

test('fields have units, and say what they mean when one is in them', async ({ app }) => {
  await app.openDesign(halfDrawn);
  await app.select('asg-1');
  const volume = app.inspector.field('Root volume');
  await expect(volume.locator('..')).toContainText('GiB');
  await volume.focus();
  await expect(app.inspector.aside).toContainText('Size of the EBS root volume.');
});

test('a wrong value says what was expected, and changes nothing', async ({ app }) => {
  await app.openDesign(halfDrawn);
  const before = await app.design();
  await app.select('workload-web');
  const name = app.inspector.field('Name').first();
  await name.fill('Not a name!');
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toHaveAccessibleDescription(/expected|e\.g\.|DNS|lower/i);
  expect(await app.design()).toEqual(before);
  await name.fill('shop');
  await expect(name).not.toHaveAttribute('aria-invalid', 'true');
  await expect(app.inspector.title).toHaveText('shop');
});

test('typing is one step', async ({ app }) => {
  await app.openDesign(halfDrawn);
  await app.select('workload-web');
  const replicas = app.inspector.field('Replicas');
  await app.oneStep(async () => {
    await replicas.fill('12');
    await replicas.press('Enter');
    await expect(app.verdicts.item('pods')).toContainText(/\d+\/15/);
  });
  await app.oneStep(async () => {
    const name = app.inspector.field('Name').first();
    await name.fill('');
    await name.pressSequentially('storefront');
    await expect(app.inspector.title).toHaveText('storefront');
  });
});

test('one value for several things is one step', async ({ app }) => {
  await app.openDesign(halfDrawn);
  await app.board.thing('controlPlaneNode', 'cp-1').click();
  await app.board.thing('controlPlaneNode', 'cp-2').click({ modifiers: ['Shift'] });
  await app.oneStep(async () => {
    const type = app.inspector.aside.getByRole('combobox', { name: 'Instance type' });
    await type.fill('m7i.xlarge');
    await type.press('Enter');
  });
  expect((await app.design()).entities.flatMap((entity) => (entity.kind === 'controlPlaneNode' ? entity.instanceType : []))).toEqual(['m7i.xlarge', 'm7i.xlarge']);
});

test('with nothing selected: the settings of the design', async ({ app }) => {
  await app.openDesign(halfDrawn);
  await expect(app.inspector.title).toHaveText(app.t('inspector.settings'));
  await app.oneStep(async () => {
    await app.inspector.button(/Control plane/).click();
    await app.page.getByRole('option', { name: /^EKS/ }).click();
  });
  await expect(app.board.section.getByRole('group', { name: new RegExp(`^${app.t('board.managed')}`) })).toBeVisible();
});
