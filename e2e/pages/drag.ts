import type { Locator, Page } from '@playwright/test';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A gesture with the mouse that is still on. */
export class Drag {
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async begin(page: Page, from: Point): Promise<Drag> {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    // Farther than a click.
    await page.mouse.move(from.x + 8, from.y + 8);
    return new Drag(page);
  }

  /** Goes there and stays: what is shown now is what letting go would mean. */
  async over(place: Point | Locator): Promise<this> {
    const point = 'x' in place ? place : await middleOf(place);
    await this.page.mouse.move(point.x, point.y, { steps: 4 });
    return this;
  }

  async drop(): Promise<void> {
    await this.page.mouse.up();
  }
}

async function middleOf(thing: Locator): Promise<Point> {
  const box = await thing.boundingBox();
  if (box === null) throw new Error('There is nothing to go to');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
