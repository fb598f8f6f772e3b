import type { Page } from '@playwright/test';

/** A headless browser shows no folder picker: a folder of the origin's own file system stands in for the chosen one. */
export async function useFolder(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('chosen', { create: true }) });
  });
}

/** The text of a file in that folder. */
export async function readFolder(page: Page, path: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const steps = wanted.split('/');
    const name = steps.pop() ?? wanted;
    let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('chosen');
    for (const step of steps) folder = await folder.getDirectoryHandle(step);
    return (await (await folder.getFileHandle(name)).getFile()).text();
  }, path);
}
