import type { Locator, Page } from '@playwright/test';
import type { Texts } from './app';

/** A field that narrows down a list: commands, things on the board, things to place. */
export class Picker {
  private readonly page: Page;
  private readonly t: Texts;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
  }

  input(list: 'commands' | 'find' | 'add'): Locator {
    return this.page.getByRole('combobox', { name: this.t(`command.${list}`) });
  }

  option(name: string | RegExp): Locator {
    return this.page.getByRole('option', { name });
  }

  /** Types and takes the first that fits. */
  async choose(list: 'commands' | 'find' | 'add', query: string): Promise<void> {
    await this.input(list).fill(query);
    await this.page.keyboard.press('Enter');
  }
}
