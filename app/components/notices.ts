import { create } from 'zustand';

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'info' | 'ok' | 'warn' | 'bad';
  /** More lines below, e.g. the errors of a file. */
  readonly lines: readonly string[];
  readonly action: { readonly label: string; readonly run: () => void } | null;
  /** Stays until closed. */
  readonly isSticky: boolean;
}

interface Notices {
  readonly notices: readonly Notice[];
  readonly show: (notice: Pick<Notice, 'text'> & Partial<Omit<Notice, 'id'>>) => void;
  readonly close: (id: number) => void;
}

let next = 1;
/** Old ones leave when more arrive. */
const kept = 4;

/** What the page has to say in passing: what happened, what was kept, and a way back. */
export const useNotices = create<Notices>()((set) => ({
  notices: [],
  show: (notice) => {
    const whole: Notice = { tone: 'info', lines: [], action: null, isSticky: false, ...notice, id: next };
    next += 1;
    set((state) => ({ notices: [...state.notices, whole].slice(-kept) }));
  },
  close: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
}));
