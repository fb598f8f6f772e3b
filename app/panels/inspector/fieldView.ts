import type { ComponentType } from 'react';
import type { Design } from '#engine/design/schema';
import { useDocument } from '../../stores/document';
import { useFieldTexts } from './fieldText';
import type { FormField } from './formSchema';
import { textKeyOf } from './paths';
import type { Path } from './paths';

/** Sets the value at a path; returns why not. */
export type Commit = (path: Path, value: unknown) => string | undefined;

export interface FieldContext {
  /** What texts of the fields begin with: a kind, `link`, `settings`. */
  readonly root: string;
  readonly commit: Commit;
  /** Shows a field inside another: lists and objects nest. */
  readonly Field: ComponentType<FieldViewProps>;
}

export interface FieldViewProps {
  readonly context: FieldContext;
  readonly path: Path;
  readonly field: FormField;
  readonly value: unknown;
  /** Several things are edited whose values differ. */
  readonly isMixed?: boolean;
  /** The label is spoken only: in rows. */
  readonly isBare?: boolean;
  /** In place of the label that the path has: the name of a row of a record. */
  readonly rowName?: string;
}

/** Whether a field is one control, not a group of them. */
export function isScalar(field: FormField): boolean {
  return !['object', 'list', 'record', 'variants', 'fixed'].includes(field.form.type);
}

/** Whether a field is of use beside the others of a value; one that is set can always be taken away. */
export function isOfUse(name: string, { onlyWith, isOptional }: FormField, value: Readonly<Record<string, unknown>>): boolean {
  return (isOptional && value[name] !== undefined) || Object.entries(onlyWith).every(([other, wanted]) => value[other] === wanted);
}

export function useFieldText({ context, path, rowName }: Pick<FieldViewProps, 'context' | 'path' | 'rowName'>): { readonly key: string; readonly label: string; readonly help: string } {
  const texts = useFieldTexts();
  const key = textKeyOf(context.root, rowName === undefined ? path : path.slice(0, -1));
  const [label, help] = texts.text(key);
  return { key, label: rowName === undefined ? label : `${label} ${rowName}`, help };
}

export function useDesign(): Design {
  return useDocument((state) => state.design);
}

/** A single value as text; '' for none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
