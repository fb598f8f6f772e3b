import type { ReactNode } from 'react';

/** An entry of a picker. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  /** More words that find it. */
  readonly words?: string;
  readonly run: () => void;
}

/** Choices that have every word of the query; those that begin with it first. */
export function search(choices: readonly Choice[], query: string): readonly Choice[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return choices;
  const scored = choices.flatMap((choice, place) => {
    const label = choice.label.toLowerCase();
    const text = `${label} ${choice.detail ?? ''} ${choice.words ?? ''}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) return [];
    const first = words[0] ?? '';
    return [{ choice, place, score: label.startsWith(first) ? 0 : label.includes(first) ? 1 : 2 }];
  });
  return scored.sort((a, b) => a.score - b.score || a.place - b.place).map(({ choice }) => choice);
}
