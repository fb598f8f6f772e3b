import { expect, test } from 'vitest';
import { podLocality } from './podLocality';

const region = 'topology.kubernetes.io/region';
const zone = 'topology.kubernetes.io/zone';
const node = { [region]: 'r', [zone]: 'a' };

test.each([
  ['its node’s', {}, node, 'r/a'],
  ['with the subzone', {}, { ...node, 'topology.istio.io/subzone': 's' }, 'r/a/s'],
  ['a zone without a region', {}, { [zone]: 'a' }, '/a'],
  ['none', {}, {}, ''],
  ['its own label, with dots', { 'istio-locality': 'r2.b.s' }, node, 'r2/b/s'],
  ['the newer label first', { 'topology.istio.io/locality': 'r3.c', 'istio-locality': 'r2.b' }, node, 'r3/c'],
])('%s', (_, pod, labels, expected) => expect(podLocality(pod, labels)).toBe(expected));
