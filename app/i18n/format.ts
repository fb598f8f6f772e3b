import { useMemo } from 'react';
import { useSession } from '../stores/session';
import { localeOf } from './language';
import type { Language } from './language';

/** Narrow no-break space: between a number and its unit. */
const thin = '\u202f';
/** A real minus, as wide as the plus in tabular figures. */
const minus = '\u2212';

export interface Format {
  /** A plain number with at most `digits` decimals (default 0). */
  readonly number: (value: number, digits?: number) => string;
  /** A quantity with its unit: `16 GiB`. */
  readonly unit: (value: number, unit: string, digits?: number) => string;
  /** A share of 1 as a percentage, one decimal where it says something: `33.3 %`. */
  readonly percent: (share: number) => string;
  /** USD to the dollar, for cards and bars; small sums to the cent. */
  readonly dollars: (usd: number) => string;
  /** USD to the cent, for tables. */
  readonly cents: (usd: number) => string;
  /** A price per unit, with the decimals it needs. */
  readonly price: (usd: number) => string;
  /** Bytes per second in binary prefixes: `1.5 MiB/s`. */
  readonly bytesPerSecond: (value: number) => string;
  readonly bytes: (value: number) => string;
  /** Millicores as cores: `1.5 vCPU`. */
  readonly cpu: (milli: number) => string;
  /** MiB as GiB where that is shorter. */
  readonly memory: (mib: number) => string;
  /** A share of time, with the nines that matter: `99.9993 %`. */
  readonly availability: (share: number) => string;
  /** A change with its sign, by any of the formats above; '' for none. */
  readonly delta: (change: number, format: (value: number) => string) => string;
  /** Seconds as minutes and seconds: `5 min 40 s`; below a minute `8.5 s`. */
  readonly duration: (seconds: number) => string;
  readonly date: (isoDate: string) => string;
  readonly dateTime: (milliseconds: number) => string;
}

const formats = new Map<Language, Format>();

/** Every number on screen goes through here, so that units, rounding and separators are the same everywhere. */
export function formatOf(language: Language): Format {
  let format = formats.get(language);
  if (format === undefined) {
    format = createFormat(localeOf[language]);
    formats.set(language, format);
  }
  return format;
}

export function useFormat(): Format {
  const language = useSession((session) => session.language);
  return useMemo(() => formatOf(language), [language]);
}

function createFormat(locale: string): Format {
  const byDigits = new Map<string, Intl.NumberFormat>();
  const decimal = (value: number, max: number, min = 0): string => {
    const key = `${min}/${max}`;
    let intl = byDigits.get(key);
    if (intl === undefined) {
      intl = new Intl.NumberFormat(locale, { minimumFractionDigits: min, maximumFractionDigits: max });
      byDigits.set(key, intl);
    }
    return intl.format(value === 0 ? 0 : value).replace('-', minus);
  };
  const money = (usd: number, max: number, min: number): string => {
    const text = decimal(Math.abs(usd), max, min);
    return usd < 0 && /[1-9]/.test(text) ? `${minus}$${text}` : `$${text}`;
  };
  const scaled = (value: number, suffix: string): string => {
    const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
    let rest = value;
    let index = 0;
    while (Math.abs(rest) >= 1024 && index < units.length - 1) {
      rest /= 1024;
      index += 1;
    }
    return `${decimal(rest, Math.abs(rest) < 10 && index > 0 ? 1 : 0)}${thin}${units[index] ?? 'B'}${suffix}`;
  };
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

  return {
    number: (value, digits = 0) => decimal(value, digits),
    duration: (seconds) => {
      if (seconds < 60) return `${decimal(seconds, 1)}${thin}s`;
      const whole = Math.round(seconds);
      const rest = whole % 60;
      return `${decimal(Math.floor(whole / 60), 0)}${thin}min${rest === 0 ? '' : ` ${decimal(rest, 0)}${thin}s`}`;
    },
    unit: (value, unit, digits = 0) => `${decimal(value, digits)}${thin}${unit}`,
    percent: (share) => `${decimal(share * 100, 1)}${thin}%`,
    dollars: (usd) => (Math.abs(usd) > 0 && Math.abs(usd) < 10 ? money(usd, 2, 2) : money(usd, 0, 0)),
    cents: (usd) => money(usd, 2, 2),
    price: (usd) => money(usd, 6, 2),
    bytesPerSecond: (value) => scaled(value, '/s'),
    bytes: (value) => scaled(value, ''),
    cpu: (milli) => `${decimal(milli / 1000, 2)}${thin}vCPU`,
    memory: (mib) => (Math.abs(mib) >= 1024 ? `${decimal(mib / 1024, 1)}${thin}GiB` : `${decimal(mib, 0)}${thin}MiB`),
    availability: (share) => `${decimal(share * 100, share > 0.9999 ? 5 : 4)}${thin}%`,
    delta: (change, format) => {
      const text = format(Math.abs(change));
      if (!/[1-9]/.test(text)) return '';
      return `${change > 0 ? '+' : minus}${text}`;
    },
    date: (isoDate) => {
      const time = Date.parse(isoDate);
      return Number.isNaN(time) ? isoDate : day.format(time);
    },
    dateTime: (milliseconds) => moment.format(milliseconds),
  };
}
