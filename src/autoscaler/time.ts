const SHAPE = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** Seconds since 1970 of a timestamp as the API prints it (RFC 3339); undefined where it is none. */
export function secondsOf(timestamp: string | undefined): number | undefined {
  const parts = SHAPE.exec(timestamp ?? '');
  if (parts === null) return undefined;
  const [, year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  const [, , , , , , , sign, offsetHours = '0', offsetMinutes = '0'] = parts;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * 60 * (sign === '-' ? -1 : 1);
  return daysSince1970(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset;
}

/** Of the proleptic Gregorian calendar, with years that begin in March so that the leap day is the last. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** Whether `timestamp` is at least this long ago; without a clock, or without a timestamp, everything is long ago. */
export function isOlderThan(timestamp: string | undefined, seconds: number, now: number | null): boolean {
  const at = secondsOf(timestamp);
  return now === null || at === undefined || at + seconds < now;
}
