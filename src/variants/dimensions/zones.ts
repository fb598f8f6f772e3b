import type { Catalog } from '../../catalog/catalog';
import { applyEdit, type Edit } from '../../design/edit';
import type { Design } from '../../design/schema';
import { zonesOf } from '../../design/tree';
import type { Dimension, Option } from '../variant';
import { addZone } from '../zones/addZone';
import { dropZone } from '../zones/dropZone';

/** Two zones or three, with the same machines: only where they stand changes, so that the price of a zone is not that of a machine. */
export const zones: Dimension = { id: 'zones', options: [inZones(2), inZones(3)] };

function inZones(wanted: number): Option {
  return {
    id: String(wanted),
    edit: (drawn, catalog) => {
      const count = zonesOf(drawn).length;
      if (count === 0 || count === wanted) return null;
      const step = count < wanted ? addZone : dropZone;
      const edits: Edit[] = [];
      let design = drawn;
      for (let left = Math.abs(wanted - count); left > 0; left--) {
        const next = stepOf(step, design, catalog);
        if (next === null) return null;
        edits.push(next.edit);
        design = next.design;
      }
      const [only, ...others] = edits;
      return only !== undefined && others.length === 0 ? only : { type: 'all', edits };
    },
  };
}

function stepOf(step: typeof addZone, design: Design, catalog: Catalog): { readonly edit: Edit; readonly design: Design } | null {
  const edit = step(design, catalog);
  if (edit === null) return null;
  const edited = applyEdit(design, edit);
  return edited.ok ? { edit, design: edited.value } : null;
}
