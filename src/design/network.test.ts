import { describe, expect, it } from 'vitest';
import { design } from '../testing/designs';
import { cidrsOverlap, subnetCapacity, subnetPlan } from './network';

function network(zones: string, vpcCidr: string, privateSubnetPrefix: number, publicSubnetPrefix: number) {
  return design({ zones, settings: { network: { vpcCidr, privateSubnetPrefix, publicSubnetPrefix } } });
}

describe('subnetPlan', () => {
  it.each([
    {
      title: 'by letter, from both ends',
      input: network('ac', '10.0.0.0/16', 20, 24),
      fits: true,
      vpcCidr: '10.0.0.0/16',
      subnets: ['a 10.0.0.0/20 10.0.255.0/24', 'c 10.0.32.0/20 10.0.253.0/24'],
    },
    {
      title: 'without gaps where letters do not fit',
      input: network('az', '10.1.0.0/22', 24, 26),
      fits: true,
      vpcCidr: '10.1.0.0/22',
      subnets: ['a 10.1.0.0/24 10.1.3.192/26', 'z 10.1.1.0/24 10.1.3.128/26'],
    },
    {
      title: 'smaller where the sizes asked for do not fit',
      input: network('abc', '10.0.0.0/16', 16, 24),
      fits: false,
      vpcCidr: '10.0.0.0/16',
      subnets: ['a 10.0.0.0/18 10.0.255.0/24', 'b 10.0.64.0/18 10.0.254.0/24', 'c 10.0.128.0/18 10.0.253.0/24'],
    },
    {
      title: 'in a larger VPC where even the smallest do not fit',
      input: network('ab', '10.0.0.240/28', 20, 24),
      fits: false,
      vpcCidr: '10.0.0.192/26',
      subnets: ['a 10.0.0.192/28 10.0.0.240/28', 'b 10.0.0.208/28 10.0.0.224/28'],
    },
    { title: 'no zone', input: network('', '10.0.0.0/16', 20, 24), fits: true, vpcCidr: '10.0.0.0/16', subnets: [] },
    {
      title: 'an address inside the range stands for the range',
      input: network('a', '192.168.77.9/16', 20, 24),
      fits: true,
      vpcCidr: '192.168.0.0/16',
      subnets: ['a 192.168.0.0/20 192.168.255.0/24'],
    },
  ])('$title', ({ input, fits, vpcCidr, subnets }) => {
    const plan = subnetPlan(input);
    expect(plan.zones.map(({ letter, privateCidr, publicCidr }) => `${letter} ${privateCidr} ${publicCidr}`)).toEqual(subnets);
    expect([plan.fits, plan.vpcCidr]).toEqual([fits, vpcCidr]);
  });

  it('never overlaps, whatever the sizes', () => {
    for (const zones of ['a', 'abc', 'adz', 'abcdef']) {
      for (let vpc = 16; vpc <= 28; vpc += 2) {
        for (let inner = 16; inner <= 28; inner += 3) {
          for (let outer = 16; outer <= 28; outer += 3) {
            const plan = subnetPlan(network(zones, `10.64.0.0/${vpc}`, inner, outer));
            const all = plan.zones.flatMap((zone) => [zone.privateCidr, zone.publicCidr]);
            for (const [i, one] of all.entries()) {
              expect(cidrsOverlap(one, plan.vpcCidr)).toBe(true);
              for (const other of all.slice(i + 1)) expect(cidrsOverlap(one, other)).toBe(false);
            }
          }
        }
      }
    }
  });

  it('a zone that is added later moves no other', () => {
    const before = subnetPlan(network('ac', '10.0.0.0/16', 20, 24)).zones;
    const after = subnetPlan(network('abcd', '10.0.0.0/16', 20, 24)).zones;
    expect(after).toEqual(expect.arrayContaining([...before]));
  });
});

describe('subnetCapacity', () => {
  it.each([
    ['/20 and /24', network('ab', '10.0.0.0/16', 20, 24), { private: 4091, public: 251 }],
    ['the smallest', network('ab', '10.0.0.0/24', 28, 28), { private: 11, public: 11 }],
    ['what fits, where what is asked does not', network('ab', '10.0.0.0/16', 16, 24), { private: 16_379, public: 251 }],
    [
      'existing subnets',
      design({ zones: 'ab', settings: { network: { privateSubnetPrefix: 22, existing: { vpcId: 'vpc-0abc' } } } }),
      { private: 1019, public: 251 },
    ],
  ])('%s', (_title, input, capacity) => {
    expect([...subnetCapacity(input)]).toEqual([['zone-a', capacity], ['zone-b', capacity]]);
  });
});

it.each([
  ['10.0.0.0/16', '10.0.3.0/24', true],
  ['10.0.3.0/24', '10.0.0.0/16', true],
  ['10.0.0.0/24', '10.0.1.0/24', false],
  ['172.20.0.0/16', '172.21.0.0/16', false],
  ['10.0.0.0/8', '11.0.0.0/8', false],
])('cidrsOverlap(%s, %s) = %s', (a, b, expected) => {
  expect(cidrsOverlap(a, b)).toBe(expected);
});
