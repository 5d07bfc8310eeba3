import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hindrance, Refusal } from '../graphql/act.js';
import { Problem } from './problem.js';
import { useSpaced } from './spaced.js';
import { To } from './to.js';

/** A rule by its name, which leads to its text in the charter. */
export function RuleLink({ id }: { readonly id: string }) {
  return <To href={`/charter#${id}`}>{id}</To>;
}

/** After what is said, the rule that it comes from. */
export function ByRule({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <>
      ({t('action.rule')} <RuleLink id={id} />)
    </>
  );
}

/** The charter’s refusal: every rule broken, with the reason, what the rule says and where it comes from. */
function RuleRefusal({
  refusal,
  ref,
}: {
  readonly refusal: Refusal;
  readonly ref: React.Ref<HTMLDivElement>;
}) {
  const { t } = useTranslation();
  const spaced = useSpaced();
  const id = useId();
  return (
    <Alert data-color="warning" role="alert" aria-labelledby={id} ref={ref} tabIndex={-1}>
      <div className="stack">
        <Heading level={2} data-size="2xs" id={id}>
          {t('refusal.title')}
        </Heading>
        {refusal.violations.map(({ reason, rule }) => (
          <div className="stack" key={rule.id + reason}>
            <Paragraph>
              <strong>{spaced(reason)}</strong>
            </Paragraph>
            <Paragraph data-size="sm">
              {t('refusal.rule')} <RuleLink id={rule.id} />
              {t('colon')}
              {spaced(rule.statement)}
            </Paragraph>
            <Paragraph data-size="sm">
              {t('refusal.source', {
                source: rule.source.map(({ document, passage }) => `${document}, ${passage}`).join(' ; '),
              })}
            </Paragraph>
          </div>
        ))}
      </div>
    </Alert>
  );
}

/** Why an act was not done; it takes the focus when it appears. */
export function Hindered({ by }: { readonly by: Hindrance | null }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (by !== null) place.current?.focus();
  }, [by]);
  if (by === null) return null;
  return by.kind === 'refused' ? (
    <RuleRefusal refusal={by.refusal} ref={place} />
  ) : (
    <Problem error={by.error} ref={place} />
  );
}
