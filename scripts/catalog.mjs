#!/usr/bin/env node
// Writes src/catalog/data from a folder of facts: `node scripts/catalog.mjs FACTS [--check]`.
// FACTS holds prices.json, instance-types.json and sources.json (which file each price was read from, and when).
// --check writes nothing and exits 1 where a committed file is not what the facts give.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [folder, flag] = process.argv.slice(2);
if (folder === undefined || (flag !== undefined && flag !== '--check')) {
  console.error('usage: node scripts/catalog.mjs FACTS [--check]');
  process.exit(2);
}
const out = join(dirname(fileURLToPath(import.meta.url)), '../src/catalog/data');
const inputs = Object.fromEntries(
  ['prices.json', 'instance-types.json', 'sources.json'].map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
const prices = JSON.parse(inputs['prices.json']);
const facts = JSON.parse(inputs['sources.json']);
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** What each price is per; the keys are `Prices` of src/catalog/catalog.ts. */
const units = {
  crossAzPerGbEachDirection: 'GB',
  internetOutPerGbFirst10TB: 'GB',
  eksClusterHour: 'h',
  eksExtendedSupportHour: 'h',
  natGatewayHour: 'h',
  natGatewayPerGb: 'GB',
  albHour: 'h',
  albLcuHour: 'LCU-h',
  nlbHour: 'h',
  nlbNlcuHour: 'NLCU-h',
  clbHour: 'h',
  clbPerGb: 'GB',
  ebsGp3PerGbMonth: 'GB-month',
  ebsGp2PerGbMonth: 'GB-month',
  efsStandardPerGbMonth: 'GB-month',
  efsOneZonePerGbMonth: 'GB-month',
  publicIpv4Hour: 'h',
};

/** The file with the data of other regions on which an assumed price rests. */
const basisOfAssumption = { crossAzPerGbEachDirection: 'ic-dt', albLcuHour: 'toml', nlbNlcuHour: 'toml', clbPerGb: 'ic-elb' };

const day = (text) => /^\d{4}(-\d{2}){0,2}/.exec(text)[0];

/** `{source, date}` of an entry of sources.json. */
function sourceOf(key) {
  const file = facts.sources[key];
  if (file !== undefined) return { source: `${file.repo} ${file.path}`, date: day(file.date) };
  const quote = facts.spotSources[key];
  if (quote !== undefined) return { source: `AWS price quoted in a public file: ${quote.quote}`, date: day(quote.date) };
  throw new Error(`no source ${key} in sources.json`);
}

function provenanceOf(field, region) {
  const row = facts.fields['prices.json'][field].find((entry) => entry.regions === 'all' || entry.regions.includes(region));
  if (row === undefined) throw new Error(`no source of ${field} in ${region}`);
  const key = row.source ?? basisOfAssumption[field];
  // The keys of the sources that confirm a price mean nothing outside sources.json.
  const note = row.note?.replace(/\((\w+ )?confirmed by [^)]*\)/, '($1confirmed by a second source)');
  return { key, confidence: row.confidence, ...(note === undefined ? {} : { note }) };
}

function rdsSource(field, region, instanceClass) {
  const row = facts.rdsDetail[field].find((entry) => entry.regions.includes(region) && entry.classes.includes(instanceClass));
  if (row === undefined) throw new Error(`no source of ${field} ${instanceClass} in ${region}`);
  return row.source;
}

function sheetOf(region, offer) {
  const used = new Set();
  const use = (key) => (used.add(key), key);
  const priced = {};
  for (const [field, unit] of Object.entries(units)) {
    const usd = offer[field];
    if (usd === null || usd === undefined) {
      priced[field] = null;
      continue;
    }
    const { key, confidence, note } = provenanceOf(field, region);
    priced[field] = { usd, unit, source: use(key), confidence, ...(note === undefined ? {} : { note }) };
  }
  const ec2 = provenanceOf('ec2', region);
  const rds = {};
  for (const [engine, field] of [['postgres', 'rds'], ['mysql', 'rdsMysql']]) {
    rds[engine] = {};
    for (const [instanceClass, hour] of Object.entries(offer[field] ?? {})) {
      rds[engine][instanceClass] = [hour.singleAzHour, hour.multiAzHour, use(rdsSource(field, region, instanceClass))];
    }
  }
  use(ec2.key);
  return {
    generatedBy: 'scripts/catalog.mjs; do not edit',
    currency: 'USD',
    region,
    name: offer.name,
    zones: offer.zones,
    sources: Object.fromEntries([...used].sort((a, b) => (a < b ? -1 : 1)).map((key) => [key, sourceOf(key)])),
    prices: priced,
    ec2: { unit: 'h', source: ec2.key, confidence: ec2.confidence, types: offer.ec2 },
    // [single-AZ, Multi-AZ instance, source]: Multi-AZ is derived, twice the single instance.
    rds: { unit: 'h', ...rds },
  };
}

/** JSON with an object of scalars on one line, so that a price is a line of a diff. */
function print(value, indent = '') {
  const flat = JSON.stringify(value);
  const nested = typeof value === 'object' && value !== null && Object.values(value).some((v) => typeof v === 'object' && v !== null);
  if (!nested && flat.length < 400) return flat.replaceAll('":', '": ').replaceAll(/,(?=["\d-])/g, ', ');
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((v) => inner + print(v, inner)).join(',\n')}\n${indent}]`;
  const rows = Object.entries(value).map(([key, v]) => `${inner}${JSON.stringify(key)}: ${print(v, inner)}`);
  return `{\n${rows.join(',\n')}\n${indent}}`;
}

const sheets = Object.entries(prices.regions);
const files = new Map(sheets.map(([region, offer]) => [`${region}.json`, `${print(sheetOf(region, offer))}\n`]));
files.set('instance-types.json', `${print(JSON.parse(inputs['instance-types.json']))}\n`);
files.set('regions.json', `${print(sheets.map(([id, { name }]) => ({ id, name })).sort((a, b) => (a.id < b.id ? -1 : 1)))}\n`);
files.set(
  'provenance.json',
  `${print({
    generatedBy: 'scripts/catalog.mjs; do not edit',
    instanceTypes: Object.fromEntries(
      Object.entries(facts.fields['instance-types.json'])
        .filter(([, field]) => field.source !== undefined)
        .map(([name, field]) => [name, { ...sourceOf(field.source), confidence: field.confidence }]),
    ),
    inputs: Object.fromEntries(Object.entries(inputs).map(([name, text]) => [name, sha256(text)])),
    files: Object.fromEntries([...files].map(([name, text]) => [name, sha256(text)])),
  })}\n`,
);

if (flag === '--check') {
  const stale = [...files].filter(([name, text]) => {
    try {
      return readFileSync(join(out, name), 'utf8') !== text;
    } catch {
      return true;
    }
  });
  for (const [name] of stale) console.error(`src/catalog/data/${name} is stale: run node scripts/catalog.mjs ${folder}`);
  process.exit(stale.length === 0 ? 0 : 1);
}
mkdirSync(out, { recursive: true });
for (const [name, text] of files) writeFileSync(join(out, name), text);
console.error(`${files.size} files in src/catalog/data`);
