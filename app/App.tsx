import styles from './App.module.css';
import { Board } from './canvas/Board';
import { Palette } from './canvas/Palette';
import { CommandDialogs } from './commands/CommandDialogs';
import { IconSprite } from './icons/IconSprite';
import { Dialogs } from './panels/Dialogs';
import { Dock } from './panels/Dock';
import { Inspector } from './panels/Inspector';
import { TopBar } from './panels/TopBar';
import { VerdictBar } from './panels/VerdictBar';
import { useTheme } from './theme/useTheme';

/** The frame: bars above, the board between palette and inspector, the dock below. */
export function App() {
  useTheme();
  return (
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
      <CommandDialogs />
      <IconSprite />
    </div>
  );
}
