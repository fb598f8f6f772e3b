import { describe, expect, test } from 'vitest';
import { designSchema, kubernetesVersions } from '../design/schema';
import { serviceRules } from '../routing/liveService';
import { rulesOf } from '../scheduling/framework';
import { service } from '../testing/designs';
import { versionFacts, versionRange } from './versionNotes';

describe('a version is known as well as its least certain note', () => {
  test.each([
    ['1.21', 'unconfirmed'],
    ['1.30', 'unconfirmed'],
    ['1.33', 'read'],
    ['1.34', 'recorded'],
    ['1.35', 'read'],
    ['1.36', 'unconfirmed'],
  ] as const)('%s: %s', (version, certainty) => {
    const facts = versionFacts(version, 'en');
    expect(facts.certainty).toBe(certainty);
    expect(facts.summary).toContain(version);
    // Answers are recorded of 1.34 alone.
    expect(facts.own.some((note) => note.certainty === 'recorded')).toBe(version === '1.34');
  });
});

describe('what the notes say is what the engine does', () => {
  const distribution = (trafficDistribution: 'PreferClose' | 'PreferSameZone') => {
    const { entities } = designSchema.parse({ zonesketch: 1, entities: [service('web', { topology: { mode: 'trafficDistribution', trafficDistribution } })] });
    const [drawn] = entities;
    if (drawn?.kind !== 'service') throw new Error('no Service');
    return drawn;
  };
  test.each(kubernetesVersions)('%s', (version) => {
    const own = new Set(versionFacts(version, 'en').own.map(({ id }) => id));
    const minor = Number(version.split('.')[1]);
    expect(own.has('balancedAllocationChange')).toBe(rulesOf(version).relativeBalancedAllocation);
    expect(own.has('bestEffort')).toBe(!rulesOf(version).skipsBestEffort);
    expect(own.has('preferClose')).toBe(serviceRules(distribution('PreferClose'), minor).distribution !== null);
    expect(own.has('preferSame')).toBe(serviceRules(distribution('PreferSameZone'), minor).distribution !== null);
  });
});

test('every note is told once, in both languages, with its source', () => {
  for (const version of kubernetesVersions) {
    const [en, ko] = (['en', 'ko'] as const).map((language) => versionFacts(version, language));
    const all = [...(en?.own ?? []), ...(en?.others ?? [])];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect([...(ko?.own ?? []), ...(ko?.others ?? [])].map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect([...(ko?.own ?? []), ...(ko?.others ?? [])].filter(({ text }) => !/[가-힣]/.test(text))).toEqual([]);
    expect(all.flatMap(({ sources }) => sources).filter(({ url }) => !url.startsWith('https://'))).toEqual([]);
  }
});

test.each([
  [{ from: 36 }, '1.36 and later', '1.36 이상'],
  [{ from: 30, to: 33 }, '1.30 to 1.33', '1.30~1.33'],
  [{ to: 21 }, '1.21 and before', '1.21 이하'],
  [{ from: 34, to: 34 }, '1.34', '1.34'],
])('%j is %s', (note, en, ko) => {
  expect([versionRange(note, 'en'), versionRange(note, 'ko')]).toEqual([en, ko]);
});
