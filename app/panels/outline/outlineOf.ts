import { definitionOf, kindNames, kinds } from '#engine/design/kinds/kinds';
import type { Kind } from '#engine/design/kinds/kinds';
import type { Design, Entity } from '#engine/design/schema';
import { entitiesOf, zoneIdsOf, zoneName, zonesOf } from '#engine/design/tree';
import type { Evaluation, PlacedPod } from '#engine/evaluation';
import { nameOf, nameOfLink } from '../shared/entityName';
import { groupOfNode } from '../inspector/nodeOwner';

export interface OutlineRow {
  /** Unique in the tree: a band stands in each of its zones. */
  readonly key: string;
  /** As the selection calls it; null for headings. */
  readonly id: string | null;
  readonly type: 'heading' | 'entity' | 'link' | 'node' | 'pod';
  readonly name: string;
  readonly detail: string;
  readonly kind: Kind | null;
  /** Zone name (`ap-northeast-2a`) of a zone, node name of a node: what can be killed. */
  readonly killable: { readonly zone: string } | { readonly node: string } | null;
  readonly children: readonly OutlineRow[];
}

/** Zones with what lies in them down to the pods, then what belongs to the region, by kind. */
export function outlineOf(design: Design, evaluation: Evaluation | null, titleOf: (kind: Kind) => string, regionTitle: string): readonly OutlineRow[] {
  const pods = podsBy(evaluation, (pod) => pod.node);
  const podsOfWorkload = podsBy(evaluation, (pod) => pod.workload);
  const zones = zonesOf(design).map((zone): OutlineRow => {
    const name = zoneName(design, zone);
    const inside = design.entities.filter((entity) => zoneIdsOf(entity).includes(zone.id));
    const children = kindNames.flatMap((kind) => inside.filter((entity) => entity.kind === kind)).map((entity) => entityRow(entity, zone.id, nodesOf(entity, name)));
    return { key: zone.id, id: zone.id, type: 'entity', name, detail: zone.zoneId ?? '', kind: 'zone', killable: { zone: name }, children };
  });

  function nodesOf(entity: Entity, zone: string): readonly OutlineRow[] {
    const nodes = evaluation?.placement.nodes ?? [];
    return nodes
      .filter((node) => node.metadata.labels?.['topology.kubernetes.io/zone'] === zone && groupOfNode(design, node.metadata.name) === entity.id)
      .map(({ metadata: { name } }) => ({
        key: `node:${name}`,
        id: `node:${name}`,
        type: 'node',
        name,
        detail: '',
        kind: null,
        killable: { node: name },
        children: (pods.get(name) ?? []).map((pod) => podRow(pod, `node:${name}`)),
      }));
  }

  const region = kindNames
    .filter((kind) => kinds[kind].span === 'region' && kind !== 'zone')
    .flatMap((kind): readonly OutlineRow[] => {
      const entities = entitiesOf(design, kind);
      if (entities.length === 0) return [];
      const children = entities.map((entity) => entityRow(entity, 'region', (podsOfWorkload.get(entity.id) ?? []).map((pod) => podRow(pod, entity.id))));
      return [{ ...heading(`kind:${kind}`, titleOf(kind)), kind, children }];
    });
  const links = design.links.map((link): OutlineRow => ({
    key: `link:${link.id}`,
    id: link.id,
    type: 'link',
    name: nameOfLink(design, link),
    detail: `${link.requestsPerSecond}/s`,
    kind: null,
    killable: null,
    children: [],
  }));
  return [...zones, { ...heading('region', `${regionTitle} ${design.settings.region}`), children: [...region, ...(links.length === 0 ? [] : [{ ...heading('links', '→'), children: links }])] }];
}

function heading(key: string, name: string): OutlineRow {
  return { key, id: null, type: 'heading', name, detail: '', kind: null, killable: null, children: [] };
}

function entityRow(entity: Entity, place: string, children: readonly OutlineRow[]): OutlineRow {
  const name = nameOf(entity);
  return {
    key: `${place}/${entity.id}`,
    id: entity.id,
    type: 'entity',
    name: name === '' ? entity.id : name,
    detail: name === entity.id ? '' : entity.id,
    kind: entity.kind,
    killable: definitionOf(entity.kind).span === 'zone' ? { node: entity.id } : null,
    // A machine that is its own node is one row, not two.
    children: children.length === 1 && children[0]?.name === entity.id ? children[0].children : children,
  };
}

function podRow(pod: PlacedPod, place: string): OutlineRow {
  return { key: `${place}/pod:${pod.pod}`, id: `pod:${pod.pod}`, type: 'pod', name: pod.pod, detail: pod.node ?? 'Pending', kind: null, killable: null, children: [] };
}

function podsBy(evaluation: Evaluation | null, keyOf: (pod: PlacedPod) => string | null): ReadonlyMap<string, readonly PlacedPod[]> {
  const groups = new Map<string, PlacedPod[]>();
  for (const pod of evaluation?.placement.pods ?? []) {
    const key = keyOf(pod);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pod]);
    else group.push(pod);
  }
  return groups;
}
