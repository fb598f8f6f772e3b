import type { Locator, Page } from '@playwright/test';
import type { Texts } from './app';

type Verdict = 'quorum' | 'pods' | 'skew' | 'dropped' | 'crossZone' | 'total' | 'anyZone';

/** The verdicts above the board. */
export class VerdictBar {
  readonly section: Locator;
  private readonly t: Texts;

  constructor(page: Page, t: Texts) {
    this.t = t;
    this.section = page.getByRole('region', { name: t('verdicts.label') });
  }

  /** A verdict: its text is title, figure, word and, while a gesture is on, the change. */
  item(verdict: Verdict): Locator {
    return this.section.getByRole('button', { name: new RegExp(`^${this.t(`verdicts.${verdict}`)} `) });
  }

  /** What is dead. */
  get dead(): Locator {
    return this.section.getByRole('status');
  }

  get revive(): Locator {
    return this.section.getByRole('button', { name: this.t('verdicts.revive') });
  }
}
