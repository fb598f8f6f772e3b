import type { Catalog } from './catalog';
import { catalogOf } from './catalogOf';
import { firstCatalog } from './firstCatalog';

/** One chunk a region, so that the page fetches only what its design needs; the first one is at hand. */
const sheets: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  'af-south-1': () => import('./data/af-south-1.json'),
  'ap-east-1': () => import('./data/ap-east-1.json'),
  'ap-east-2': () => import('./data/ap-east-2.json'),
  'ap-northeast-1': () => import('./data/ap-northeast-1.json'),
  'ap-northeast-3': () => import('./data/ap-northeast-3.json'),
  'ap-south-1': () => import('./data/ap-south-1.json'),
  'ap-south-2': () => import('./data/ap-south-2.json'),
  'ap-southeast-1': () => import('./data/ap-southeast-1.json'),
  'ap-southeast-2': () => import('./data/ap-southeast-2.json'),
  'ap-southeast-3': () => import('./data/ap-southeast-3.json'),
  'ap-southeast-4': () => import('./data/ap-southeast-4.json'),
  'ap-southeast-5': () => import('./data/ap-southeast-5.json'),
  'ap-southeast-6': () => import('./data/ap-southeast-6.json'),
  'ap-southeast-7': () => import('./data/ap-southeast-7.json'),
  'ca-central-1': () => import('./data/ca-central-1.json'),
  'ca-west-1': () => import('./data/ca-west-1.json'),
  'eu-central-1': () => import('./data/eu-central-1.json'),
  'eu-central-2': () => import('./data/eu-central-2.json'),
  'eu-north-1': () => import('./data/eu-north-1.json'),
  'eu-south-1': () => import('./data/eu-south-1.json'),
  'eu-south-2': () => import('./data/eu-south-2.json'),
  'eu-west-1': () => import('./data/eu-west-1.json'),
  'eu-west-2': () => import('./data/eu-west-2.json'),
  'eu-west-3': () => import('./data/eu-west-3.json'),
  'il-central-1': () => import('./data/il-central-1.json'),
  'me-central-1': () => import('./data/me-central-1.json'),
  'me-south-1': () => import('./data/me-south-1.json'),
  'mx-central-1': () => import('./data/mx-central-1.json'),
  'sa-east-1': () => import('./data/sa-east-1.json'),
  'us-east-1': () => import('./data/us-east-1.json'),
  'us-east-2': () => import('./data/us-east-2.json'),
  'us-gov-east-1': () => import('./data/us-gov-east-1.json'),
  'us-gov-west-1': () => import('./data/us-gov-west-1.json'),
  'us-west-1': () => import('./data/us-west-1.json'),
  'us-west-2': () => import('./data/us-west-2.json'),
};

const catalogs = new Map<string, Promise<Catalog>>([[firstCatalog.region, Promise.resolve(firstCatalog)]]);

/** The catalog of a region, the same object each time, or null where no sheet is known. */
export async function loadCatalog(region: string): Promise<Catalog | null> {
  const known = catalogs.get(region);
  if (known !== undefined) return known;
  const load = Object.hasOwn(sheets, region) ? sheets[region] : undefined;
  if (load === undefined) return null;
  const catalog = load().then((sheet) => catalogOf(sheet.default));
  catalogs.set(region, catalog);
  // A chunk that could not be fetched may be there the next time.
  catalog.catch(() => catalogs.delete(region));
  return catalog;
}
