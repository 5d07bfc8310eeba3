import { Textfield } from '@digdir/designsystemet-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';

/** Asks a trustee for the seed that she wrote down. */
export function SeedField({
  ref,
  missing,
}: {
  readonly ref: Ref<HTMLInputElement>;
  readonly missing: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Textfield
      ref={ref}
      label={t('sealed.trustee.seedAsked')}
      description={t('sealed.trustee.seedAskedHint')}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      error={missing ? t('sealed.trustee.seedMissing') : undefined}
    />
  );
}

/** The seed typed, null when it cannot be one: 22 characters in base 58. */
export function seedIn(field: HTMLInputElement | null): string | null {
  const typed = field?.value.replaceAll(/\s/g, '') ?? '';
  return /^[1-9A-HJ-NP-Za-km-z]{22}$/.test(typed) ? typed : null;
}
