import { type Day, day, instantAt } from '@hemicycle/kernel';
import { useTranslation } from 'react-i18next';
import { TextInput, type Typed } from './form.js';

/** A day and a time by the clock of the forum, wherever the form is filled in. */
export function When({
  label,
  day: proposed,
  time,
  description,
}: {
  readonly label: string;
  /** The day proposed. */
  readonly day?: Day;
  /** The time proposed. */
  readonly time?: string;
  readonly description?: string;
}) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        name="day"
        type="date"
        label={label}
        description={description}
        required
        defaultValue={proposed}
      />
      <TextInput name="time" type="time" label={t('form.time')} required defaultValue={time} />
    </>
  );
}

/** The instant that {@link When} holds, in ISO 8601. */
export const instantIn = (typed: Typed, timeZone: string): string =>
  instantAt(day(typed('day')), typed('time'), timeZone).toISOString();

/** The day in a field of type `date`. */
export const dayIn = (typed: Typed, name: string): Day => day(typed(name));
