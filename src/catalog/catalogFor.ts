import type { Catalog } from './catalog';
import { catalogOf } from './catalogOf';
import afSouth1 from './data/af-south-1.json';
import apEast1 from './data/ap-east-1.json';
import apEast2 from './data/ap-east-2.json';
import apNortheast1 from './data/ap-northeast-1.json';
import apNortheast2 from './data/ap-northeast-2.json';
import apNortheast3 from './data/ap-northeast-3.json';
import apSouth1 from './data/ap-south-1.json';
import apSouth2 from './data/ap-south-2.json';
import apSoutheast1 from './data/ap-southeast-1.json';
import apSoutheast2 from './data/ap-southeast-2.json';
import apSoutheast3 from './data/ap-southeast-3.json';
import apSoutheast4 from './data/ap-southeast-4.json';
import apSoutheast5 from './data/ap-southeast-5.json';
import apSoutheast6 from './data/ap-southeast-6.json';
import apSoutheast7 from './data/ap-southeast-7.json';
import caCentral1 from './data/ca-central-1.json';
import caWest1 from './data/ca-west-1.json';
import euCentral1 from './data/eu-central-1.json';
import euCentral2 from './data/eu-central-2.json';
import euNorth1 from './data/eu-north-1.json';
import euSouth1 from './data/eu-south-1.json';
import euSouth2 from './data/eu-south-2.json';
import euWest1 from './data/eu-west-1.json';
import euWest2 from './data/eu-west-2.json';
import euWest3 from './data/eu-west-3.json';
import ilCentral1 from './data/il-central-1.json';
import meCentral1 from './data/me-central-1.json';
import meSouth1 from './data/me-south-1.json';
import mxCentral1 from './data/mx-central-1.json';
import saEast1 from './data/sa-east-1.json';
import usEast1 from './data/us-east-1.json';
import usEast2 from './data/us-east-2.json';
import usGovEast1 from './data/us-gov-east-1.json';
import usGovWest1 from './data/us-gov-west-1.json';
import usWest1 from './data/us-west-1.json';
import usWest2 from './data/us-west-2.json';

/** Every sheet at once: for the command line and the tests. The page uses `loadCatalog`. */
const sheets: Readonly<Record<string, unknown>> = {
  'af-south-1': afSouth1,
  'ap-east-1': apEast1,
  'ap-east-2': apEast2,
  'ap-northeast-1': apNortheast1,
  'ap-northeast-2': apNortheast2,
  'ap-northeast-3': apNortheast3,
  'ap-south-1': apSouth1,
  'ap-south-2': apSouth2,
  'ap-southeast-1': apSoutheast1,
  'ap-southeast-2': apSoutheast2,
  'ap-southeast-3': apSoutheast3,
  'ap-southeast-4': apSoutheast4,
  'ap-southeast-5': apSoutheast5,
  'ap-southeast-6': apSoutheast6,
  'ap-southeast-7': apSoutheast7,
  'ca-central-1': caCentral1,
  'ca-west-1': caWest1,
  'eu-central-1': euCentral1,
  'eu-central-2': euCentral2,
  'eu-north-1': euNorth1,
  'eu-south-1': euSouth1,
  'eu-south-2': euSouth2,
  'eu-west-1': euWest1,
  'eu-west-2': euWest2,
  'eu-west-3': euWest3,
  'il-central-1': ilCentral1,
  'me-central-1': meCentral1,
  'me-south-1': meSouth1,
  'mx-central-1': mxCentral1,
  'sa-east-1': saEast1,
  'us-east-1': usEast1,
  'us-east-2': usEast2,
  'us-gov-east-1': usGovEast1,
  'us-gov-west-1': usGovWest1,
  'us-west-1': usWest1,
  'us-west-2': usWest2,
};

const catalogs = new Map<string, Catalog>();

/** The catalog of a region, at once, or null where no sheet is known. */
export function catalogFor(region: string): Catalog | null {
  if (!Object.hasOwn(sheets, region)) return null;
  let catalog = catalogs.get(region);
  if (catalog === undefined) {
    catalog = catalogOf(sheets[region]);
    catalogs.set(region, catalog);
  }
  return catalog;
}
