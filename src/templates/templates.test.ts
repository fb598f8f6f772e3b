import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseHcl } from '@cdktf/hcl2json';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { compareBytes } from '../byteOrder';
import { catalogFor } from '../catalog/catalogFor';
import type { Catalog } from '../catalog/catalog';
import { parseDesignText } from '../design/parse';
import type { Design } from '../design/schema';
import { serializeDesign } from '../design/serialize';
import { evaluate } from '../evaluate';
import type { ExportFile } from '../export/exporter';
import { kubernetes } from '../export/kubernetes/kubernetes';
import { terraform } from '../export/terraform/terraform';
import { apiProblems } from '../testing/node/apiProblems';
import { expectations } from './expectations';
import { templates } from './templates';

const folder = new URL('./data/', import.meta.url);

it('the list names every design in the folder once, and each has its expectation', () => {
  const ids = templates.map(({ id }) => id).sort();
  expect(readdirSync(folder).map((name) => name.replace('.json', '')).sort()).toEqual(ids);
  expect(ids).toEqual(Object.keys(expectations).sort());
});

describe.each(templates.map((template) => [template.id, template] as const))('%s', (id, template) => {
  const text = readFileSync(new URL(`${id}.json`, folder), 'utf8');
  const { design, catalog } = read(text);
  const evaluation = evaluate(design, catalog, {});
  const expected = new Map(Object.entries(expectations)).get(id)!;
  const zones = design.entities.flatMap((entity) => (entity.kind === 'zone' ? [`${design.settings.region}${entity.letter}`] : []));

  it('is a design file, byte for byte as it is written', async () => {
    expect(serializeDesign(design)).toBe(text);
    expect(await template.load()).toEqual(JSON.parse(text));
  });

  it('evaluates to the same bytes twice, and changes nothing', () => {
    const frozen = deepFreeze(read(text));
    const once = JSON.stringify(evaluate(frozen.design, frozen.catalog, {}));
    expect(JSON.stringify(evaluate(frozen.design, frozen.catalog, {}))).toBe(once);
    expect(JSON.stringify(evaluation)).toBe(once);
  });

  it('evaluates to the same bytes whatever the order in the file', () => {
    const turned = { ...design, entities: [...design.entities].reverse(), links: [...design.links].reverse() };
    expect(evaluate(turned, catalog, {})).toEqual(evaluation);
  });

  it('runs every pod, but for those that are there to wait', () => {
    expect(evaluation.placement.pending.map(({ pod }) => pod)).toEqual(expected.pending ?? []);
  });

  it('has the quorum that it is there to show', () => {
    expect(evaluation.quorum).toMatchObject(expected.quorum);
    const single = evaluation.quorum.losses.filter((loss) => loss.zones.length === 1 && loss.nodes.length === 0);
    expect(single.map((loss) => [loss.zones[0], loss.keepsQuorum])).toEqual(
      zones.map((zone) => [zone, expected.keepsQuorumWithout.includes(zone.slice(-1))]),
    );
    // Every pair of zones holds a majority, unless one zone holds all.
    const pairs = evaluation.quorum.losses.filter((loss) => loss.zones.length === 2);
    for (const loss of pairs) expect(loss.keepsQuorum).toBe(id === 'one-zone' && !loss.zones.includes('ap-northeast-2a'));
  });

  it.each(zones.map((zone, index) => [zone, index] as const))('workloads when %s is lost', (zone, index) => {
    const row = evaluation.failures.find((each) => each.zones.length === 1 && each.zones[0] === zone);
    expect(Object.fromEntries(row!.workloads.map(({ name, verdict }) => [name, verdict]))).toEqual(
      Object.fromEntries(Object.entries(expected.zoneLoss).map(([name, verdicts]) => [name, verdicts[index]])),
    );
  });

  it('has exactly the findings that it is there to show', () => {
    expect(evaluation.findings.map(({ code }) => code).sort(compareBytes)).toEqual(expected.findings);
  });

  it('exports Kubernetes objects that the API takes, and workloads that are those of the prediction', () => {
    const { files } = kubernetes.export({ design, catalog });
    expect(isTidy(files)).toBe(true);
    const objects = files
      .filter(({ path }) => path.endsWith('.yaml') && !path.endsWith('kustomization.yaml'))
      .flatMap(({ text: yaml }) => parseAllDocuments(yaml).map((document) => document.toJS() as { readonly kind: string; readonly metadata: { readonly name: string } }));
    expect(objects.flatMap(apiProblems)).toEqual([]);
    const exported = objects.filter(({ kind }) => ['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind)).map(({ metadata }) => `default/${metadata.name}`);
    expect(exported.sort(compareBytes)).toEqual(Object.keys(expected.zoneLoss).sort(compareBytes));
  });

  it('exports Terraform with a launch template for each group', async () => {
    const { files } = terraform.export({ design, catalog });
    expect(isTidy(files)).toBe(true);
    const parsed = await Promise.all(files.filter(({ path }) => path.endsWith('.tf')).map(({ path, text: hcl }) => parseHcl(path, hcl)));
    const templatesOf = parsed.flatMap((file) => Object.keys((file as { readonly resource?: Readonly<Record<string, object>> }).resource?.['aws_launch_template'] ?? {}));
    const groups = design.entities.filter(({ kind }) => kind === 'autoScalingGroup');
    expect(templatesOf.length).toBeGreaterThanOrEqual(groups.length);
  });

  it('says its findings in Korean too', () => {
    const korean = evaluate(design, catalog, { language: 'ko' }).findings;
    expect(korean.map(({ code }) => code)).toEqual(evaluation.findings.map(({ code }) => code));
    for (const { message } of korean) expect(message).toMatch(/[가-힣]/);
  });
});

function read(text: string): { readonly design: Design; readonly catalog: Catalog } {
  const parsed = parseDesignText(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return { design: parsed.value, catalog: catalogFor(parsed.value.settings.region)! };
}

/** Paths in byte order, each once, a README among them, every text ended by a newline. */
function isTidy(files: readonly ExportFile[]): boolean {
  const paths = files.map(({ path }) => path);
  const sorted = [...new Set(paths)].sort(compareBytes);
  return paths.includes('README.md') && paths.join() === sorted.join() && files.every(({ text }) => text.endsWith('\n'));
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const child of Object.values(value)) deepFreeze(child);
  }
  return value;
}
