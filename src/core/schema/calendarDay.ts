import { refuseValue } from './refuseValue';
import * as z from './zod';

function checkDayExists(payload: z.core.ParsePayload<string>): void {
  const [year = 0, month = 0, day = 0] = payload.value.split('-').map(Number);
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (days === undefined || day <= days) return;
  refuseValue(payload, {
    code: 'value-range',
    path: [],
    message: `There is no day ${payload.value}: that month has ${days} days. Write a day as YYYY-MM-DD.`,
  });
}

/** A day of the calendar as text, `2027-03-01`. */
export function calendarDay() {
  const pattern = z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
  return z.string().check(pattern, checkDayExists);
}
