import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogFor } from './catalogFor';
import provenance from './data/provenance.json';
import { firstCatalog } from './firstCatalog';
import { loadCatalog } from './loadCatalog';
import { regions } from './regions';
import { instanceTypesSchema, sheetSchema } from './schema';

const folder = new URL('./data/', import.meta.url);

describe('sheets', () => {
  it('are what scripts/catalog.mjs wrote: none edited by hand, none missing, none left over', () => {
    const written = Object.fromEntries(
      readdirSync(folder)
        .filter((name) => name !== 'provenance.json')
        .map((name) => [name, createHash('sha256').update(readFileSync(new URL(name, folder))).digest('hex')]),
    );
    expect(written).toEqual(provenance.files);
  });

  it('have the fields, units and ranges that the program takes for granted', () => {
    const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    instanceTypesSchema.parse(read('instance-types.json'));
    for (const { id } of regions) expect(sheetSchema.parse(read(`${id}.json`)).region).toBe(id);
  });

  it('are 36, and both loaders know every one', async () => {
    expect(regions).toHaveLength(36);
    for (const { id, name } of regions) {
      const catalog = catalogFor(id);
      expect(catalog).toMatchObject({ region: id, regionName: name });
      const loaded = await loadCatalog(id);
      expect(loaded).toMatchObject({ region: id, zones: catalog?.zones });
      expect(await loadCatalog(id)).toBe(loaded);
    }
  });

  it('price every instance type that they offer, from a dated source', () => {
    let priced = 0;
    for (const { id } of regions) {
      const catalog = catalogFor(id)!;
      for (const type of catalog.instanceTypes.keys()) {
        const price = catalog.prices.ec2(type);
        if (price === null) continue;
        priced++;
        expect(price.source).not.toBe('');
        expect(price.date).toMatch(/^\d{4}/);
      }
    }
    expect(priced).toBe(2435);
  });
});

describe('ap-northeast-2', () => {
  const { prices, zones, instanceTypes, priceDates } = firstCatalog;

  it.each([
    ['cross-zone transfer', prices.crossAzPerGbEachDirection, 0.01, 'file'],
    ['NAT gateway', prices.natGatewayHour, 0.059, 'file'],
    ['EKS in extended support', prices.eksExtendedSupportHour, 0.6, 'derived'],
    ['m6i.large', prices.ec2('m6i.large'), 0.118, 'file'],
    ['db.m6g.large', prices.rds('postgres', 'db.m6g.large', false), 0.221, 'file'],
    ['db.m6g.large, Multi-AZ', prices.rds('postgres', 'db.m6g.large', true), 0.441, 'derived'],
  ])('%s', (_, price, usd, confidence) => {
    expect(price).toMatchObject({ usd, confidence });
  });

  it('has four zones, 74 instance types and dated prices', () => {
    expect(zones).toEqual(['a', 'b', 'c', 'd']);
    expect(instanceTypes.size).toBe(74);
    expect(instanceTypes.get('m6i.large')).toMatchObject({ vcpu: 2, memoryMiB: 8192, maxPods: 29 });
    expect(priceDates).toEqual({ oldest: '2020-10-02', newest: '2026-10-01' });
  });
});

describe('what is not known', () => {
  it.each([
    ['an unknown instance type', firstCatalog.prices.ec2('m99.huge')],
    ['an RDS class outside the sheet', firstCatalog.prices.rds('mysql', 'db.t4g.micro', false)],
    ['a load balancer price that the source lacks', catalogFor('ap-east-2')!.prices.albHour],
    ['an unknown region', catalogFor('eu-atlantis-1')],
    ['a name that every object has', catalogFor('constructor')],
  ])('%s is null, never a guess', (_, value) => {
    expect(value).toBeNull();
  });

  it('an unknown region loads as null', async () => {
    expect(await loadCatalog('eu-atlantis-1')).toBeNull();
  });
});
