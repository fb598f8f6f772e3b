import type { Locator, Page } from '@playwright/test';
import type { Texts } from './app';

/** The form of what is selected. */
export class Inspector {
  readonly aside: Locator;

  constructor(page: Page, t: Texts) {
    this.aside = page.getByRole('complementary', { name: t('inspector.label') });
  }

  get title(): Locator {
    return this.aside.getByRole('heading', { level: 2 });
  }

  field(name: string | RegExp): Locator {
    return this.aside.getByRole('textbox', { name, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.aside.getByRole('button', { name, exact: true });
  }
}
