import {currentLocale} from './locale.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** So many bytes, as one says it: 24 MB. */
export function sayBytes(bytes: number): string {
  const power = Math.min(units.length - 1, Math.max(1, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  const value = bytes === 0 ? 0 : Math.max(1, bytes / 1_024 ** power);
  return new Intl.NumberFormat(currentLocale(), {style: 'unit', unit: units[power], maximumFractionDigits: value < 10 && power > 1 ? 1 : 0}).format(value);
}

/** A span of seconds as 1:05. */
export function sayClock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor((whole % 3_600) / 60), whole % 60];
  const pad = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`;
}
