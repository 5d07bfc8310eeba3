import { Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';

/** Asks for a file of the reader’s device. */
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
      <Input id={id} type="file" name={name} accept={accept} aria-invalid={error !== undefined} />
      {error !== undefined && <ValidationMessage role="alert">{error}</ValidationMessage>}
    </Field>
  );
}
