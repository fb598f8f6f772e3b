import type { Locator, Page } from '@playwright/test';
import type { Texts } from './app';

export const panels = ['failure', 'maintenance', 'quorum', 'scaling', 'placement', 'why', 'draws', 'traffic', 'cost', 'findings', 'outline', 'trust'] as const;
export type Panel = (typeof panels)[number];

/** The panels below the board. */
export class Dock {
  readonly section: Locator;
  private readonly t: Texts;

  constructor(page: Page, t: Texts) {
    this.t = t;
    this.section = page.getByRole('region', { name: t('dock.label'), exact: true });
  }

  tab(panel: Panel): Locator {
    return this.section.getByRole('group', { name: this.t('dock.panels') }).getByRole('button', { name: new RegExp(`^${this.t(`dock.${panel}`)}\\s*[\\d,]*$`) });
  }

  panel(panel: Panel): Locator {
    return this.section.getByRole('region', { name: this.t('dock.panel', { name: this.t(`dock.${panel}`) }), exact: true });
  }

  async open(panel: Panel): Promise<Locator> {
    await this.tab(panel).click();
    return this.panel(panel);
  }
}
