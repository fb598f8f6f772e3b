import type { Catalog } from '#engine/catalog/catalog';
import { firstCatalog } from '#engine/catalog/firstCatalog';
import { loadCatalog } from '#engine/catalog/loadCatalog';
import type { Design } from '#engine/design/schema';

/** Of a design's region. The sheet that new designs need is at hand; the others are fetched once. */
export async function catalogOf({ settings: { region } }: Design): Promise<Catalog> {
  if (region === firstCatalog.region) return firstCatalog;
  const catalog = await loadCatalog(region);
  if (catalog === null) throw new Error(`no prices and instance types of region ${region}`);
  return catalog;
}
