import { create } from 'zustand';
import type { Design } from '#engine/design/schema';
import type { Variant } from '#engine/variants/variant';
import { useDocument } from '../../stores/document';
import { isAboutSame } from '../../worker/analysis';

interface OpenedVariant {
  readonly id: string | null;
  /** What it made of the design. */
  readonly design: Design | null;
}

/** The variant that was opened last; it is open as long as the document shows its design. */
const useOpened = create<OpenedVariant>()(() => ({ id: null, design: null }));

/** The id of the variant of `asked` that the document shows; null where it shows another design. */
export function useOpenVariant(asked: Design): string | null {
  const { id, design } = useOpened();
  const now = useDocument((state) => state.design);
  return isAboutSame(asked, now) ? 'drawn' : design === now ? id : null;
}

/**
 * Puts a variant of `asked` in place as one undoable step; in place of another that is open, so that undo always leads
 * back to the design as drawn. False where the document shows neither, so that the edit would be one of another design.
 */
export function openVariant({ id, edit }: Variant, asked: Design, label: string): boolean {
  const { design, history, undo } = useDocument.getState();
  if (!isAboutSame(asked, design)) {
    const before = history.past.at(-1)?.value;
    if (useOpened.getState().design !== design || before === undefined || !isAboutSame(asked, before)) return false;
    undo();
  }
  if (edit === null) return true;
  const result = useDocument.getState().dispatch(edit, { label });
  if (result.ok) useOpened.setState({ id, design: result.value });
  return result.ok;
}
