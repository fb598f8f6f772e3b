import { expect, test } from 'vitest';
import { assumptionsOf } from '#engine/availability/assumptions';
import type { AssumptionName } from '#engine/availability/assumptions';
import { plainDesign } from '#engine/design/serialize';
import { design } from '#engine/testing/designs';
import { useDocument } from '../../stores/document';
import { assume } from './assume';

test('each change is a step of its own; what is as its default is not in the file', () => {
  useDocument.getState().open(design({ controlPlane: 'abc' }));
  const settings = () => (plainDesign(useDocument.getState().design) as { readonly settings?: { readonly availability?: object } }).settings?.availability;
  const set = (name: AssumptionName, value: number) => {
    const assumption = assumptionsOf(useDocument.getState().design).find((each) => each.name === name);
    assume(assumption === undefined ? [] : [[assumption, value]], name);
  };
  set('zonePair', 0.99999);
  set('node', 0.999);
  expect(settings()).toEqual({ node: 0.999, zonePair: 0.99999 });
  expect(useDocument.getState().history.past.length).toBe(2);
  set('zonePair', 1);
  expect(settings()).toEqual({ node: 0.999 });
  set('node', 0.995);
  expect(settings()).toBeUndefined();
});
