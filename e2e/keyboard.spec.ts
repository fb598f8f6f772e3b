import { expect, test } from './fixtures';
import type { App } from './pages/app';
import { halfDrawn } from './starts';

/** Tab reaches the board; there the field that was last in use has the focus. */
async function enterBoard(app: App): Promise<void> {
  await app.palette.item('note').focus();
  await app.press('Tab');
  await expect(app.board.zone('a')).toBeFocused();
}

test('a walk over the board with the arrow keys', async ({ app }) => {
  await app.openDesign(halfDrawn);
  await enterBoard(app);
  await app.press('ArrowRight');
  await expect(app.board.zone('b')).toBeFocused();
  await app.press('ArrowDown');
  await expect(app.board.thing('controlPlaneNode', 'cp-2')).toBeFocused();
  await app.press('ArrowLeft');
  await expect(app.board.thing('controlPlaneNode', 'cp-1')).toBeFocused();
  await app.press('ArrowDown');
  await expect(app.board.thing('autoScalingGroup', 'asg-1')).toBeFocused();
  await app.press('ArrowDown');
  await expect(app.board.instances().first()).toBeFocused();
});

test('placing, editing, moving and deleting by keyboard alone', async ({ app, page }) => {
  await app.openDesign(halfDrawn);
  await enterBoard(app);
  await app.press('ArrowRight', 'ArrowRight');
  await expect(app.board.zone('c')).toBeFocused();

  await app.press('n');
  await app.picker.choose('add', 'control');
  const added = app.board.thing('controlPlaneNode', 'cp-3');
  await expect(added).toBeFocused();
  await expect(app.verdicts.item('quorum')).toContainText(app.t('verdicts.anyOneZone'));

  await app.press('m', 'ArrowLeft');
  await expect(app.board.section.getByRole('status')).toHaveText(app.t('board.said.zone', { letter: 'b' }));
  await expect(app.verdicts.item('quorum')).toContainText(app.t('verdicts.given'));
  await app.press('Escape');
  await expect(app.verdicts.item('quorum')).toContainText(app.t('verdicts.anyOneZone'));

  await app.oneStep(async () => {
    await app.board.focus(added);
    await app.press('m', 'ArrowLeft', 'Enter');
  });
  expect((await app.design()).entities).toContainEqual(expect.objectContaining({ id: 'cp-3', zone: 'zone-b' }));

  await app.board.focus(added);
  await app.press('Enter');
  await expect(app.inspector.title).toHaveText('cp-3');
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('#inspector') !== null)).toBe(true);

  await app.board.focus(added);
  await app.press('Delete');
  await expect(added).toBeHidden();
});

test('killing and reviving by keyboard, with a Hangul layout, too', async ({ app, page, context }) => {
  await app.openDesign(halfDrawn);
  await enterBoard(app);
  await app.press('x');
  await expect(app.verdicts.dead).toContainText('ap-northeast-2a');
  await app.press('0');
  await expect(app.verdicts.dead).toBeHidden();

  const devtools = await context.newCDPSession(page);
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', code: 'KeyX', key: 'ㅌ', text: 'ㅌ' });
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', code: 'KeyX', key: 'ㅌ' });
  await expect(app.verdicts.dead).toContainText('ap-northeast-2a');
});

test('Escape first lets go of what is chosen, then leaves the board', async ({ app }) => {
  await app.openDesign(halfDrawn);
  await app.board.thing('controlPlaneNode', 'cp-1').click();
  await expect(app.inspector.title).toHaveText('cp-1');
  await app.press('Escape');
  await expect(app.inspector.title).toHaveText(app.t('inspector.settings'));
  await expect(app.board.thing('controlPlaneNode', 'cp-1')).toBeFocused();
  await app.press('Escape');
  await expect(app.board.thing('controlPlaneNode', 'cp-1')).not.toBeFocused();
});

test('every shortcut is in the list under the question mark', async ({ app }) => {
  await app.openDesign(halfDrawn);
  await enterBoard(app);
  await app.press('Shift+Slash');
  const list = app.dialog('shortcuts.title');
  for (const command of ['command.add', 'command.move', 'command.kill', 'command.reviveAll', 'command.escape', 'command.undo', 'command.duplicate', 'command.find'] as const) {
    await expect(list.getByText(app.t(command), { exact: true })).toBeVisible();
  }
  await app.press('Escape');
  await expect(list).toBeHidden();
});

test('single keys do nothing while something else has the focus', async ({ app }) => {
  await app.openDesign(halfDrawn);
  const before = await app.design();
  await app.topBar.name.focus();
  await app.topBar.name.press('End');
  await app.press('x', '0', 'n');
  await expect(app.topBar.name).toHaveValue('Testx0n');
  await expect(app.verdicts.dead).toBeHidden();
  expect((await app.design()).entities).toEqual(before.entities);
});
