import type { Design, Zone } from './schema';
import { zonesOf } from './tree';

/** Addresses that AWS keeps in every subnet: the first four and the last. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const reservedPerSubnet = 5;
const smallestSubnetPrefix = 28;

/** A zone's subnets by number: the n-th private one from the start of the VPC, the n-th public one from its end. */
interface ZoneSubnets {
  /** Entity id of the (first) zone with this letter. */
  readonly zone: string;
  readonly letter: string;
  readonly index: number;
  readonly privateCidr: string;
  readonly publicCidr: string;
}

/** How the VPC is cut: sizes that fit, which are the asked ones where these fit. */
export interface SubnetPlan {
  readonly vpcCidr: string;
  readonly privatePrefix: number;
  readonly publicPrefix: number;
  /** The sizes asked for do not fit into the VPC: the plan has smaller subnets, or at worst a larger VPC. */
  readonly fits: boolean;
  /** By letter, each letter once. */
  readonly zones: readonly ZoneSubnets[];
}

/**
 * Cuts the VPC into subnets that never overlap. A zone's number is its letter's (a = 0), so that a zone that is added later moves no
 * other zone's subnets; where that does not fit, zones are numbered without gaps.
 */
export function subnetPlan(design: Design): SubnetPlan {
  const { network } = design.settings;
  const zones = lettersOf(design);
  const [address = '10.0.0.0', askedPrefix = '16'] = network.vpcCidr.split('/');
  const asked = { vpc: Number(askedPrefix), private: network.privateSubnetPrefix, public: network.publicSubnetPrefix };
  const last = zones[zones.length - 1];
  const byLetter = last === undefined ? 0 : letterIndex(last.letter) + 1;

  const lettersFit = fit(asked, byLetter);
  const sizes = { ...asked };
  if (!lettersFit) {
    while (!fit(sizes, zones.length) && (sizes.private < smallestSubnetPrefix || sizes.public < smallestSubnetPrefix)) {
      if (sizes.private <= sizes.public) sizes.private += 1;
      else sizes.public += 1;
    }
    while (!fit(sizes, zones.length)) sizes.vpc -= 1;
  }

  const start = networkAddress(address, sizes.vpc);
  const end = start + addresses(sizes.vpc);
  return {
    vpcCidr: cidr(start, sizes.vpc),
    privatePrefix: sizes.private,
    publicPrefix: sizes.public,
    fits: sizes.vpc === asked.vpc && sizes.private === asked.private && sizes.public === asked.public,
    zones: zones.map((zone, rank) => {
      const index = lettersFit ? letterIndex(zone.letter) : rank;
      return {
        zone: zone.id,
        letter: zone.letter,
        index,
        privateCidr: cidr(start + index * addresses(sizes.private), sizes.private),
        publicCidr: cidr(end - (index + 1) * addresses(sizes.public), sizes.public),
      };
    }),
  };
}

/** Usable addresses of a zone's subnets, by zone id: 2^(32 - prefix) - 5. Existing subnets are taken to have the sizes of the settings. */
export function subnetCapacity(design: Design): ReadonlyMap<string, { readonly private: number; readonly public: number }> {
  const { network } = design.settings;
  const sizes =
    network.existing === undefined
      ? subnetPlan(design)
      : { privatePrefix: network.privateSubnetPrefix, publicPrefix: network.publicSubnetPrefix };
  const capacity = {
    private: addresses(sizes.privatePrefix) - reservedPerSubnet,
    public: addresses(sizes.publicPrefix) - reservedPerSubnet,
  };
  return new Map(zonesOf(design).map((zone) => [zone.id, capacity]));
}

/** Do two IPv4 CIDRs share an address? */
export function cidrsOverlap(a: string, b: string): boolean {
  const [addressA = '', prefixA = '32'] = a.split('/');
  const [addressB = '', prefixB = '32'] = b.split('/');
  const wider = Math.min(Number(prefixA), Number(prefixB));
  return networkAddress(addressA, wider) === networkAddress(addressB, wider);
}

function lettersOf(design: Design): readonly Zone[] {
  const seen = new Set<string>();
  return zonesOf(design).filter((zone) => !seen.has(zone.letter) && seen.add(zone.letter));
}

function letterIndex(letter: string): number {
  return letter.charCodeAt(0) - 'a'.charCodeAt(0);
}

function fit(sizes: { readonly vpc: number; readonly private: number; readonly public: number }, zones: number): boolean {
  if (zones === 0) return true;
  if (sizes.private < sizes.vpc || sizes.public < sizes.vpc) return false;
  return zones * (addresses(sizes.private) + addresses(sizes.public)) <= addresses(sizes.vpc);
}

/** Addresses of a CIDR of this prefix length. */
function addresses(prefix: number): number {
  return 2 ** (32 - prefix);
}

function networkAddress(address: string, prefix: number): number {
  const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return value - (value % addresses(prefix));
}

function cidr(start: number, prefix: number): string {
  const parts = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
  return `${parts.join('.')}/${prefix}`;
}
