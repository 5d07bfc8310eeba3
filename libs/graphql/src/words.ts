import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsEmail, IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';

const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim().normalize('NFC') : value,
);

/** Form of an input's words on one line, such as a name: trimmed, not empty, without control characters. */
export function Line(longest: number): PropertyDecorator {
  return applyDecorators(
    trimmed,
    IsString(),
    IsNotEmpty(),
    MaxLength(longest),
    Matches(/^\P{Cc}*$/u, { message: '$property must be one line, without control characters' }),
  );
}

/** Form of an input's text of several lines: trimmed, not empty. PostgreSQL has no text with a NUL in it. */
export function Prose(longest: number): PropertyDecorator {
  return applyDecorators(
    trimmed,
    IsString(),
    IsNotEmpty(),
    MaxLength(longest),
    Matches(/^[^\0]*$/, { message: '$property must not contain NUL' }),
  );
}

/** Form of an input's electronic address. */
export function EmailAddress(): PropertyDecorator {
  return applyDecorators(trimmed, MaxLength(254), IsEmail());
}
