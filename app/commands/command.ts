import type { Parameters } from '../i18n/message';
import type { English, MessageKey } from '../i18n/messages/messages';

/** Texts without places to fill. */
type PlainKey = { [Key in MessageKey]: Parameters<English[Key]> extends readonly [] ? Key : never }[MessageKey];

/** Everything that a user can do, as a value: menus, toolbar, palette, shortcuts and their list all read these. */
export interface Command {
  readonly id: string;
  readonly label: PlainKey;
  readonly group: 'edit' | 'board' | 'failure' | 'view' | 'file';
  /** `Mod+Shift+Z`: names of keys as printed on an English keyboard; matched by place (`event.code`). */
  readonly keys: readonly string[];
  /** `board`: its keys act only while the board has the focus. `browser`: the browser itself fires it (copy, paste). */
  readonly scope: 'board' | 'page' | 'browser';
  readonly isEnabled: () => boolean;
  readonly run: () => void;
}
