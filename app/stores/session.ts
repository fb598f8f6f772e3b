import { create } from 'zustand';
import type { Language } from '../i18n/language';

export type Theme = 'system' | 'light' | 'dark';
/** In the order of their tabs. */
export const dockPanels = ['failure', 'maintenance', 'quorum', 'scaling', 'placement', 'why', 'draws', 'traffic', 'cost', 'findings', 'outline', 'trust'] as const;
export type DockPanel = (typeof dockPanels)[number];
export type DialogName = 'export' | 'gallery' | 'shortcuts' | 'designs' | 'history' | 'settings' | 'commands' | 'find' | 'quickAdd';

/** What is dead: names as the evaluation has them (`ap-northeast-2a`; Node names, control-plane machines by entity id). */
export interface Scenario {
  readonly zones: readonly string[];
  readonly nodes: readonly string[];
}

export interface SessionState {
  readonly language: Language;
  readonly theme: Theme;
  readonly dock: DockPanel | null;
  readonly dialog: DialogName | null;
  readonly scenario: Scenario;
  readonly setTheme: (theme: Theme) => void;
  /** Opens a panel, or closes it if it is open. */
  readonly toggleDock: (panel: DockPanel) => void;
  readonly setDock: (panel: DockPanel | null) => void;
  readonly openDialog: (dialog: DialogName) => void;
  readonly closeDialog: () => void;
  /** Kills a zone, or revives it if it is dead. */
  readonly toggleZone: (zone: string) => void;
  readonly toggleNode: (node: string) => void;
  readonly reviveAll: () => void;
}

export const nothingDead: Scenario = { zones: [], nodes: [] };

function toggled(list: readonly string[], item: string): readonly string[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

/** How this visit looks. Language, theme and dock are kept by `persist`, which writes them back with `setState`. */
export const useSession = create<SessionState>()((set) => ({
  language: 'en',
  theme: 'system',
  dock: null,
  dialog: null,
  scenario: nothingDead,
  setTheme: (theme) => set({ theme }),
  toggleDock: (panel) => set(({ dock }) => ({ dock: dock === panel ? null : panel })),
  setDock: (dock) => set({ dock }),
  openDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
  toggleZone: (zone) => set(({ scenario }) => ({ scenario: { ...scenario, zones: toggled(scenario.zones, zone) } })),
  toggleNode: (node) => set(({ scenario }) => ({ scenario: { ...scenario, nodes: toggled(scenario.nodes, node) } })),
  reviveAll: () => set({ scenario: nothingDead }),
}));
