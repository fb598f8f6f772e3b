import { messagesIn, nameOf } from '#engine/variants/languages';
import type { Variant } from '#engine/variants/variant';
import { useFormat } from '../../i18n/format';
import { useSession } from '../../stores/session';
import { useVariantsT } from './useVariantsT';

/** How a variant, what it costs more and what it comes to are said. */
export function useVariantWords(drawn: Variant) {
  const say = useVariantsT();
  const format = useFormat();
  const words = messagesIn(useSession((session) => session.language));
  const name = ({ settings }: Variant) => nameOf(settings, words);
  const difference = ({ totalMonthly }: Variant) => format.delta(totalMonthly - drawn.totalMonthly, format.cents);
  const total = (variant: Variant) => {
    const [sum, more] = [format.cents(variant.totalMonthly), difference(variant)];
    return more === '' ? say('variants.total', { total: sum }) : say('variants.totalAgainst', { total: sum, difference: more });
  };
  return {
    name,
    difference,
    verdicts: words.verdicts,
    /** What runs, what was lost at once, and what is dropped where anything is. */
    outcome: ({ worstLoss: { running, needed, podsLost, podsBefore, dropped } }: Variant) =>
      [
        say('variants.needed', { running: format.number(running), needed: format.number(needed) }),
        say('variants.lost', { lost: format.number(podsLost), before: format.number(podsBefore) }),
        ...(dropped > 0 ? [say('variants.dropped', { dropped: format.percent(dropped) })] : []),
      ].join(' · '),
    /** All figures in a sentence. */
    figures: (variant: Variant, called = name(variant)) => {
      const { zone, verdict, running, needed, share, podsLost, podsBefore, dropped } = variant.worstLoss;
      return say('variants.point', {
        name: called,
        total: total(variant),
        zone,
        verdict: words.verdicts[verdict],
        running: format.number(running),
        needed: format.number(needed),
        share: format.percent(share),
        lost: format.number(podsLost),
        before: format.number(podsBefore),
        dropped: format.percent(dropped),
      });
    },
  };
}
