import type { Catalog, CostUnit, Price, Prices } from './catalog';
import instanceTypeRows from './data/instance-types.json';
import type { InstanceTypes, Sheet } from './schema';

let instanceTypes: Catalog['instanceTypes'] | undefined;

/**
 * Joins a region's sheet (a file of `data/`) with the instance types. Sheets are part of the program and a test checks
 * every one by its schema: the page needs no second check.
 */
export function catalogOf(file: unknown): Catalog {
  const sheet = file as Sheet;
  instanceTypes ??= new Map((instanceTypeRows as InstanceTypes).map((row) => [row.type, row]));
  return {
    region: sheet.region,
    regionName: sheet.name,
    zones: sheet.zones,
    instanceTypes,
    prices: pricesOf(sheet),
    priceDates: datesOf(sheet),
  };
}

function pricesOf(sheet: Sheet): Prices {
  const named = Object.fromEntries(
    Object.entries(sheet.prices).map(([name, row]) => [name, row === null ? null : price(sheet, row.usd, row.source, row.confidence, row.note)]),
  ) as Omit<Prices, 'ec2' | 'rds'>;
  const ec2 = new Map<string, Price<'h'>>(
    Object.entries(sheet.ec2.types).map(([type, usd]) => [type, price(sheet, usd, sheet.ec2.source, sheet.ec2.confidence)]),
  );
  const rds = new Map<string, Price<'h'>>();
  for (const engine of ['postgres', 'mysql'] as const) {
    for (const [instanceClass, [single, multi, source]] of Object.entries(sheet.rds[engine])) {
      rds.set(`${engine} ${instanceClass} false`, price(sheet, single, source, 'file'));
      rds.set(`${engine} ${instanceClass} true`, price(sheet, multi, source, 'derived', 'twice the single-AZ price before rounding'));
    }
  }
  return {
    ...named,
    ec2: (type) => ec2.get(type) ?? null,
    rds: (engine, instanceClass, multiAz) => rds.get(`${engine} ${instanceClass} ${multiAz}`) ?? null,
  };
}

function price<Unit extends CostUnit>(sheet: Sheet, usd: number, key: string, confidence: Price['confidence'], note?: string): Price<Unit> {
  const from = sheet.sources[key];
  if (from === undefined) throw new Error(`${sheet.region}: no source ${key}`);
  return { usd, source: from.source, date: from.date, confidence, ...(note === undefined ? {} : { note }) };
}

function datesOf(sheet: Sheet): Catalog['priceDates'] {
  const dates = Object.values(sheet.sources)
    .map((from) => from.date)
    .sort();
  return { oldest: dates[0] ?? '', newest: dates[dates.length - 1] ?? '' };
}
