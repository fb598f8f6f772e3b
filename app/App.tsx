import { lazy, Suspense } from 'react';
import styles from './App.module.css';
import { Board } from './canvas/Board';
import { Palette } from './canvas/Palette';
import { LanguageProvider } from './i18n/LanguageProvider';
import { Dialogs } from './panels/Dialogs';
import { Dock } from './panels/Dock';
import { Inspector } from './panels/Inspector';
import { TopBar } from './panels/TopBar';
import { VerdictBar } from './panels/VerdictBar';
import { useSession } from './stores/session';
import type { DialogName } from './stores/session';
import { useTheme } from './theme/useTheme';

const CommandDialogs = lazy(async () => ({ default: (await import('./commands/CommandDialogs')).CommandDialogs }));
const pickers: ReadonlySet<DialogName | null> = new Set(['commands', 'find', 'quickAdd']);

/** The frame: bars above, the board between palette and inspector, the dock below. */
export function App() {
  useTheme();
  const hasPicker = useSession((session) => pickers.has(session.dialog));
  return (
    <LanguageProvider>
      <div className={styles.app}>
        <div className={styles.top}>
          <TopBar />
        </div>
        <div className={styles.verdicts}>
          <VerdictBar />
        </div>
        <div className={styles.palette}>
          <Palette />
        </div>
        <main className={styles.board}>
          <Board />
        </main>
        <div id="inspector" className={styles.inspector}>
          <Inspector />
        </div>
        <div className={styles.dock}>
          <Dock />
        </div>
        <Dialogs />
        {hasPicker && (
          <Suspense fallback={null}>
            <CommandDialogs />
          </Suspense>
        )}
      </div>
    </LanguageProvider>
  );
}
