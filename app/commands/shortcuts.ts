import type { Command } from './command';
import { commands } from './commands';

const codes: Readonly<Record<string, string>> = {
  '?': 'Slash', '=': 'Equal', '-': 'Minus', Escape: 'Escape', Enter: 'Enter', Delete: 'Delete', Backspace: 'Backspace', '[': 'BracketLeft', ']': 'BracketRight',
};

/** Whether an event is a shortcut such as `Mod+Shift+Z`: by the key's place, so that every layout can type it. */
export function matches(event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>, keys: string): boolean {
  const parts = keys.split(/(?<=.)\+/);
  const key = parts.at(-1) ?? '';
  const code = codes[key] ?? (/^[0-9]$/.test(key) ? `Digit${key}` : /^[A-Z]$/.test(key) ? `Key${key}` : key);
  const shift = parts.includes('Shift') || key === '?';
  return (
    (event.code === code || (code === 'Digit0' && event.code === 'Numpad0')) &&
    (event.ctrlKey || event.metaKey) === parts.includes('Mod') &&
    event.shiftKey === shift &&
    event.altKey === parts.includes('Alt')
  );
}

/** Runs the command of a key of the board; false: none. */
export function boardShortcut(event: KeyboardEvent): boolean {
  return runFirst(event, (command) => command.scope === 'board');
}

/** Keys that act everywhere on the page, but in text fields only those that no field needs. */
export function startPageShortcuts(): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const inField = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]') !== null;
    if (inField && !(event.ctrlKey || event.metaKey)) return;
    // A field has an undo of its own.
    if (inField && ['KeyZ', 'KeyY', 'KeyA'].includes(event.code)) return;
    if (document.querySelector('[role="dialog"]') !== null) return;
    if (runFirst(event, (command) => command.scope === 'page')) event.preventDefault();
  });
}

function runFirst(event: KeyboardEvent, isMeant: (command: Command) => boolean): boolean {
  const command = commands.find((each) => isMeant(each) && each.keys.some((keys) => matches(event, keys)) && each.isEnabled());
  command?.run();
  return command !== undefined;
}
