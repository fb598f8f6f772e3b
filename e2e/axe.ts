import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The panel below the board. */
export const dockPanel = '#dock-panel';

/**
 * What axe finds wrong, in a part of the page where the rest has not changed. The page has no frames: in this mode axe opens no
 * page of its own for each look.
 */
export async function axeFinds(page: Page, within?: string): Promise<readonly object[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`) }));
}
