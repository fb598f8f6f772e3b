import { REQUEST_TIMEOUT_SECONDS } from '../../greyFailure/assumptions';
import type { GreyFailure, Observer } from '../../greyFailure/greyFailure';
import { messagesIn } from '../../greyFailure/languages';
import type { Messages } from '../../greyFailure/messages/en';
import type { Language } from '../command';
import { percent } from './evaluationRows';
import { indentedTable } from './textTable';

/** A grey failure, for people. */
export function greyText({ trouble, services, stores, observers, outlierDetection }: GreyFailure, language: Language): string {
  const say = messagesIn(language);
  return [
    say.title({ ...trouble, loss: percent(trouble.loss) }),
    ...section(say.requests, services.length === 0 ? [] : [
      [say.service, say.touching, say.failing, say.delayed, say.addedLatency, say.hops],
      ...services.map(({ name, touching, failing, delayed, addedLatencyMs, hops }) => [
        name,
        percent(touching),
        percent(failing),
        percent(delayed),
        `${addedLatencyMs.toFixed(1)} ms`,
        hops.map(({ kind, touching: share }) => `${kind} ${percent(share)}`).join(', '),
      ]),
    ]),
    ...section(say.stores, stores.length === 0 ? [] : [
      ['', say.touching, say.failing, say.delayed],
      ...stores.map(({ link, to, touching, failing, delayed }) => [`${to} (${link})`, percent(touching), percent(failing), percent(delayed)]),
    ]),
    '',
    say.observers,
    ...observers.flatMap((observer) => observerLines(observer, say)),
    ...section(say.outlier.title, outlierDetection.map((outlier) => [
      outlier.name,
      say.outlier[outlier.notices]({ ...outlier, requests: outlier.requestsUntilEjected === null ? say.never : rounded(outlier.requestsUntilEjected) }),
    ])),
    '',
    say.assumed(trouble.requestTimeoutSeconds ?? REQUEST_TIMEOUT_SECONDS),
  ].join('\n');
}

function observerLines({ kind, id, watched, check, notices, ifItCrossed, perCheck, inARow, secondsUntilOut, secondsOut, shareOut }: Observer, say: Messages): readonly string[] {
  const { intervalSeconds: interval, timeoutSeconds: timeout, failures, passes } = check;
  return [
    `  ${say.observer[kind](id ?? '', watched)}: ${say.notices[notices]}`,
    `    ${say.rule({ interval, timeout, failures, passes })}`,
    ...(ifItCrossed === null
      ? [`    ${say.perCheck} ${small(perCheck)}, ${say.inARow} ${small(inARow)}, ${say.until} ${duration(secondsUntilOut, say.never)}, ${say.out} ${duration(secondsOut, say.lasting)}, ${say.shareOut} ${small(shareOut)}`]
      : [`    ${say.ifItCrossed(small(ifItCrossed.perCheck))}`]),
  ];
}

function section(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : ['', title, ...indentedTable(rows)];
}

/** Shares that may be tiny. */
function small(share: number): string {
  return share === 0 || share >= 0.001 ? percent(share) : `${(share * 100).toExponential(1)} %`;
}

const UNITS = [['d', 86_400], ['h', 3600], ['min', 60]] as const;
const LONGEST_DAYS = 36_500;

function duration(seconds: number | null, otherwise: string): string {
  if (seconds === null) return otherwise;
  if (seconds > LONGEST_DAYS * 86_400) return '> 100 y';
  const unit = UNITS.find(([, size]) => seconds >= 2 * size);
  return unit === undefined ? `${rounded(seconds)} s` : `${rounded(seconds / unit[1])} ${unit[0]}`;
}

function rounded(n: number): string {
  return Math.round(n).toLocaleString('en-US');
}
