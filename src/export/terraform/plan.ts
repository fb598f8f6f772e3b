import type { Catalog } from '../../catalog/catalog';
import { subnetPlan } from '../../design/network';
import type { SubnetPlan } from '../../design/network';
import type { Design } from '../../design/schema';
import { entitiesOf, zonesOf } from '../../design/tree';
import { hcl, list } from '../hcl';
import type { Expression } from '../hcl';

/** What every section needs to know: the design, and how its zones and subnets are called in Terraform. */
export interface Plan {
  readonly design: Design;
  readonly catalog: Catalog;
  readonly eks: boolean;
  readonly subnets: SubnetPlan;
  /** Letters of the zones with a private subnet, in order: keys of `local.private_subnet_ids`. */
  readonly zones: readonly string[];
  /** Letters of the zones with a public subnet: keys of `local.public_subnet_ids`. */
  readonly publicZones: readonly string[];
  /** Letters of these zone entities, as far as they have a private subnet, in order and each once. */
  readonly lettersOf: (zoneIds: readonly string[]) => readonly string[];
}

export function planOf(design: Design, catalog: Catalog): Plan {
  const subnets = subnetPlan(design);
  const { existing } = design.settings.network;
  const all = zonesOf(design);
  const withSubnet = (ids: Readonly<Record<string, string>> | undefined) =>
    [...new Set(all.filter((zone) => ids === undefined || Object.hasOwn(ids, zone.id)).map((zone) => zone.letter))].sort();
  const zones = withSubnet(existing?.privateSubnets);
  return {
    design,
    catalog,
    eks: design.settings.controlPlane === 'eks',
    subnets,
    zones,
    publicZones: withSubnet(existing?.publicSubnets),
    lettersOf: (zoneIds) => zones.filter((letter) => all.some((zone) => zone.letter === letter && zoneIds.includes(zone.id))),
  };
}

/** Is there anything of these kinds? */
export function has(plan: Plan, ...kinds: readonly Design['entities'][number]['kind'][]): boolean {
  return kinds.some((kind) => entitiesOf(plan.design, kind).length > 0);
}

export function privateSubnet(letter: string): Expression {
  return hcl`local.private_subnet_ids[${letter}]`;
}

/** The private subnets of these zones: all of them by reference to the whole, so that a new zone needs no edit. */
export function privateSubnets(plan: Plan, letters: readonly string[]): Expression {
  if (letters.length === plan.zones.length) return hcl`values(local.private_subnet_ids)`;
  return list(letters.map(privateSubnet));
}

export function publicSubnets(plan: Plan, letters: readonly string[]): Expression {
  if (letters.length === plan.publicZones.length) return hcl`values(local.public_subnet_ids)`;
  return list(letters.map((letter) => hcl`local.public_subnet_ids[${letter}]`));
}

/** `ap-northeast-2a`, by reference. */
export function zoneNameOf(letter: string): Expression {
  return hcl`local.zones[${letter}].name`;
}
