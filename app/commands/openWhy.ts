import { useBoardView } from '../canvas/boardView';
import { useCanvas } from '../stores/canvas';
import { useSession } from '../stores/session';

/** The pod that has the focus of the board or is chosen; of the tray the first that waits. */
export function podInView(): string | undefined {
  const { focus, selection } = useCanvas.getState();
  const pod = [focus, ...selection].find((key) => key?.startsWith('pod:'))?.slice('pod:'.length);
  return pod ?? (focus === 'tray' ? useBoardView.getState().waiting[0]?.pods[0] : undefined);
}

/** Chooses a pod (`namespace/name`) and opens the panel that tells why it is where it is. */
export function openWhy(pod: string): void {
  useCanvas.getState().select([`pod:${pod}`]);
  useSession.getState().setDock('why');
}

/** As `openWhy`, from a panel: what was pressed may be gone, so the focus goes to the answer. */
export function readWhy(pod: string): void {
  openWhy(pod);
  requestAnimationFrame(() => document.getElementById('dock-panel')?.focus());
}
