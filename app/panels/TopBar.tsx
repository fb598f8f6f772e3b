import { Command, FileDown, FolderOpen, History, Keyboard, Languages, LayoutTemplate, Menu as MenuIcon, Monitor, Moon, Plus, Redo2, Save, Settings2, Share, Sun, Undo2 } from 'lucide-react';
import { emptyDesign } from '#engine/design/newEntity';
import { Button } from '../components/Button';
import { IconButton } from '../components/IconButton';
import { Menu } from '../components/Menu';
import type { MenuGroup } from '../components/Menu';
import { changeLanguage } from '../i18n/changeLanguage';
import { languageName, languages } from '../i18n/language';
import { useT } from '../i18n/translate';
import { chooseFile, downloadDesign } from '../persist/files';
import { openAsNew } from '../persist/openDesign';
import { useCanvas } from '../stores/canvas';
import { useDocument } from '../stores/document';
import { useSession } from '../stores/session';
import type { Theme } from '../stores/session';
import { DesignName } from './top/DesignName';
import { SaveState } from './top/SaveState';
import { useStepLabel } from './top/stepLabel';
import { VersionNote } from './top/VersionNote';
import styles from './TopBar.module.css';

/** Name, files, undo, export and the page's own settings. */
export function TopBar() {
  const t = useT();
  const openDialog = useSession((session) => session.openDialog);
  return (
    <header className={styles.bar} aria-label={t('top.label')}>
      <h1 className="visually-hidden">Zonesketch</h1>
      <FileMenu />
      <DesignName />
      <SaveState />
      <span className={styles.editing}>
        <span className={styles.divider} />
        <UndoRedo />
        <span className={styles.divider} />
      </span>
      <span className={styles.editing}>
        <Button look="quiet" icon={<LayoutTemplate size={16} aria-hidden />} onPress={() => openDialog('gallery')}>
          {t('top.templates')}
        </Button>
        <Button look="quiet" icon={<FolderOpen size={16} aria-hidden />} onPress={() => openDialog('designs')}>
          {t('top.designs')}
        </Button>
      </span>
      <span className={styles.spring} />
      <span className={styles.editing}>
        <VersionNote />
        <IconButton label={t('top.commands')} shortcut="Mod+K" icon={<Command size={16} />} onPress={() => openDialog('commands')} />
        <IconButton label={t('top.shortcuts')} shortcut="?" icon={<Keyboard size={16} />} onPress={() => openDialog('shortcuts')} />
      </span>
      <LanguageMenu />
      <ThemeMenu />
      <span className={styles.editing}>
        <Button look="primary" icon={<Share size={14} aria-hidden />} onPress={() => openDialog('export')}>
          {t('top.export')}
        </Button>
      </span>
    </header>
  );
}

function FileMenu() {
  const t = useT();
  const openDialog = useSession((session) => session.openDialog);
  const select = useCanvas((canvas) => canvas.select);
  const groups: readonly MenuGroup[] = [
    {
      id: 'start',
      entries: [{ id: 'templates', label: t('top.templatesMore'), icon: <LayoutTemplate size={14} />, onAction: () => openDialog('gallery') }],
    },
    {
      id: 'files',
      entries: [
        { id: 'new', label: t('top.new'), icon: <Plus size={14} />, onAction: () => void openAsNew(emptyDesign(t('persist.untitled'))) },
        { id: 'open', label: t('top.openFile'), icon: <FolderOpen size={14} />, onAction: chooseFile },
        { id: 'save', label: t('top.saveFile'), icon: <Save size={14} />, onAction: downloadDesign },
      ],
    },
    {
      id: 'more',
      entries: [
        { id: 'designs', label: t('top.designsMore'), icon: <FolderOpen size={14} />, onAction: () => openDialog('designs') },
        { id: 'history', label: t('top.history'), icon: <History size={14} />, onAction: () => openDialog('history') },
        { id: 'export', label: t('top.exportMore'), icon: <FileDown size={14} />, onAction: () => openDialog('export') },
        { id: 'settings', label: t('top.settings'), icon: <Settings2 size={14} />, onAction: () => select([]) },
      ],
    },
  ];
  return (
    <Menu label={t('top.menu')} groups={groups}>
      <IconButton label={t('top.menu')} icon={<MenuIcon size={16} />} />
    </Menu>
  );
}

function UndoRedo() {
  const t = useT();
  const past = useDocument((state) => state.history.past.at(-1)?.label);
  const future = useDocument((state) => state.history.future[0]?.label);
  const undo = useDocument((state) => state.undo);
  const redo = useDocument((state) => state.redo);
  const labelOf = useStepLabel();
  return (
    <>
      <IconButton
        label={past === undefined ? t('top.undo') : t('top.undoStep', { step: labelOf(past) })}
        shortcut="Mod+Z"
        icon={<Undo2 size={16} />}
        isDisabled={past === undefined}
        onPress={undo}
      />
      <IconButton
        label={future === undefined ? t('top.redo') : t('top.redoStep', { step: labelOf(future) })}
        shortcut="Mod+Shift+Z"
        icon={<Redo2 size={16} />}
        isDisabled={future === undefined}
        onPress={redo}
      />
    </>
  );
}

function LanguageMenu() {
  const t = useT();
  const language = useSession((session) => session.language);
  const entries = languages.map((each) => ({
    id: each,
    label: languageName[each],
    isChecked: each === language,
    onAction: () => void changeLanguage(each),
  }));
  return (
    <Menu label={t('top.language')} groups={[{ id: 'languages', entries }]}>
      <IconButton label={t('top.language')} icon={<Languages size={16} />} />
    </Menu>
  );
}

const themeIcons = { system: Monitor, light: Sun, dark: Moon };
const themes: readonly Theme[] = ['system', 'light', 'dark'];

function ThemeMenu() {
  const t = useT();
  const theme = useSession((session) => session.theme);
  const setTheme = useSession((session) => session.setTheme);
  const Icon = themeIcons[theme];
  const labels = { system: t('top.themeSystem'), light: t('top.themeLight'), dark: t('top.themeDark') };
  const entries = themes.map((each) => ({
    id: each,
    label: labels[each],
    isChecked: each === theme,
    onAction: () => setTheme(each),
  }));
  return (
    <Menu label={t('top.theme')} groups={[{ id: 'themes', entries }]}>
      <IconButton label={t('top.theme')} icon={<Icon size={16} />} />
    </Menu>
  );
}
