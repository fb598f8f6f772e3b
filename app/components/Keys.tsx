import styles from './Keys.module.css';

const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

const symbols: Readonly<Record<string, string>> = isApple
  ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃', Enter: '↩', Escape: 'Esc', Delete: '⌫' }
  : { Mod: 'Ctrl', Escape: 'Esc', Delete: 'Del' };

const arrows: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** `Mod+Shift+Z` as keys, with the signs of the reader's system. */
export function Keys({ keys }: { readonly keys: string }) {
  const names = keys.split(/(?<=.)\+/).map((key) => symbols[key] ?? arrows[key] ?? key);
  return (
    <kbd className={styles.keys}>
      {names.map((name) => (
        <kbd key={name}>{name}</kbd>
      ))}
    </kbd>
  );
}
