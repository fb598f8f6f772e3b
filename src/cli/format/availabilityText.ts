import type { Availability, Share, SubjectAvailability } from '../../availability/availability';
import { messagesIn } from '../../availability/languages';
import type { Messages } from '../../availability/messages/en';
import { ninesOf } from '../../availability/nines';
import type { Language } from '../command';
import { indentedTable } from './textTable';

const READINGS = ['atOnce', 'settled'] as const;

/** Availability, for people. */
export function availabilityText({ zones, assumptions, subjects }: Availability, language: Language): string {
  const say = messagesIn(language);
  const whole = subjects.find(({ kind }) => kind === 'whole');
  return [
    say.title,
    ...READINGS.flatMap((reading) => {
      const { name, meaning } = say.readings[reading];
      return ['', `${name}: ${meaning}`, ...indentedTable([[say.what, say.pods, say.availability, say.minutes, say.hangsOn], ...subjects.flatMap((subject) => subjectRows(subject, reading, say))])];
    }),
    '',
    say.between,
    say.exact(zones, 2 ** zones),
    '',
    say.assumptions,
    ...indentedTable([
      ['', say.value, say.default, '', say.source],
      ...assumptions.map(({ name, value, default: usual, certainty, read, source }) => [say.assumption[name], assumedText(value), assumedText(usual), say.certainty[certainty](read ?? ''), source]),
    ]),
    ...assumptions.map(({ name }) => `  ${say.assumption[name]}: ${say.meaning[name]}`),
    ...(whole === undefined ? [] : ['', say.effects, ...effectTable(whole, say)]),
    '',
    ...say.honest,
  ].join('\n');
}

function subjectRows({ kind, name, pods, dependsOn, alone, ...figures }: SubjectAvailability, reading: (typeof READINGS)[number], say: Messages): readonly (readonly string[])[] {
  const figure = figures[reading];
  const needed = pods === null ? '' : `${pods.needed}/${pods.running}`;
  const hangsOn = figure.hangsOn === null ? say.nothing : say.assumption[figure.hangsOn];
  return [
    [say.kinds[kind](name), needed, shareText(figure, say), minutesText(figure, say), hangsOn],
    ...(alone === null ? [] : [[`  ${say.alone}`, '', shareText(alone[reading], say), minutesText(alone[reading], say), say.dependsOn(listed(dependsOn, say))]]),
  ];
}

/** Of a long list the first few. */
const LISTED = 6;

function listed(ids: readonly string[], say: Messages): string {
  const more = ids.length - LISTED;
  return more > 1 ? `${ids.slice(0, LISTED).join(', ')} ${say.more(more)}` : ids.join(', ');
}

function effectTable(whole: SubjectAvailability, say: Messages): readonly string[] {
  const head = READINGS.flatMap((reading) => [`${say.readings[reading].name}: ${say.halved}`, say.doubled]);
  const names = [...new Set(READINGS.flatMap((reading) => whole[reading].effects.map(({ assumption }) => assumption)))];
  return indentedTable([
    ['', ...head],
    ...names.map((name) => [
      say.assumption[name],
      ...READINGS.flatMap((reading) => {
        const effect = whole[reading].effects.find(({ assumption }) => assumption === name);
        return effect === undefined ? [say.nothing, say.nothing] : [signed(effect.halved), signed(effect.doubled)];
      }),
    ]),
  ]);
}

function shareText({ availability, atMost }: Share, say: Messages): string {
  return atMost === null ? percent(availability) : say.atLeast(percent(availability));
}

function minutesText({ minutesDown, atMost }: Share, say: Messages): string {
  return atMost === null ? minutes(minutesDown) : say.atMost(minutes(minutesDown));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(ninesOf(share))} %`;
}

/** As it was written, without the noise of binary fractions. */
function assumedText(share: number): string {
  return `${Number((share * 100).toFixed(8))} %`;
}

function minutes(n: number): string {
  const digits = n < 100 ? 1 : 0;
  return n.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function signed(change: number): string {
  return `${change < 0 ? '-' : '+'}${minutes(Math.abs(change))}`;
}
