import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  IsDate,
  IsEmail,
  IsNotEmpty,
  IsString,
  Matches,
  MaxDate,
  MaxLength,
  MinDate,
  ValidateBy,
} from 'class-validator';

/** Of nothing that is seen: blanks, and signs that only join or part others. A name of these alone would be none. */
const invisible = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

const trimmed = Transform(({ value }: { value: unknown }) => {
  if (typeof value !== 'string') return value;
  return invisible.test(value) ? '' : value.trim().normalize('NFC');
});

const onOneLine = Matches(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]*$/u);

/**
 * Form of an input's words on one line, such as a name: trimmed, not empty, without control characters, nor those that
 * turn the direction of writing, by which a name could pass for another.
 */
export function Line(longest: number): PropertyDecorator {
  return applyDecorators(trimmed, IsString(), IsNotEmpty(), MaxLength(longest), onOneLine);
}

/** Form of an input's text of several lines: trimmed, not empty. */
export function Prose(longest: number): PropertyDecorator {
  return applyDecorators(trimmed, IsString(), IsNotEmpty(), MaxLength(longest));
}

/** Form of an input's electronic address. Between quotation marks the standard lets lines be broken: here none is. */
export function EmailAddress(): PropertyDecorator {
  return applyDecorators(trimmed, MaxLength(254), IsEmail(), onOneLine);
}

/** Days are written with four digits for the year, from 0001 to 9999, in whatever time zone. */
const [FIRST_INSTANT, LAST_INSTANT] = [new Date('0001-01-02T00:00:00Z'), new Date('9999-12-30T00:00:00Z')];

/** Form of an input's instant: it falls on a day that can be written. */
export function Instant(): PropertyDecorator {
  return applyDecorators(IsDate(), MinDate(FIRST_INSTANT), MaxDate(LAST_INSTANT));
}

/** So many hexadecimal digits in lowercase, as hashes and the values of a lot are written. */
export function Hexadecimal(digits: number): PropertyDecorator {
  const form = new RegExp(`^[0-9a-f]{${digits}}$`);
  return ValidateBy({
    name: 'hexadecimal',
    constraints: [digits],
    validator: {
      validate: (value) => typeof value === 'string' && form.test(value),
      defaultMessage: () => `must be ${digits} lowercase hexadecimal digits`,
    },
  });
}
