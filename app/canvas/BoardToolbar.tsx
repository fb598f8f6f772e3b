import { Maximize2, Minus, Plus, RotateCcw, Waypoints, Zap } from 'lucide-react';
import { IconButton } from '../components/IconButton';
import { useT } from '../i18n/translate';
import { useCanvas } from '../stores/canvas';
import { nothingDead, useSession } from '../stores/session';
import styles from './Board.module.css';
import { fitBoard, zoomBy } from './viewport';

/** Looking and killing, at the foot of the board. */
export function BoardToolbar() {
  const t = useT();
  const traffic = useCanvas((canvas) => canvas.traffic);
  const killing = useCanvas((canvas) => canvas.killing);
  const setTraffic = useCanvas((canvas) => canvas.setTraffic);
  const setKilling = useCanvas((canvas) => canvas.setKilling);
  const reviveAll = useSession((session) => session.reviveAll);
  const isAlive = useSession(({ scenario }) => scenario === nothingDead || (scenario.zones.length === 0 && scenario.nodes.length === 0));
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('board.tools')} data-overlay>
      <IconButton label={t('command.zoomOut')} shortcut="Mod+-" icon={<Minus size={16} />} onPress={() => zoomBy(1 / 1.25)} />
      <IconButton label={t('command.zoomIn')} shortcut="Mod+=" icon={<Plus size={16} />} onPress={() => zoomBy(1.25)} />
      <IconButton label={t('command.fit')} shortcut="F" icon={<Maximize2 size={16} />} onPress={() => fitBoard({ animated: true })} />
      <span className={styles.toolbarLine} />
      <IconButton label={t('command.traffic')} shortcut="T" icon={<Waypoints size={16} />} isPressed={traffic} onPress={() => setTraffic(!traffic)} />
      <IconButton label={t('command.killing')} shortcut="K" icon={<Zap size={16} />} isPressed={killing} onPress={() => setKilling(!killing)} />
      <IconButton label={t('command.reviveAll')} shortcut="0" icon={<RotateCcw size={16} />} isDisabled={isAlive} onPress={reviveAll} />
    </div>
  );
}
