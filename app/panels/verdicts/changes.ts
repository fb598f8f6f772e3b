import type { Format } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Verdicts } from './verdicts';

/** What differs between two states, a short phrase for each verdict that does. */
export function changesBetween(before: Verdicts, after: Verdicts, t: Translate, format: Format): readonly string[] {
  const phrases: string[] = [];
  const add = (title: string, from: string, to: string) => {
    if (from !== to) phrases.push(`${title} ${from} → ${to}`);
  };
  const zone = (verdicts: Verdicts) => t(verdicts.quorum.survivesAnyOneZone ? 'verdicts.anyOneZone' : 'verdicts.notAnyOneZone');
  add(t('verdicts.quorum'), `${before.quorum.size}/${before.quorum.members}`, `${after.quorum.size}/${after.quorum.members}`);
  add(t('verdicts.quorum'), zone(before), zone(after));
  add(t('verdicts.pods'), `${before.running}/${before.pods}`, `${after.running}/${after.pods}`);
  const figure = (value: number | null, show: (value: number) => string) => (value === null ? '–' : show(value));
  const skew = (value: number) => format.number(value, 2);
  add(t('verdicts.skew'), figure(before.skew, skew), figure(after.skew, skew));
  add(t('verdicts.dropped'), figure(before.dropped, format.percent), figure(after.dropped, format.percent));
  add(t('dock.findings'), format.number(before.findings), format.number(after.findings));
  const money = (title: string, change: number) => {
    const text = format.delta(change, format.dollars);
    if (text !== '') phrases.push(`${title} ${text}${t('common.perMonth')}`);
  };
  money(t('verdicts.crossZone'), after.crossZone - before.crossZone);
  money(t('verdicts.total'), after.total - before.total);
  return phrases;
}
