import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { sampleDesigns } from '../testing/sampleDesigns';
import { exporters } from './exporters';

describe.each(exporters.map((exporter) => [exporter.id, exporter] as const))('%s', (_, exporter) => {
  test.each(Object.entries(sampleDesigns))('in Korean the files are the same and every sentence is Korean: %s', (_name, design) => {
    const english = exporter.export({ design, catalog: firstCatalog });
    const korean = exporter.export({ design, catalog: firstCatalog, language: 'ko' });
    expect(korean.files).toEqual(english.files);
    expect(korean.unsupported).toHaveLength(english.unsupported.length);
    expect(korean.unsupported.filter((sentence) => !/\p{Script=Hangul}/u.test(sentence))).toEqual([]);
    expect(english.unsupported.filter((sentence) => /[다요까]\./u.test(sentence))).toEqual([]);
  });
});
