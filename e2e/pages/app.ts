import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Design } from '#engine/design/schema';
import { serializeDesign } from '#engine/design/serialize';
import type { Evaluation } from '#engine/evaluation';
import type { Language } from '../../app/i18n/language';
import { fill } from '../../app/i18n/message';
import type { MessageValue } from '../../app/i18n/message';
import { everyText } from '../../app/i18n/messages/everyText';
import type { TextKey } from '../../app/i18n/messages/everyText';
import type { MessageKey } from '../../app/i18n/messages/messages';
import type { TestApi } from '../../app/testApi';
import { Board } from './board';
import { Dock } from './dock';
import { ExportDialog } from './exportDialog';
import { Gallery } from './gallery';
import { Inspector } from './inspector';
import { Palette } from './palette';
import { Picker } from './picker';
import { TopBar } from './topBar';
import { VerdictBar } from './verdictBar';

declare global {
  // The same as the page's own declaration: what test builds show of their inside.
  interface Window {
    __zonesketch?: TestApi;
  }
}

/** A text of the page in the language of the test. */
export type Texts = (key: TextKey, values?: Readonly<Record<string, MessageValue>>) => string;

/** The whole page: its parts, and a look inside. */
export class App {
  readonly page: Page;
  readonly language: Language;
  readonly t: Texts;
  readonly board: Board;
  readonly palette: Palette;
  readonly verdicts: VerdictBar;
  readonly inspector: Inspector;
  readonly dock: Dock;
  readonly topBar: TopBar;
  readonly exportDialog: ExportDialog;
  readonly gallery: Gallery;
  readonly picker: Picker;

  constructor(page: Page, language: Language) {
    const t: Texts = (key, values = {}) => fill(everyText[language][key], values);
    this.page = page;
    this.language = language;
    this.t = t;
    this.board = new Board(page, t);
    this.palette = new Palette(page, t);
    this.verdicts = new VerdictBar(page, t);
    this.inspector = new Inspector(page, t);
    this.dock = new Dock(page, t);
    this.topBar = new TopBar(page, t);
    this.exportDialog = new ExportDialog(page, t);
    this.gallery = new Gallery(page, t);
    this.picker = new Picker(page, t);
  }

  /** Opens the page; with a template's id that template, else what the page opens by itself. */
  async open(template?: string): Promise<this> {
    await this.page.goto(template === undefined ? './' : `./#template=${template}`);
    return this.started();
  }

  /** Opens the page with a design. */
  async openDesign(design: Design): Promise<this> {
    await this.open();
    await this.page.evaluate((start) => window.__zonesketch?.open(start), design);
    return this.started();
  }

  async reload(): Promise<this> {
    await this.page.reload();
    return this.started();
  }

  /** The board is drawn and the verdicts are of the present design. */
  async started(): Promise<this> {
    await expect(this.verdicts.section).toHaveAttribute('aria-busy', 'false');
    await this.evaluated();
    return this;
  }

  /** The evaluation of the present design. */
  async evaluated(): Promise<Evaluation> {
    const evaluation = await this.page.evaluate(() => window.__zonesketch?.ready());
    if (evaluation === undefined) throw new Error('This is no test build');
    return evaluation;
  }

  async design(): Promise<Design> {
    const design = await this.page.evaluate(() => window.__zonesketch?.design());
    if (design === undefined) throw new Error('This is no test build');
    return design;
  }

  /** The design as its file: the order in which things were made does not count. */
  async text(): Promise<string> {
    return serializeDesign(await this.design());
  }

  /** Ids of the design's entities of a kind. */
  async ids(kind: Design['entities'][number]['kind']): Promise<readonly string[]> {
    return (await this.design()).entities.filter((entity) => entity.kind === kind).map((entity) => entity.id);
  }

  /** Selects an entity by way of Find, as its id is typed. */
  async select(id: string): Promise<void> {
    await this.press('Control+f');
    await this.picker.choose('find', id);
    await expect(this.picker.input('find')).toBeHidden();
    await expect.poll(() => this.page.evaluate((wanted) => document.activeElement?.getAttribute('data-cell') === wanted, id)).toBe(true);
  }

  /** Does something that is one step of the history: one undo takes all of it back, one redo brings it again. */
  async oneStep(action: () => Promise<void>): Promise<void> {
    const before = await this.design();
    await action();
    await expect.poll(() => this.design()).not.toEqual(before);
    const after = await this.design();
    await this.topBar.undo.click();
    await expect.poll(() => this.design()).toEqual(before);
    await this.topBar.redo.click();
    await expect.poll(() => this.design()).toEqual(after);
  }

  /** Everything that was done is in the browser's store. */
  async saved(): Promise<void> {
    await expect(this.page.getByRole('button', { name: this.t('persist.saved') })).toBeVisible();
  }

  /** A notice at the foot of the page. */
  notice(text: string | RegExp): Locator {
    return this.page.getByRole('region', { name: this.t('common.notices') }).getByText(text);
  }

  dialog(title: MessageKey): Locator {
    return this.page.getByRole('dialog', { name: this.t(title) });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
}
