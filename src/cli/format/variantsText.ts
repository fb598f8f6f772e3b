import { messagesIn, nameOf } from '../../variants/languages';
import type { Messages } from '../../variants/messages/en';
import type { Variant } from '../../variants/variant';
import type { Variants } from '../../variants/variants';
import type { Language } from '../command';
import { percent, usd } from './evaluationRows';
import { table } from './textTable';

/** Every variant, the cheapest first, for people. */
export function variantsText({ variants, wanted, leftOut }: Variants, language: Language): string {
  const say = messagesIn(language);
  const drawn = variants.find(({ edit }) => edit === null);
  if (drawn === undefined) return say.noZones;
  const rows = variants.toSorted((a, b) => a.totalMonthly - b.totalMonthly).map((variant) => rowOf(variant, drawn, say));
  return [
    say.order,
    say.resilience,
    '',
    ...table([['', say.variant, say.totalMonthly, say.difference, say.crossZoneMonthly, say.worstZone, say.verdict, say.neededRunning, say.podsLost, say.dropped], ...rows]),
    '',
    ...say.rules,
    say.notJudged,
    ...(leftOut === 0 ? [] : [say.leftOut(leftOut, wanted)]),
  ].join('\n');
}

function rowOf({ settings, totalMonthly, crossZoneMonthly, worstLoss, isOnFrontier }: Variant, drawn: Variant, say: Messages): readonly string[] {
  const { zone, verdict, running, needed, share, podsLost, podsBefore, dropped } = worstLoss;
  const more = totalMonthly - drawn.totalMonthly;
  return [
    isOnFrontier ? '*' : '',
    nameOf(settings, say),
    usd(totalMonthly),
    Math.abs(more) < 0.005 ? '-' : `${more > 0 ? '+' : ''}${usd(more)}`,
    usd(crossZoneMonthly),
    zone,
    say.verdicts[verdict],
    `${running}/${needed} = ${percent(share)}`,
    `${podsLost}/${podsBefore}`,
    percent(dropped),
  ];
}
