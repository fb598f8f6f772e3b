import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Kind } from '#engine/design/kinds/kinds';
import { podPosition, sizes } from '../../app/canvas/geometry';
import type { Texts } from './app';
import { Drag } from './drag';
import type { Point } from './drag';

/** The board: its fields are found by what they are read aloud as. */
export class Board {
  readonly section: Locator;
  readonly tray: Locator;
  private readonly page: Page;
  private readonly t: Texts;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.section = page.getByRole('region', { name: t('board.label'), exact: true });
    this.tray = this.section.getByRole('group', { name: new RegExp(`^${t('board.pending', { count: '\\d+' })}$`) });
  }

  /** The card, band or group of an entity. */
  thing(kind: Kind, title: string): Locator {
    return this.section.getByRole('group', { name: new RegExp(`^${this.t(`kind.${kind}`)} ${escape(title)}(,|$)`) });
  }

  things(kind: Kind): Locator {
    return this.section.getByRole('group', { name: new RegExp(`^${this.t(`kind.${kind}`)}( |$)`) });
  }

  zone(letter: string): Locator {
    return this.section.getByRole('group', { name: new RegExp(`^${this.t('kind.zone')} [a-z0-9-]+${letter},`) });
  }

  /** An EC2 worker by the name of its Node. */
  instance(name: string): Locator {
    return this.section.getByRole('group', { name: new RegExp(`^${this.instanceWord()} ${escape(name)},`) });
  }

  instances(): Locator {
    return this.section.getByRole('group', { name: new RegExp(`^${this.instanceWord()} `) });
  }

  killZone(letter: string): Locator {
    return this.section.getByRole('button', { name: this.t('board.killZone', { letter }) });
  }

  reviveZone(letter: string): Locator {
    return this.section.getByRole('button', { name: this.t('board.reviveZone', { letter }) });
  }

  /** A button of the toolbar at the foot. */
  tool(key: 'command.fit' | 'command.zoomIn' | 'command.zoomOut' | 'command.traffic' | 'command.killing' | 'command.reviveAll'): Locator {
    return this.section.getByRole('toolbar').getByRole('button', { name: this.t(key) });
  }

  /** A free point in a zone's column. */
  async inZone(letter: string): Promise<Point> {
    const head = await boxOf(this.zone(letter));
    return { x: head.x + head.width / 2, y: head.y + head.height + 30 };
  }

  /** Takes hold of a thing by its head. */
  async take(thing: Locator): Promise<Drag> {
    const box = await boxOf(thing);
    return Drag.begin(this.page, { x: box.x + Math.min(24, box.width / 4), y: box.y + Math.min(12, box.height / 2) });
  }

  /** Where the n-th pod of an instance is drawn, from 0. */
  async podOn(instance: Locator, index: number): Promise<Point> {
    const box = await boxOf(instance);
    const place = podPosition(index);
    if (place === null) throw new Error('An instance draws no more than 64 pods');
    const zoom = box.width / sizes.instance.width;
    return { x: box.x + (place.x + sizes.pod.size / 2) * zoom, y: box.y + (place.y + sizes.pod.size / 2) * zoom };
  }

  takePoint(point: Point): Promise<Drag> {
    return Drag.begin(this.page, point);
  }

  /** Takes hold of the knob that makes a link. */
  async takeConnector(thing: Locator, title: string): Promise<Drag> {
    const box = await boxOf(thing.getByTitle(this.t('board.connect', { name: title })));
    return Drag.begin(this.page, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  }

  /** Takes hold of the end of a band. */
  async takeEnd(band: Locator, end: 'start' | 'end'): Promise<Drag> {
    const box = await boxOf(band);
    return Drag.begin(this.page, { x: end === 'end' ? box.x + box.width - 3 : box.x + 3, y: box.y + box.height / 2 });
  }

  /** Why what is held cannot be let go here. */
  refusal(text: string): Locator {
    return this.page.locator('#board-ghost').getByText(text);
  }

  private instanceWord(): string {
    return this.t('board.instanceLabel', { name: '', pods: 0 }).split(' ')[0] ?? '';
  }

  /** The board has the focus, as after Tab. */
  async focus(thing: Locator): Promise<void> {
    await thing.focus();
    await expect(thing).toBeFocused();
  }
}

export async function boxOf(thing: Locator): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }> {
  await expect(thing).toBeVisible();
  const box = await thing.boundingBox();
  if (box === null) throw new Error(`${String(thing)} is not drawn`);
  return box;
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
