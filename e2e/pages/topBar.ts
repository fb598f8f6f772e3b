import type { Locator, Page } from '@playwright/test';
import type { MessageKey } from '../../app/i18n/messages/messages';
import type { Texts } from './app';

/** Name, files, undo, export and settings of the page. */
export class TopBar {
  readonly header: Locator;
  private readonly page: Page;
  private readonly t: Texts;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.header = page.getByRole('banner', { name: t('top.label') });
  }

  get name(): Locator {
    return this.header.getByRole('textbox', { name: this.t('top.name') });
  }

  button(key: 'top.templates' | 'top.designs' | 'top.export' | 'top.commands' | 'top.shortcuts' | 'top.language' | 'top.theme' | 'top.menu'): Locator {
    return this.header.getByRole('button', { name: this.t(key), exact: true });
  }

  get undo(): Locator {
    return this.header.getByRole('button', { name: new RegExp(`^${this.t('top.undo')}(:|$)`) });
  }

  get redo(): Locator {
    return this.header.getByRole('button', { name: new RegExp(`^${this.t('top.redo')}(:|$)`) });
  }

  /** Chooses an entry of the menu at the left. */
  async choose(key: MessageKey): Promise<void> {
    await this.button('top.menu').click();
    await this.page.getByRole('menuitem', { name: this.t(key), exact: true }).click();
  }
}
