import { expect, test } from 'vitest';
import { apiProblems } from './apiProblems';

const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers: [{ name: 'c' }] } };

test.each([
  ['a good pod', pod, []],
  ['an unknown kind', { ...pod, kind: 'Pot' }, ['no kind Pot in v1']],
  ['an unknown field', { ...pod, spec: { ...pod.spec, nodename: 'n' } }, ['Pod p.spec: unknown field nodename']],
  ['an unknown field in a list', { ...pod, spec: { containers: [{ name: 'c', img: 'x' }] } }, ['Pod p.spec.containers[0]: unknown field img']],
  ['a wrong type', { ...pod, spec: { ...pod.spec, priority: '1' } }, ['Pod p.spec.priority: expected integer, got "1"']],
  ['a missing field', { ...pod, spec: { containers: [{ image: 'x' }] } }, ['Pod p.spec.containers[0]: no name']],
  ['a label that is no string', { ...pod, metadata: { name: 'p', labels: { on: true } } }, ['Pod p.metadata.labels.on: expected string, got true']],
])('%s', (_, object, problems) => {
  expect(apiProblems(object)).toEqual(problems);
});
