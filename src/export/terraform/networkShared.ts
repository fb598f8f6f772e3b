import { hcl, template } from '../hcl';
import type { Expression } from '../hcl';
import { output } from './declarations';

/** Name of the zone with this letter. */
export function zoneName(letter: string): Expression {
  return template(hcl`var.region`, letter);
}

/** The same for a VPC that is made and one that is there. */
export const networkOutputs = [
  output('vpc_id', 'The VPC.', hcl`local.vpc_id`),
  output('private_subnet_ids', 'Private subnets by letter of their zone.', hcl`local.private_subnet_ids`),
  output('public_subnet_ids', 'Public subnets by letter of their zone.', hcl`local.public_subnet_ids`),
];
