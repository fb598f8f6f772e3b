import type { Assumption } from '#engine/availability/assumptions';
import { useDocument } from '../../stores/document';

/** Sets assumptions of the design, one undo step; what is as its default is not written. */
export function assume(values: readonly (readonly [assumption: Assumption, value: number])[], label: string): void {
  const { design, dispatch } = useDocument.getState();
  const { zone, node, region, ...others } = { ...design.settings.availability, ...Object.fromEntries(values.map(([{ name }, value]) => [name, value])) };
  const defaults = new Map<string, number>(values.map(([assumption]) => [assumption.name, assumption.default]));
  const kept = Object.fromEntries(Object.entries(others).filter(([name, value]) => value !== defaults.get(name)));
  dispatch({ type: 'settings', fields: { availability: { zone, node, region, ...kept } } }, { label });
}
