import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { staleFor } from './commandLine';
import { expect, test } from './fixtures';
import { readFolder, useFolder } from './folder';

for (const language of ['en', 'ko'] as const) {
  test.describe(`the whole story in ${language}`, () => {
    test.use({ language });

    test('template, drawing, verdicts, failure, export, reload', async ({ app, page }) => {
      const { board, palette, verdicts, topBar, t } = app;
      await app.open();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(verdicts.item('quorum')).toContainText(t('verdicts.anyOneZone'));

      await test.step('a template from the gallery', async () => {
        await topBar.button('top.templates').click();
        await app.gallery.card('one-zone').click();
        await expect(app.gallery.dialog).toBeHidden();
        await expect(verdicts.item('quorum')).toContainText(t('verdicts.notAnyOneZone'));
      });

      await test.step('an empty design with zones', async () => {
        await topBar.choose('top.new');
        await expect(topBar.name).toHaveValue(t('persist.untitled'));
        for (const letter of ['a', 'b', 'c']) await expect(board.zone(letter)).toBeVisible();
        await expect(verdicts.item('quorum')).toContainText(t('verdicts.noMembers'));
      });

      await test.step('three control-plane nodes into three zones, the verdict follows before each drop', async () => {
        const expected = { a: '1/1', b: '2/2', c: '2/3' } as const;
        for (const letter of ['a', 'b', 'c'] as const) {
          const before = await app.ids('controlPlaneNode');
          const drag = await palette.take('controlPlaneNode');
          await drag.over(await board.inZone(letter));
          await expect(verdicts.item('quorum')).toContainText(expected[letter]);
          if (letter === 'c') {
            await expect(verdicts.item('quorum')).toContainText(t('verdicts.anyOneZone'));
            await expect(verdicts.item('quorum')).toContainText(`(${t('verdicts.gained')})`);
          }
          expect(await app.ids('controlPlaneNode'), 'nothing is placed before the drop').toEqual(before);
          await drag.drop();
          await expect(board.things('controlPlaneNode')).toHaveCount(before.length + 1);
        }
        await expect(verdicts.item('quorum')).toContainText('2/3');
        await expect(verdicts.item('quorum')).not.toContainText(t('verdicts.gained'));
      });

      await test.step('an ASG and a workload', async () => {
        const group = await palette.take('regionalGroup');
        await group.over(await board.inZone('b'));
        await expect(verdicts.item('total')).toContainText('(+$');
        await group.drop();
        await expect(board.things('autoScalingGroup')).toHaveCount(1);
        await expect(board.instances()).toHaveCount(3);

        const workload = await palette.take('deployment');
        await workload.over(await board.inZone('b'));
        await expect(verdicts.item('pods')).toContainText('3/3');
        await workload.drop();
        await expect(board.things('workload')).toHaveCount(1);
        await expect(verdicts.item('pods')).toContainText(t('verdicts.allRunning'));
      });

      await test.step('a zone is killed, and comes back', async () => {
        await board.killZone('a').click();
        await expect(verdicts.dead).toContainText('ap-northeast-2a');
        await expect(board.zone('a')).toHaveAccessibleName(new RegExp(t('board.dead')));
        await expect(verdicts.item('quorum')).toContainText(t('verdicts.quorumKept'));
        await board.killZone('b').click();
        await expect(verdicts.item('quorum')).toContainText(t('verdicts.quorumLost'));
        await verdicts.revive.click();
        await expect(verdicts.dead).toBeHidden();
        await expect(verdicts.item('quorum')).toContainText(t('verdicts.anyOneZone'));
      });

      await test.step('undo and redo', async () => {
        await topBar.undo.click();
        await expect(board.things('workload')).toHaveCount(0);
        await topBar.undo.click();
        await expect(board.instances()).toHaveCount(0);
        await topBar.redo.click();
        await topBar.redo.click();
        await expect(board.things('workload')).toHaveCount(1);
        await expect(board.instances()).toHaveCount(3);
      });

      await topBar.name.fill('Shop');
      await topBar.name.press('Enter');

      await test.step('both exports', async () => {
        const { exportDialog } = app;
        await useFolder(page);
        await topBar.button('top.export').click();
        for (const [target, file, content] of [
          ['Terraform', 'network.tf', 'resource "aws_vpc"'],
          ['Kubernetes', 'namespaces/default/deployment-web.yaml', 'kind: Deployment'],
        ] as const) {
          await exportDialog.tab(target).click();
          await exportDialog.file(file).click();
          const shown = exportDialog.code(file);
          await expect(shown).toContainText(content);

          await exportDialog.button('export.copyFile').click();
          await expect(app.notice(t('common.copied')).last()).toBeVisible();
          const copied = await page.evaluate(() => navigator.clipboard.readText());
          expect(copied).toContain(content);

          const one = page.waitForEvent('download');
          await exportDialog.button('export.downloadFile').click();
          const download = await one;
          expect(download.suggestedFilename()).toBe(file.split('/').at(-1));
          expect(await readFile(await download.path(), 'utf8')).toBe(copied);

          const all = page.waitForEvent('download');
          await exportDialog.button('export.zip').click();
          const zip = await all;
          expect(zip.suggestedFilename()).toBe(`Shop-${target.toLowerCase()}.zip`);
          const files = unzipSync(await readFile(await zip.path()));
          expect(new TextDecoder().decode(files[file])).toBe(copied);
          expect(await staleFor(target.toLowerCase(), await app.text(), files)).toBe('');

          await exportDialog.button('export.folder').click();
          await expect(app.notice(t('export.written', { count: Object.keys(files).length })).last()).toBeVisible();
          expect(await readFolder(page, file)).toBe(copied);
        }
        await exportDialog.button('common.close').click();
      });

      await test.step('reload finds everything', async () => {
        await app.saved();
        const before = await app.text();
        await app.reload();
        expect(await app.text()).toBe(before);
        await expect(topBar.name).toHaveValue('Shop');
        await expect(board.things('controlPlaneNode')).toHaveCount(3);
        await expect(board.instances()).toHaveCount(3);
        await expect(verdicts.item('pods')).toContainText('3/3');
      });
    });
  });
}
