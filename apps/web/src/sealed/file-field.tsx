import { Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';

/** Asks for a file of the reader’s device; its mistake is read out with it. */
export function FileField({
  id,
  name,
  label,
  accept,
  error,
}: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly accept: string;
  readonly error?: string;
}) {
  return (
    <Field>
      <Label htmlFor={id}>{label}</Label>
      <Input
        id={id}
        type="file"
        name={name}
        accept={accept}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      />
      {error !== undefined && (
        <ValidationMessage id={`${id}-error`} role="alert">
          {error}
        </ValidationMessage>
      )}
    </Field>
  );
}
