import { useTranslation } from 'react-i18next';
import { Choice, languageIn, TextInput, type Typed } from './form.js';

/** Somebody whom the forum may not know yet: how she is named in public, where letters go, in which language. */
export function PersonFields() {
  const { t } = useTranslation();
  return (
    <>
      <TextInput name="name" label={t('person.name')} required maxLength={200} />
      <TextInput name="email" type="email" label={t('person.email')} required maxLength={254} />
      <LanguageChoice defaultValue="FR" />
    </>
  );
}

/** In which language letters go to somebody; `language` in the form. */
export function LanguageChoice({
  defaultValue,
  legend,
}: {
  readonly defaultValue: string;
  /** What is asked, where it is somebody else than the reader. */
  readonly legend?: string;
}) {
  const { t } = useTranslation();
  return (
    <Choice
      name="language"
      legend={legend ?? t('person.language')}
      options={[
        { value: 'FR', label: t('languages.FR') },
        { value: 'EN', label: t('languages.EN') },
      ]}
      defaultValue={defaultValue}
    />
  );
}

/** What {@link PersonFields} hold. */
export const personIn = (typed: Typed) => ({
  name: typed('name'),
  email: typed('email'),
  language: languageIn(typed),
});
