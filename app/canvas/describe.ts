import type { Kind } from '#engine/design/kinds/kinds';
import type { Entity, EntityOf } from '#engine/design/schema';
import type { Translate } from '../i18n/translate';

/** A card's two lines. AWS's and Kubernetes' own words stay as they are in every language. */
export interface Description {
  readonly title: string;
  readonly detail: string;
  /** Beside the title: what part it plays. */
  readonly mark?: string;
}

const describers: { readonly [K in Kind]: (entity: EntityOf<K>, t: Translate) => Description } = {
  zone: (zone) => ({ title: zone.letter, detail: zone.zoneId ?? '' }),
  controlPlaneNode: (node, t) => ({ title: node.id, detail: node.instanceType, mark: t(`board.etcd.${node.etcd}`) }),
  etcdNode: (node, t) => ({ title: node.id, detail: node.instanceType, mark: t(`board.etcd.${node.etcd}`) }),
  autoScalingGroup: (group) => ({ title: group.id, detail: group.instanceTypes[0] ?? '' }),
  instance: (instance) => ({ title: instance.id, detail: instance.instanceType }),
  workload: (workload) => ({ title: workload.name, detail: workload.type }),
  service: (service) => ({ title: service.name, detail: [service.type, service.externalTrafficPolicy === 'Local' ? 'Local' : '', topologyOf(service)].filter(Boolean).join(' · ') }),
  loadBalancer: (lb, t) => ({
    title: lb.name === '' ? lb.id : lb.name,
    detail: [lb.type.toUpperCase(), t(lb.scheme === 'internal' ? 'board.internal' : 'board.internetFacing'), t(lb.crossZone ? 'board.crossZoneOn' : 'board.crossZoneOff')].join(' · '),
  }),
  client: (client, t) => ({ title: client.name === '' ? client.id : client.name, detail: t(client.from === 'internet' ? 'board.internet' : 'board.vpc') }),
  storageClass: (sc) => ({ title: sc.name, detail: sc.provisioner === 'ebs.csi.aws.com' ? sc.volumeBindingMode : 'EFS' }),
  fileSystem: (fs, t) => ({ title: fs.name === '' ? fs.id : fs.name, detail: `EFS ${t(fs.type === 'regional' ? 'board.regional' : 'board.oneZone')} · ${fs.storageGiB} GiB` }),
  database: (db, t) => ({ title: db.name === '' ? db.id : db.name, detail: `RDS ${db.engine === 'postgres' ? 'PostgreSQL' : 'MySQL'} · ${t(`board.${db.deployment}`)}` }),
  note: (note) => ({ title: note.text, detail: '' }),
};

function topologyOf(service: EntityOf<'service'>): string {
  switch (service.topology.mode) {
    case 'none':
      return '';
    case 'auto':
      return 'topology-mode: Auto';
    case 'trafficDistribution':
      return service.topology.trafficDistribution;
    case 'topologyKeys':
      return 'topologyKeys';
  }
}

/** What a card says of an entity. */
export function describe(entity: Entity, t: Translate): Description {
  const describer = describers[entity.kind] as (entity: Entity, t: Translate) => Description;
  return describer(entity, t);
}
