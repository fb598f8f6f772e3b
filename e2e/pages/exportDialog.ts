import type { Locator, Page } from '@playwright/test';
import type { Texts } from './app';

/** The design as files. */
export class ExportDialog {
  readonly dialog: Locator;
  private readonly t: Texts;

  constructor(page: Page, t: Texts) {
    this.t = t;
    this.dialog = page.getByRole('dialog', { name: t('export.title') });
  }

  tab(name: string): Locator {
    return this.dialog.getByRole('tab', { name });
  }

  file(path: string | RegExp): Locator {
    return this.dialog.getByRole('listbox', { name: this.t('export.files') }).getByRole('option', { name: path, exact: true });
  }

  /** The text of the file that is shown. */
  code(path: string): Locator {
    return this.dialog.getByRole('region', { name: path, exact: true }).last();
  }

  button(key: 'export.copyFile' | 'export.downloadFile' | 'export.zip' | 'export.folder' | 'common.close'): Locator {
    return this.dialog.getByRole('button', { name: this.t(key), exact: true });
  }
}
