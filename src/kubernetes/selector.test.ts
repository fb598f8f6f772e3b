import { describe, expect, test } from 'vitest';
import type { LabelSelector, Node, NodeSelectorTerm, SelectorRequirement, Taint, Toleration } from './objects';
import { compileLabelSelector, compileNodeSelector, matchesLabels, matchesNode, toleratesTaint } from './selector';

const LABELS = { app: 'web', size: '12' };

describe('label selectors', () => {
  test.each<[LabelSelector | undefined, boolean]>([
    [undefined, false],
    [{}, true],
    [{ matchLabels: { app: 'web' } }, true],
    [{ matchLabels: { app: 'web', tier: 'x' } }, false],
    [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['api', 'web'] }] }, true],
    [{ matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['x'] }] }, true],
    [{ matchExpressions: [{ key: 'tier', operator: 'Exists' }] }, false],
    [{ matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] }, true],
    [{ matchExpressions: [{ key: 'constructor', operator: 'Exists' }] }, false],
    [{ matchExpressions: [{ key: 'app', operator: 'In', values: [] }] }, false],
    [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: [] }] }, false],
  ])('%j matches app=web,size=12: %s', (selector, expected) => {
    expect(matchesLabels(compileLabelSelector(selector), LABELS)).toBe(expected);
  });
});

const node: Node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1', labels: LABELS }, status: {} };
const gt = (value: string): SelectorRequirement => ({ key: 'size', operator: 'Gt', values: [value] });

describe('node selectors', () => {
  test.each<[string, NodeSelectorTerm[], boolean]>([
    ['no terms', [], false],
    ['an empty term', [{}], false],
    ['an empty term beside one that matches', [{}, { matchExpressions: [gt('3')] }], true],
    ['numbers are compared as numbers', [{ matchExpressions: [gt('3')] }], true],
    ['not greater', [{ matchExpressions: [gt('12')] }], false],
    ['not a number', [{ matchExpressions: [gt('x')] }], false],
    ['less', [{ matchExpressions: [{ key: 'size', operator: 'Lt', values: ['100'] }] }], true],
    ['its name', [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n1'] }] }], true],
    ['another name', [{ matchFields: [{ key: 'metadata.name', operator: 'NotIn', values: ['n1'] }] }], false],
    ['another field', [{ matchFields: [{ key: 'spec.x', operator: 'In', values: ['n1'] }] }], false],
    ['name and label', [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n1'] }], matchExpressions: [gt('99')] }], false],
  ])('%s', (_name, nodeSelectorTerms, expected) => {
    expect(matchesNode(compileNodeSelector({ nodeSelectorTerms }), node)).toBe(expected);
  });
});

const TAINT: Taint = { key: 'dedicated', value: 'db', effect: 'NoSchedule' };

describe('tolerations', () => {
  test.each<[Toleration, boolean]>([
    [{ operator: 'Exists' }, true],
    [{ key: 'dedicated', operator: 'Exists' }, true],
    [{ key: 'dedicated', value: 'db' }, true],
    [{ key: 'dedicated', operator: 'Equal', value: 'web' }, false],
    [{ key: 'dedicated', operator: 'Exists', effect: 'NoExecute' }, false],
    [{ key: 'dedicated', operator: 'Equal', value: 'db', effect: 'NoSchedule' }, true],
    [{ key: 'other', operator: 'Exists' }, false],
  ])('%j tolerates dedicated=db:NoSchedule: %s', (toleration, expected) => {
    expect(toleratesTaint(toleration, TAINT)).toBe(expected);
  });
});
