import { describe, expect, it } from 'vitest';
import { identifier, isTagText, safeNamePrefix, shortId, tagText } from './names';
import { architectureOf, kubeletMaySet } from './workerLabels';
import { firstCatalog } from '../../catalog/firstCatalog';
import { hostileTexts } from '../../testing/exportSamples';

it.each([
  ['asg-web-a', 'asg_web_a'],
  ['a--b', 'a__b'],
  ['1-a', '_1_a'],
])('identifier(%j) = %j', (id, expected) => {
  expect(identifier(id)).toBe(expected);
});

describe('shortId', () => {
  it.each([
    ['asg-a', 10, 'asg-a'],
    ['exactly-10', 10, 'exactly-10'],
  ])('(%j, %d) = %j', (id, max, expected) => {
    expect(shortId(id, max)).toBe(expected);
  });

  it('is never too long, never has a double hyphen, and keeps ids apart', () => {
    const ids = ['a--b', 'a---b', 'a-b', ...['x', 'y', 'z'].flatMap((end) => [`long-${'name-'.repeat(8)}${end}`, `${'n'.repeat(50)}${end}`])];
    const short = ids.map((id) => shortId(id, 15));
    expect(new Set(short).size).toBe(ids.length);
    for (const name of short) expect(name).toMatch(/^(?=.{1,15}$)[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});

it.each([
  ['zonesketch', 'zonesketch'],
  ['sg', 'zsg'],
  ['sg-web', 'zsg-web'],
  ['sgweb', 'sgweb'],
  ['internal-x', 'zinternal-x'],
  ['1a', 'z1a'],
  ['a--b', 'a-b'],
  ['1234567890-1234567890-ab', 'z1234567890-1234567890-a'],
])('safeNamePrefix(%j) = %j', (prefix, expected) => {
  expect(safeNamePrefix(prefix)).toBe(expected);
});

it.each(hostileTexts.map((text) => ({ text })))('tagText makes a tag of $text', ({ text }) => {
  expect(isTagText(tagText(text))).toBe(true);
});

it.each([
  ['team', true],
  ['example.com/team', true],
  ['node.kubernetes.io/x', true],
  ['a.node.kubernetes.io/x', true],
  ['kubelet.kubernetes.io/x', true],
  ['topology.kubernetes.io/zone', true],
  ['kubernetes.io/role', false],
  ['node-role.kubernetes.io/worker', false],
  ['k8s.io/x', false],
  ['notkubernetes.io/x', true],
])('kubeletMaySet(%j) = %j', (key, expected) => {
  expect(kubeletMaySet(key)).toBe(expected);
});

it.each([
  ['m6i.large', 'x86_64'],
  ['m6g.large', 'arm64'],
  ['x9g.large', 'arm64'],
  ['g9dn.xlarge', 'x86_64'],
  ['c99gn.large', 'arm64'],
])('architectureOf(%j) = %j', (type, expected) => {
  expect(architectureOf(firstCatalog, type)).toBe(expected);
});
