import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { PaletteId } from '../../app/canvas/palette';
import type { Texts } from './app';
import { boxOf } from './board';
import { Drag } from './drag';

/** What can be placed. */
export class Palette {
  readonly nav: Locator;
  private readonly page: Page;
  private readonly t: Texts;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.nav = page.getByRole('navigation', { name: t('palette.label') });
  }

  item(id: PaletteId): Locator {
    return this.nav.getByRole('button', { name: this.t(`palette.${id}`), exact: true });
  }

  async take(id: PaletteId): Promise<Drag> {
    const item = this.item(id);
    await item.scrollIntoViewIfNeeded();
    await expect(item).toBeVisible();
    const box = await boxOf(item);
    return Drag.begin(this.page, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  }
}
