import { block, commented, data, hcl, list, object, objectByKey, reference } from '../hcl';
import { variable } from './declarations';
import { networkOutputs, zoneName } from './networkShared';
import type { Plan } from './plan';
import { section } from './section';
import type { Section } from './section';
import type { Unsupported } from '../unsupported';

/** An existing VPC and its subnets: looked up and named in variables. */
export function existingNetwork(plan: Plan): Section {
  const existing = plan.design.settings.network.existing ?? { vpcId: '', privateSubnets: {}, publicSubnets: {} };
  const idOf = (ids: Readonly<Record<string, string>>, letter: string) =>
    plan.design.entities.flatMap((zone) => (zone.kind === 'zone' && zone.letter === letter ? (ids[zone.id] ?? []) : [])).sort()[0] ?? '';
  const subnetVariable = (name: string, kind: string, letters: readonly string[], ids: Readonly<Record<string, string>>) =>
    variable(
      name,
      hcl`map(string)`,
      `Existing ${kind} subnets: letter of the zone to id of the subnet.`,
      objectByKey(letters.map((letter) => [letter, idOf(ids, letter)] as const)),
      {
        condition: hcl`alltrue([for id in values(${reference('var', name)}) : can(regex("^subnet-[0-9a-f]+$", id))])`,
        message: 'Each must be the id of a subnet, e.g. subnet-0abc.',
      },
      {
        condition: hcl`length(setsubtract(${list(letters)}, keys(${reference('var', name)}))) == 0`,
        message: `There must be one for each zone: ${letters.join(', ')}.`,
      },
    );
  const without = (letters: readonly string[]) =>
    plan.subnets.zones.filter(({ letter }) => !letters.includes(letter)).map(({ zone }) => zone);
  return section('network.tf', {
    blocks: [
      block('locals', [], {
        zones: objectByKey(plan.zones.map((letter) => [letter, object({ name: zoneName(letter) })] as const)),
        vpc_id: hcl`data.aws_vpc.main.id`,
        private_subnet_ids: hcl`var.private_subnet_ids`,
        public_subnet_ids: hcl`var.public_subnet_ids`,
      }),
      commented('The VPC and its subnets exist: they are read, not made.', data('aws_vpc', 'main', { id: hcl`var.vpc_id` })),
    ],
    variables: [
      variable('vpc_id', hcl`string`, 'The existing VPC.', existing.vpcId, {
        condition: hcl`can(regex("^vpc-[0-9a-f]+$", var.vpc_id))`,
        message: 'The id must look like vpc-0abc.',
      }),
      subnetVariable('private_subnet_ids', 'private', plan.zones, existing.privateSubnets),
      subnetVariable('public_subnet_ids', 'public', plan.publicZones, existing.publicSubnets),
    ],
    outputs: networkOutputs,
    unsupported: [
      (say) => say.existingRoutes(),
      (say) => say.existingSubnetTags(),
      ...without(plan.zones).map((zone): Unsupported => (say) => say.noPrivateSubnet(zone)),
      ...without(plan.publicZones).map((zone): Unsupported => (say) => say.noPublicSubnet(zone)),
    ],
  });
}
