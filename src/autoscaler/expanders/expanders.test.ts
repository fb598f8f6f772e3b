import { expect, test } from 'vitest';
import { asking, nodeOf, podOf } from '../../testing/clusterBuilders';
import { bestOption } from '../bestOption';
import type { AutoscalerOptions } from '../options';
import { DEFAULT_OPTIONS } from '../options';
import type { Option } from './expander';

/** `pods` pods of one core and 1Gi each on `nodes` nodes. */
function option(id: string, nodes: number, pods: number, capacity: { cpu: string; memory: string }): Option {
  const node = nodeOf(`template-${id}`, {}, { status: { capacity } });
  const list = Array.from({ length: pods }, (_, index) => podOf(`${id}-${index}`, asking('1', '1Gi')));
  return { group: { id, min: 0, max: 10, target: 0, nodes: [], template: node }, template: { from: 'asg', node, pods: [] }, nodes, pods: list, similar: [] };
}

const large = option('m5-large', 4, 4, { cpu: '2', memory: '8Gi' });
const xlarge = option('m5-xlarge', 2, 5, { cpu: '4', memory: '16Gi' });
const compute = option('spot-c5', 2, 4, { cpu: '4', memory: '8Gi' });
const twin = option('twin-c5', 2, 4, { cpu: '4', memory: '8Gi' });
const priorities = (...entries: [number, RegExp[]][]) => new Map(entries);

test.each<[string, Partial<AutoscalerOptions>, string]>([
  ['least waste of cpu and memory together', {}, 'm5-xlarge'],
  ['most pods', { expander: ['most-pods'] }, 'm5-xlarge'],
  ['fewest nodes: the first of several', { expander: ['least-nodes'] }, 'm5-xlarge'],
  ['a draw: the first', { expander: ['random'] }, 'm5-large'],
  ['the highest number that matches', { expander: ['priority'], priorities: priorities([10, [/.*/]], [50, [/c5/]]) }, 'spot-c5'],
  ['a chain goes on with what is left', { expander: ['priority', 'most-pods'], priorities: priorities([20, [/^m5/]], [10, [/spot/]]) }, 'm5-xlarge'],
  ['options without any match are dropped', { expander: ['priority'], priorities: priorities([1, [/twin/]]) }, 'twin-c5'],
  ['none matches: nothing is filtered', { expander: ['priority'], priorities: priorities([1, [/gpu/]]) }, 'm5-large'],
  ['no ConfigMap: nothing is filtered', { expander: ['priority'] }, 'm5-large'],
  ['a number below -1 is never reached', { expander: ['priority'], priorities: priorities([-2, [/twin/]]) }, 'm5-large'],
])('%s', (_name, options, best) => {
  expect(bestOption([large, xlarge, compute, twin], { ...DEFAULT_OPTIONS, ...options })?.group.id).toBe(best);
});

test('without options there is no best', () => {
  expect(bestOption([], DEFAULT_OPTIONS)).toBeUndefined();
});
