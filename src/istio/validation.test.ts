import { expect, test } from 'vitest';
import type { LocalityLbSetting } from './destinationRule';
import { joinMessages, validateDestinationRule } from './validation';

const zone = 'topology.kubernetes.io/zone';
const overlap = (pattern: string) => [`locality ${pattern} overlap with previous specified ones`];
const from = (...patterns: readonly string[]): LocalityLbSetting => ({ distribute: patterns.map((pattern) => ({ from: pattern, to: { '*': 100 } })) });
const to = (entry: Record<string, number>): LocalityLbSetting => ({ distribute: [{ from: '*', to: entry }] });
const failover = (pair: readonly [string, string]): LocalityLbSetting => ({ failover: [{ from: pair[0], to: pair[1] }] });

test.each<[string, LocalityLbSetting, readonly string[]]>([
  ['nothing set', {}, []],
  ['distribute and failover', { ...to({ '*': 100 }), ...failover(['r1', 'r2']) }, ["can not simultaneously specify 'distribute' and 'failover'"]],
  ['distribute and failoverPriority', { ...to({ '*': 100 }), failoverPriority: [zone] }, []],
  ['failover and a topology label', { ...failover(['r1', 'r2']), failoverPriority: ['version', zone] }, [`can not simultaneously set 'failover' and topology label '${zone}' in 'failover_priority'`]],
  ['failover and a topology label with a value', { ...failover(['r1', 'r2']), failoverPriority: [`${zone}=a`] }, []],
  ['a weight of 0', to({ r1: 0, r2: 100 }), ['locality weight must be in range [1, 100]']],
  ['a weight of 101', to({ r1: 101 }), ['locality weight must be in range [1, 100]']],
  ['weights that add up to 99', to({ r1: 50, r2: 49 }), ['total locality weight 99 != 100']],
  ['a wildcard in the middle', to({ 'r1/*/s': 100 }), ["locality r1/*/s wildcard '*' number can not exceed 1 and must be in the end"]],
  ['two wildcards', to({ 'r1/*/*': 100 }), ["locality r1/*/* wildcard '*' number can not exceed 1 and must be in the end"]],
  ['an empty part', to({ 'r1//s': 100 }), ['locality r1//s must not contain empty region/zone/subzone info']],
  ['the wider one first', from('r1/*', 'r1/a'), overlap('r1/a')],
  ['everything first', from('*', 'r1'), overlap('r1')],
  ['a region first', from('r1', 'r1/a/s'), overlap('r1/a/s')],
  ['a region later', from('r1/a', 'r1'), overlap('r1')],
  ['the wider one later, with its wildcard', from('r1/a', 'r1/*', '*'), []],
  ['a zone twice', from('r1/a', 'r1/a'), overlap('r1/a')],
  ['a zone after its subzone', from('r1/a/s', 'r1/a'), overlap('r1/a')],
  ['a subzone after its zone', from('r1/a', 'r1/a/s'), overlap('r1/a/s')],
  ['a subzone twice', from('r1/a/s', 'r1/a/t', 'r1/a/s'), overlap('r1/a/s')],
  ['zones of two regions', from('r1/a', 'r2/a', 'r2/b'), []],
  ['a region to itself', failover(['r1', 'r1']), ['locality lb failover settings must specify different regions']],
  ['a zone in failover', failover(['r1/a', 'r2']), ['locality lb failover only specify region']],
  ['a wildcard in failover', failover(['r1', '*']), ["locality lb failover region should not contain '*' wildcard"]],
])('%s', (_, localityLbSetting, errors) => {
  expect(validateDestinationRule({ spec: { host: 'web', trafficPolicy: { loadBalancer: { localityLbSetting }, outlierDetection: {} } } })).toEqual({ errors, warnings: [] });
});

test('each policy of a rule is looked at, a subset’s and a port’s too', () => {
  const loadBalancer = { localityLbSetting: { failoverPriority: ['version'] } };
  const warning = 'outlier detection policy must be provided for failover';
  const { warnings } = validateDestinationRule({ spec: { host: 'web', trafficPolicy: { outlierDetection: {}, loadBalancer, portLevelSettings: [{ loadBalancer }] }, subsets: [{ trafficPolicy: { loadBalancer } }, {}] } });
  expect(warnings).toEqual([warning, warning]);
  expect(joinMessages(warnings)).toBe(`2 errors occurred:\n\t* ${warning}\n\t* ${warning}\n\n`);
});
