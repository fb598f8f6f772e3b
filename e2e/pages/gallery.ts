import type { Locator, Page } from '@playwright/test';
import { templates } from '#engine/templates/templates';
import type { Texts } from './app';

/** The built-in designs. */
export class Gallery {
  readonly dialog: Locator;

  constructor(page: Page, t: Texts) {
    this.dialog = page.getByRole('dialog', { name: t('gallery.title') });
  }

  /** The card of a template, by its title in either language. */
  card(id: string): Locator {
    const template = templates.find((each) => each.id === id);
    if (template === undefined) throw new Error(`There is no template ${id}`);
    const { title, summary } = template;
    const names = [`${title.en} ${summary.en}`, `${title.ko} ${summary.ko}`].map((name) => name.replaceAll('.', '\\.'));
    return this.dialog.getByRole('button', { name: new RegExp(`^(${names.join('|')})$`) });
  }
}
