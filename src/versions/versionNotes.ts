import type { Language } from '../language';
import { versionsEn, type VersionTexts } from './messages/en';
import { versionsKo } from './messages/ko';

/*
 * What a design's Kubernetes version changes in the predictions, and how well that is known. The rules are those of 1.34,
 * checked answer by answer against the real code of 1.34.4; a note names each way in which another version differs.
 */

/**
 * `recorded`: checked against answers of the real code · `read`: follows the source or the release notes, no recorded
 * answer checks it · `unconfirmed`: taken from a description, or from 1.34 for want of a better source · `notModelled`:
 * known to differ, and left out.
 */
export type Certainty = 'recorded' | 'read' | 'unconfirmed' | 'notModelled';

interface NoteData {
  readonly id: keyof VersionTexts['notes'];
  /** Minor versions of Kubernetes 1 from which and up to which it holds, both included; open where absent. */
  readonly from?: number;
  readonly to?: number;
  readonly certainty: Certainty;
  readonly sources: readonly VersionSource[];
}

export interface VersionSource {
  readonly title: string;
  readonly url: string;
}

export interface VersionNote extends NoteData {
  /** One or two sentences in the language asked for. */
  readonly text: string;
}

export interface VersionFacts {
  /** How well the rules of this version are known, on the whole: as its least certain note. */
  readonly certainty: Exclude<Certainty, 'notModelled'>;
  readonly summary: string;
  /** What holds for this version. */
  readonly own: readonly VersionNote[];
  /** What holds for others. */
  readonly others: readonly VersionNote[];
}

const pull = (number: number): VersionSource => ({ title: `kubernetes/kubernetes#${number}`, url: `https://github.com/kubernetes/kubernetes/pull/${number}` });
const kep = (number: number): VersionSource => ({ title: `KEP-${number}`, url: `https://github.com/kubernetes/enhancements/issues/${number}` });
const file = (path: string): VersionSource => ({ title: path.slice(path.lastIndexOf('/') + 1), url: `https://github.com/kubernetes/kubernetes/blob/v1.34.4/${path}` });

/** By what they are about: scheduling, then Services. */
const notes: readonly NoteData[] = [
  { id: 'balancedAllocationAfter', from: 30, to: 35, certainty: 'recorded', sources: [file('pkg/scheduler/framework/plugins/noderesources/balanced_allocation.go')] },
  { id: 'balancedAllocationChange', from: 36, certainty: 'unconfirmed', sources: [pull(135573)] },
  { id: 'bestEffort', from: 30, to: 32, certainty: 'read', sources: [pull(130260)] },
  { id: 'wording', from: 30, to: 33, certainty: 'notModelled', sources: [pull(134740), pull(129887)] },
  { id: 'spreadUnchanged', from: 35, certainty: 'read', sources: [file('pkg/scheduler/framework/plugins/podtopologyspread/filtering.go')] },
  { id: 'alphaGates', from: 35, certainty: 'notModelled', sources: [kep(5471), kep(4671), kep(5030)] },
  { id: 'teaching', to: 21, certainty: 'unconfirmed', sources: [{ title: 'Scheduler configuration', url: 'https://kubernetes.io/docs/reference/scheduling/config/' }] },
  { id: 'preferClose', from: 31, certainty: 'recorded', sources: [kep(4444)] },
  { id: 'preferSame', from: 34, certainty: 'recorded', sources: [kep(3015)] },
  { id: 'hintsAnnotation', from: 30, to: 32, certainty: 'unconfirmed', sources: [file('pkg/proxy/topology.go')] },
  { id: 'topologyKeys', to: 21, certainty: 'read', sources: [kep(536)] },
];

/** The minor version whose answers are recorded. */
const RECORDED = 34;

const texts: Readonly<Record<Language, VersionTexts>> = { en: versionsEn, ko: versionsKo };

/** Whether nothing about a version is unconfirmed. */
export function isExact(version: string): boolean {
  return !notes.some((note) => note.certainty === 'unconfirmed' && holds(note, minorOf(version)));
}

/** The notes of a version, and those of the others. */
export function versionFacts(version: string, language: Language): VersionFacts {
  const minor = minorOf(version);
  const words = texts[language];
  const told = notes.map((note) => ({ ...note, text: words.notes[note.id] }));
  const isRecorded = minor === RECORDED;
  const own = told.filter((note) => holds(note, minor)).map((note): VersionNote => (note.certainty === 'recorded' && !isRecorded ? { ...note, certainty: 'read' } : note));
  const certainty = isRecorded ? 'recorded' : isExact(version) ? 'read' : 'unconfirmed';
  return { certainty, summary: words.summary[certainty](version), own, others: told.filter((note) => !holds(note, minor)) };
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}

function holds({ from = 0, to = Infinity }: NoteData, minor: number): boolean {
  return from <= minor && minor <= to;
}

/** `1.31 and later`, `1.30 to 1.32`, `1.21 and before`. */
export function versionRange({ from, to }: Pick<VersionNote, 'from' | 'to'>, language: Language): string {
  const { range } = texts[language];
  if (from === undefined) return range.before(`1.${to ?? 0}`);
  if (to === undefined) return range.after(`1.${from}`);
  return from === to ? `1.${from}` : range.between(`1.${from}`, `1.${to}`);
}
