import { useCallback, useRef } from 'react';
import { definitionOf } from '#engine/design/kinds/kinds';
import { schemaOf } from '#engine/design/references';
import { designSchema } from '#engine/design/schema';
import type { Design, Entity, Link } from '#engine/design/schema';
import type { Edit, EditError } from '#engine/design/edit';
import { lookUp, useT } from '../../i18n/translate';
import type { Translate } from '../../i18n/translate';
import type { Language } from '../../i18n/language';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import type { Commit } from './fieldView';
import { fieldText } from './fieldText';
import { issueText } from './issueText';
import { setAt, textKeyOf } from './paths';
import type { Path } from './paths';

export interface Committer {
  readonly commit: Commit;
  /** From here on typing is another undo step. */
  readonly nextStep: () => void;
}

/** Commits fields of entities or links: each change one edit, typing in one field one step, refusals as a sentence. */
export function useItemCommit(items: readonly (Entity | Link)[], root: string): Committer {
  const t = useT();
  const dispatch = useDocument((state) => state.dispatch);
  const step = useRef(0);
  const ids = items.map((item) => item.id).join(' ');
  const commit: Commit = useCallback(
    (path, value) => {
      const { language } = useSession.getState();
      const { design } = useDocument.getState();
      const present = ids.split(' ').map((id) => itemOf(design, id)).filter((item) => item !== undefined);
      for (const item of present) {
        const refused = refusalOf(item, path, value, root, language, t);
        if (refused !== undefined) return refused;
      }
      const edits = present.map((item) => editOf(item, path, value));
      const [only] = edits;
      const edit: Edit = edits.length === 1 && only !== undefined ? only : { type: 'all', edits };
      const result = dispatch(edit, { label: labelOf(language, root, path) ?? 'step.edit', coalesce: `${ids}/${path.join('/')}/${step.current}` });
      return result.ok ? undefined : errorText(result.error, language);
    },
    [ids, root, dispatch, t],
  );
  return { commit, nextStep: () => (step.current += 1) };
}

/** Commits fields of the design's settings. */
export function useSettingsCommit(): Committer {
  const t = useT();
  const dispatch = useDocument((state) => state.dispatch);
  const step = useRef(0);
  const commit: Commit = useCallback(
    (path, value) => {
      const { language } = useSession.getState();
      const { settings } = useDocument.getState().design;
      const next = setAt(settings, path, value) as Design['settings'];
      const parsed = designSchema.shape.settings.safeParse(next);
      if (!parsed.success) return firstIssue(parsed.error.issues, path, 'settings', language, t);
      const name = path[0] as keyof Design['settings'];
      const result = dispatch(
        { type: 'settings', fields: { [name]: next[name] } },
        { label: labelOf(language, 'settings', path) ?? 'step.settings', coalesce: `settings/${path.join('/')}/${step.current}` },
      );
      return result.ok ? undefined : errorText(result.error, language);
    },
    [dispatch, t],
  );
  return { commit, nextStep: () => (step.current += 1) };
}

/** The label of the field, or of the record that holds it. */
function labelOf(language: Language, root: string, path: Path): string | undefined {
  return (fieldText(language, textKeyOf(root, path)) ?? fieldText(language, textKeyOf(root, path.slice(0, -1))))?.[0];
}

function itemOf(design: Design, id: string): Entity | Link | undefined {
  return design.entities.find((entity) => entity.id === id) ?? design.links.find((link) => link.id === id);
}

/** Zones are placed, so that what hangs on them follows; all else is set. */
function editOf(item: Entity | Link, path: Path, value: unknown): Edit {
  const [name] = path;
  if ('kind' in item && path.length === 1) {
    const { span } = definitionOf(item.kind);
    if (span === 'zone' && name === 'zone') return { type: 'place', id: item.id, zones: [String(value)] };
    if (span === 'zones' && name === 'zones' && Array.isArray(value)) return { type: 'place', id: item.id, zones: value.map(String) };
  }
  const next = setAt(item, path, value) as Readonly<Record<string, unknown>>;
  return { type: 'set', id: item.id, fields: { [String(name)]: next[String(name)] } };
}

function refusalOf(item: Entity | Link, path: Path, value: unknown, root: string, language: Language, t: Translate): string | undefined {
  if (editOf(item, path, value).type === 'place') return undefined;
  const parsed = schemaOf(item).safeParse(setAt(item, path, value));
  return parsed.success ? undefined : firstIssue(parsed.error.issues, path, root, language, t);
}

type Issues = NonNullable<ReturnType<ReturnType<typeof schemaOf>['safeParse']>['error']>['issues'];

/** The first issue as a sentence; of another field than the one at hand, with that field's name. */
function firstIssue(issues: Issues, path: Path, root: string, language: Language, t: Translate): string {
  const [issue] = issues;
  if (issue === undefined) return t('issue.invalid');
  const text = issueText(issue, language, t);
  const place = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const isHere = place.length >= path.length ? path.every((part, index) => part === place[index]) : place.every((part, index) => part === path[index]);
  if (isHere) return text;
  const [label] = fieldText(language, textKeyOf(root, place)) ?? [place.join('.')];
  return `${label}: ${text}`;
}

export function errorText(error: EditError, language: Language): string {
  return (error.code === 'invalid' ? undefined : lookUp(language, `editError.${error.code}`)) ?? error.message;
}
