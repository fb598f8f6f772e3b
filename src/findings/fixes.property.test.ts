import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { applyEdit } from '../design/edit';
import { evaluate } from '../evaluate';
import { arbitraryDesign } from '../testing/arbitraryDesign';

test('every fix of every finding can be applied, whatever the design', () => {
  fc.assert(
    fc.property(arbitraryDesign, (design) => {
      for (const { code, fixes } of evaluate(design, firstCatalog).findings) {
        for (const { id, edit } of fixes) {
          const edited = applyEdit(design, edit);
          expect({ code, id, error: edited.ok ? null : edited.error }).toEqual({ code, id, error: null });
        }
      }
    }),
    { seed: 1, numRuns: 150 },
  );
});
