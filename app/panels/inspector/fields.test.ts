import { describe, expect, it } from 'vitest';
import { kindNames, kinds } from '#engine/design/kinds/kinds';
import { designSchema, linkSchema } from '#engine/design/schema';
import { emptyDesign } from '#engine/design/newEntity';
import { languages } from '../../i18n/language';
import { expectedKo } from '../../i18n/messages/expected.ko';
import { choiceLabel, fieldText } from './fieldText';
import { isOfUse } from './fieldView';
import { formFieldOf, formFieldsOf } from './formSchema';
import type { FormField } from './formSchema';
import { initialKey, initialValue } from './initialValue';
import { setAt } from './paths';

interface Place {
  readonly key: string;
  readonly field: FormField;
}

/** Every field of a schema, nested ones and those of variants too, by its text key. */
function fieldsBelow(key: string, field: FormField): readonly Place[] {
  const { form } = field;
  switch (form.type) {
    case 'object':
      return [...form.fields].flatMap(([name, inner]) => (inner.form.type === 'fixed' ? [] : [{ key: `${key}.${name}`, field: inner }, ...fieldsBelow(`${key}.${name}`, inner)]));
    case 'list':
      return fieldsBelow(key, form.item);
    case 'record':
      return fieldsBelow(key, form.value);
    case 'variants':
      return [...form.variants.values()].flatMap((variant) => fieldsBelow(key, variant));
    default:
      return [];
  }
}

describe('fields that need another', () => {
  it.each<[object, readonly string[]]>([
    [{ provisioner: 'ebs.csi.aws.com', volumeType: 'gp3' }, ['volumeType']],
    [{ provisioner: 'efs.csi.aws.com', volumeType: 'gp3' }, ['fileSystem']],
    // Set by another hand: it can be taken away.
    [{ provisioner: 'ebs.csi.aws.com', volumeType: 'gp3', fileSystem: 'efs' }, ['volumeType', 'fileSystem']],
  ])('%j: %j', (value, shown) => {
    const fields = formFieldsOf(kinds.storageClass.schema);
    expect(['volumeType', 'fileSystem'].filter((name) => isOfUse(name, fields.get(name)!, { ...value }))).toEqual(shown);
  });
});

const roots: readonly (readonly [string, FormField])[] = [
  ...kindNames.map((kind) => [kind, formFieldOf(kinds[kind].schema)] as const),
  ['link', formFieldOf(linkSchema)],
  ['settings', formFieldOf(designSchema.shape.settings)],
];
const places = roots.flatMap(([root, field]) => fieldsBelow(root, field));

/** Names of fields, and EBS' types: people write them so. */
const asInKubernetes = new Set(['trafficDistribution', 'topologyKeys', 'gp2', 'gp3']);

describe('every field of the document', () => {
  it('is found', () => {
    expect(places.length).toBeGreaterThan(150);
    expect(places.map((place) => place.key)).toContain('workload.topologySpreadConstraints.labelSelector.matchExpressions.operator');
  });

  it.each(languages)('has a label and a help text: %s', (language) => {
    const missing = places.filter(({ key }) => {
      const text = fieldText(language, key);
      return text === undefined || text[0] === '' || text[1] === '';
    });
    expect(missing.map((place) => place.key)).toEqual([]);
  });

  it.each(languages)('has a word for each choice whose value is none: %s', (language) => {
    const tokens = places.flatMap(({ key, field: { form } }) => {
      const values = form.type === 'choice' ? form.values : form.type === 'variants' ? [...form.variants.keys()] : [];
      return values.filter((value) => /^[a-z]/.test(value) && !asInKubernetes.has(value)).map((value) => [key, value] as const);
    });
    expect(tokens.length).toBeGreaterThan(25);
    expect(tokens.filter(([key, value]) => choiceLabel(language, key, value) === undefined)).toEqual([]);
  });

  it('begins with a valid value where a form can add it', () => {
    const design = { ...emptyDesign('x'), entities: [...emptyDesign('x').entities, { id: 'svc', kind: 'service' }, { id: 'efs', kind: 'fileSystem' }, { id: 'sc', kind: 'storageClass' }, { id: 'web', kind: 'workload' }] } as unknown as ReturnType<typeof emptyDesign>;
    const added = places.flatMap(({ key, field }): readonly Place[] => {
      if (field.form.type === 'list') return [{ key, field: field.form.item }];
      if (field.form.type === 'record') return [{ key, field: field.form.value }];
      return field.form.type === 'object' && field.isOptional ? [{ key, field }] : [];
    });
    const invalid = added.filter(({ key, field }) => !field.schema.safeParse(initialValue(field, design, [], key.split('.').at(-1))).success);
    expect(added.length).toBeGreaterThan(40);
    expect(invalid.map((place) => place.key)).toEqual([]);
  });

  it('gives records a first key', () => {
    const without = places.filter(({ field }) => field.form.type === 'record' && field.form.keyKinds === null && initialKey(field.form.keySchema, []) === '');
    expect(without.map((place) => place.key)).toEqual([]);
  });
});

describe('what the schema expects', () => {
  it('is said in Korean, too', () => {
    const sentences = new Set<string>();
    for (const { field } of places) {
      for (const value of ['\u0000!', '', 'x y', '-', ['\u0000!'], {}, -1]) {
        const parsed = field.schema.safeParse(value);
        for (const issue of parsed.error?.issues ?? []) {
          if ((issue.code === 'custom' || issue.code === 'invalid_format') && !issue.message.startsWith('Invalid')) sentences.add(issue.message);
        }
      }
    }
    expect(sentences.size).toBeGreaterThan(8);
    expect([...sentences].filter((sentence) => expectedKo[sentence] === undefined)).toEqual([]);
  });
});

describe('setAt', () => {
  it.each([
    [{ a: { b: [1, 2] } }, ['a', 'b', 1], 3, { a: { b: [1, 3] } }],
    [{ a: 1, b: 2 }, ['a'], undefined, { b: 2 }],
    [{}, ['a', 'b'], 1, { a: { b: 1 } }],
  ])('%o at %o', (value, path, next, expected) => {
    expect(setAt(value, path, next)).toEqual(expected);
  });
});
