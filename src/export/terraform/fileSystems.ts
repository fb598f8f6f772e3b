import type { FileSystem } from '../../design/schema';
import { entitiesOf } from '../../design/tree';
import { hcl, object, objectByKey, reference, resource } from '../hcl';
import type { Block } from '../hcl';
import { output } from './declarations';
import { identifier, prefixed, shortId, tagText } from './names';
import { privateSubnet, zoneNameOf } from './plan';
import type { Plan } from './plan';
import { section } from './section';
import type { Section } from './section';
import { ingress, securityGroup, securityGroupIds, tcp } from './securityGroups';
import type { Unsupported } from '../unsupported';

/** EFS file systems, regional or in one zone, with a mount target in each of their zones. */
export function fileSystemSection(plan: Plan): Section {
  const all = entitiesOf(plan.design, 'fileSystem');
  const made = all.filter((fileSystem) => plan.lettersOf(fileSystem.zones).length > 0);
  return section('file-systems.tf', {
    blocks: [
      ...(made.length === 0
        ? []
        : [...securityGroup('file_systems', 'Mount targets of EFS file systems'), ingress('file_systems_from_nodes', 'file_systems', { group: 'nodes' }, tcp(2049), 'NFS, from nodes and pods')]),
      ...made.flatMap((fileSystem) => blocksOf(plan, fileSystem)),
    ],
    outputs:
      made.length === 0
        ? []
        : [
            output(
              'file_system_ids',
              'EFS file systems by id in the design.',
              objectByKey(made.map(({ id }) => [id, reference('aws_efs_file_system', identifier(id), 'id')] as const)),
            ),
          ],
    unsupported: all.map((fileSystem): Unsupported =>
      made.includes(fileSystem)
        ? (say) => say.fileSystemSize(fileSystem.id, fileSystem.storageGiB)
        : (say) => say.zonesWithoutSubnet(fileSystem.id),
    ),
  });
}

function blocksOf(plan: Plan, fileSystem: FileSystem): readonly Block[] {
  const name = identifier(fileSystem.id);
  const letters = plan.lettersOf(fileSystem.zones);
  const [letter = ''] = letters;
  const title = tagText(fileSystem.name);
  return [
    resource('aws_efs_file_system', name, {
      availability_zone_name: fileSystem.type === 'oneZone' ? zoneNameOf(letter) : undefined,
      encrypted: true,
      tags: object({ Name: title === '' ? prefixed(shortId(fileSystem.id, 80)) : title }),
    }),
    resource('aws_efs_mount_target', name, {
      for_each: objectByKey(letters.map((zone) => [zone, privateSubnet(zone)] as const)),
      file_system_id: reference('aws_efs_file_system', name, 'id'),
      subnet_id: hcl`each.value`,
      security_groups: securityGroupIds('file_systems'),
    }),
  ];
}

