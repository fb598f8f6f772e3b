import { StickyNote } from 'lucide-react';
import { describe } from '../canvas/describe';
import { focusCell } from '../canvas/focus';
import { nodeKey, podKey } from '../canvas/arrangement';
import { paletteItems } from '../canvas/palette';
import { placeItem, useQuickAdd } from '../canvas/quickAdd';
import { Icon } from '../icons/Icon';
import { iconOf } from '../icons/iconOf';
import type { IconName } from '../icons/iconName';
import { useT } from '../i18n/translate';
import { useCanvas } from '../stores/canvas';
import { useDocument } from '../stores/document';
import { useEvaluation } from '../stores/evaluation';
import { useSession } from '../stores/session';
import { commands } from './commands';
import { Picker } from './Picker';
import type { Choice } from './search';

/** The lists that a key opens: all commands, everything on the board, everything that can be placed. */
export function CommandDialogs() {
  const dialog = useSession((session) => session.dialog);
  switch (dialog) {
    case 'commands':
      return <CommandPalette />;
    case 'find':
      return <Find />;
    case 'quickAdd':
      return <QuickAdd />;
    default:
      return null;
  }
}

function useClose(): () => void {
  return useSession((session) => session.closeDialog);
}

function sign(name: IconName | null) {
  return name === null ? <StickyNote size={16} aria-hidden /> : <Icon name={name} size={18} />;
}

function CommandPalette() {
  const t = useT();
  const choices: readonly Choice[] = [
    ...commands.filter((command) => command.id !== 'commands' && command.isEnabled()).map((command): Choice => ({ id: command.id, label: t(command.label), keys: command.keys[0], run: command.run })),
    ...paletteItems.map((item): Choice => ({ id: `place-${item.id}`, label: t('command.placeItem', { name: t(`palette.${item.id}`) }), icon: sign(item.icon), run: () => void placeItem(item, null) })),
  ];
  return <Picker label={t('command.commands')} placeholder={t('picker.commands')} choices={choices} onClose={useClose()} />;
}

function QuickAdd() {
  const t = useT();
  const point = useQuickAdd((state) => state.point);
  const choices = paletteItems.map((item): Choice => ({ id: item.id, label: t(`palette.${item.id}`), detail: t(`palette.hint.${item.id}`), icon: sign(item.icon), words: item.kind, run: () => void placeItem(item, point) }));
  return <Picker label={t('command.add')} placeholder={t('picker.add')} choices={choices} onClose={useClose()} />;
}

function Find() {
  const t = useT();
  const design = useDocument((state) => state.design);
  const nodes = useEvaluation((state) => state.index.nodes);
  const pods = useEvaluation((state) => state.index.pods);
  const go = (key: string) => () => {
    useCanvas.getState().select([key]);
    focusCell(key);
  };
  const choices: readonly Choice[] = [
    ...design.entities.map((entity): Choice => {
      const { title, detail } = describe(entity, t);
      return { id: entity.id, label: title, detail: `${t(`kind.${entity.kind}`)} · ${detail}`, icon: entity.kind === 'zone' ? null : sign(iconOf(entity)), words: entity.id, run: go(entity.id) };
    }),
    ...[...nodes.keys()].filter((name) => design.entities.every((entity) => entity.id !== name)).map((name): Choice => ({ id: nodeKey(name), label: name, detail: t('kind.node'), icon: sign('ec2'), run: go(nodeKey(name)) })),
    ...[...pods.values()].map((pod): Choice => ({ id: podKey(pod.pod), label: pod.pod, detail: pod.node ?? 'Pending', icon: sign('pod'), run: go(podKey(pod.pod)) })),
  ];
  return <Picker label={t('command.find')} placeholder={t('picker.find')} choices={choices} onClose={useClose()} />;
}
