import { describe, expect, it } from 'vitest';
import { formatOf } from './format';

const format = formatOf('en');
const thin = '\u202f';

describe('format', () => {
  it.each([
    [format.percent(1 / 3), `33.3${thin}%`],
    [format.percent(0), `0${thin}%`],
    [format.dollars(1204.4), '$1,204'],
    [format.dollars(3.2), '$3.20'],
    [format.cents(1204.4), '$1,204.40'],
    [format.cents(-0.5), '\u2212$0.50'],
    [format.price(0.0118), '$0.0118'],
    [format.price(0.1), '$0.10'],
    [format.number(-0), '0'],
    [format.bytesPerSecond(1536), `1.5${thin}KiB/s`],
    [format.bytes(512), `512${thin}B`],
    [format.cpu(1500), `1.5${thin}vCPU`],
    [format.memory(512), `512${thin}MiB`],
    [format.memory(8192), `8${thin}GiB`],
    [format.availability(0.999912), `99.99120${thin}%`.replace('0\u202f', '\u202f')],
    [format.delta(40, format.dollars), '+$40'],
    [format.delta(-40, format.dollars), '\u2212$40'],
    [format.delta(0.0001, format.dollars), ''],
    [format.delta(0, format.percent), ''],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected);
  });

  it('reads dates in the language of the page', () => {
    expect(formatOf('ko').date('2026-10-01')).toBe('2026. 10. 1.');
    expect(format.date('2026-10-01')).toBe('Oct 1, 2026');
    expect(format.date('unknown')).toBe('unknown');
  });
});
