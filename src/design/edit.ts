import type { Result } from '../result';
import type { Design, Entity, Layout, Link, Settings } from './schema';

/**
 * A change of a design as data. Everything that a user, a fix or an import does is one of these, so everything can be
 * previewed, undone and named. `applyEdit` is the only way from one design to the next.
 */
export type Edit =
  | { readonly type: 'add'; readonly entities: readonly Entity[]; readonly links: readonly Link[] }
  /** Removes entities and links, with all that cannot be without them (links to them; what lies in a zone). */
  | { readonly type: 'remove'; readonly ids: readonly string[] }
  /** Sets fields of an entity or a link; `undefined` takes an optional field away. */
  | { readonly type: 'set'; readonly id: string; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly type: 'settings'; readonly fields: { readonly [Key in keyof Settings]?: Settings[Key] | undefined } }
  | { readonly type: 'design'; readonly fields: { readonly name?: string; readonly description?: string } }
  /** Puts an entity in other zones: its only zone, or all the zones of a band. */
  | { readonly type: 'place'; readonly id: string; readonly zones: readonly string[] }
  | { readonly type: 'layout'; readonly fields: Partial<Layout> }
  | { readonly type: 'all'; readonly edits: readonly Edit[] };

/** Why an edit cannot be: the field and a sentence with the remedy; `code` is for translation. */
export interface EditError {
  readonly code: 'not-found' | 'invalid' | 'duplicate-id' | 'not-in-zones' | 'needs-zone' | 'wrong-kind' | 'managed-control-plane';
  readonly id: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export type EditResult = Result<Design, EditError>;
