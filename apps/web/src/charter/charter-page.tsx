import { Card, Details, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Page, Section } from '../frame/page.js';
import { useHere } from '../frame/forum.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { Action, PERMITTED } from '../parts/action.js';
import { useDay } from '../parts/day-text.js';
import { Rows } from '../parts/table.js';

const CHARTER = graphql(
  `
    query Charter {
      charter {
        draft {
          id
          number
          inWords {
            setting
            meaning
            value
            rules
          }
          permitted {
            ...Permitted
          }
        }
        rules {
          id
          statement
          kind
          effects
          source {
            document
            passage
          }
        }
        rulesOfProcedure {
          inWords {
            setting
            meaning
            value
            rules
          }
        }
        editions {
          number
          inForceFromOn
          inForceUntilOn
          adoptedBy
          inWords {
            setting
            meaning
            value
            rules
          }
        }
      }
    }
  `,
  [PERMITTED],
);

const APPROVE = graphql(
  `
    mutation ApproveRulesOfProcedure($input: ApproveRulesOfProcedureInput!) {
      result: approveRulesOfProcedure(input: $input) {
        __typename
        ... on RulesOfProcedure {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

type Charter = ResultOf<typeof CHARTER>['charter'];
type Rule = Charter['rules'][number];
type Edition = Charter['editions'][number];
type Draft = NonNullable<Charter['draft']>;

/** Every rule of the forum under its own anchor, then the rules of procedure by edition. */
export function CharterPage() {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: CHARTER });
  return (
    <Loaded answer={answer} again={again}>
      {({ charter }) => (
        <Page title={t('charter.title')} lead={<Paragraph>{t('charter.lead')}</Paragraph>}>
          <Details>
            <Details.Summary>{t('charter.contents')}</Details.Summary>
            <Details.Content>
              <ul className="columns">
                {charter.rules.map(({ id }) => (
                  <li key={id}>
                    <a className="ds-link" href={`#${id}`}>
                      {id}
                    </a>
                  </li>
                ))}
              </ul>
            </Details.Content>
          </Details>
          <Section title={t('charter.rules')}>
            {charter.rules.map((rule) => (
              <RuleShown
                key={rule.id}
                rule={rule}
                settings={charter.rulesOfProcedure.inWords.filter(({ rules }) => rules.includes(rule.id))}
              />
            ))}
          </Section>
          <Section title={t('charter.procedure')} id="rules-of-procedure">
            {charter.draft !== null && <DraftShown draft={charter.draft} />}
            {charter.editions.toReversed().map((edition, place) => (
              <EditionShown key={edition.number} edition={edition} latest={place === 0} />
            ))}
          </Section>
        </Page>
      )}
    </Loaded>
  );
}

function RuleShown({
  rule: { id, statement, kind, effects, source },
  settings,
}: {
  readonly rule: Rule;
  readonly settings: Charter['rulesOfProcedure']['inWords'];
}) {
  const { t } = useTranslation();
  return (
    <Card id={id} asChild>
      <article>
        <div className="stack">
          <div className="row">
            <Heading level={3} data-size="2xs">
              {id}
            </Heading>
            <Tag data-color={kind === 'FIXED' ? 'accent' : 'neutral'}>{t(`charter.kind.${kind}`)}</Tag>
          </div>
          <Paragraph>{statement}</Paragraph>
          <Paragraph data-size="sm" className="quiet">
            {effects.map((effect) => t(`charter.effect.${effect}`)).join(' ; ')}
          </Paragraph>
          {settings.length > 0 && (
            <ul className="items">
              {settings.map(({ setting, meaning, value }) => (
                <li key={setting}>
                  {meaning}
                  {t('colon')}
                  <strong>{value}</strong>
                </li>
              ))}
            </ul>
          )}
          <ul className="items">
            {source.map(({ document, passage }) => (
              <li key={document + passage}>
                {document}
                {t('colon')}
                {passage}
              </li>
            ))}
          </ul>
        </div>
      </article>
    </Card>
  );
}

function EditionShown({ edition, latest }: { readonly edition: Edition; readonly latest: boolean }) {
  const { t } = useTranslation();
  const inWords = useDay();
  const { number, inForceFromOn: from, inForceUntilOn: until, adoptedBy } = edition;
  const force =
    from === null
      ? null
      : until === null
        ? t('charter.inForce', { from: inWords(from) })
        : t('charter.was', { from: inWords(from), until: inWords(until) });
  return (
    <Details defaultOpen={latest}>
      <Details.Summary>
        {t('charter.edition', { number })}
        {force !== null && `, ${force}`}
      </Details.Summary>
      <Details.Content>
        <div className="stack">
          <Paragraph>
            {adoptedBy === null ? t('charter.defaults') : t(`charter.adopted.${adoptedBy}`)}
          </Paragraph>
          <Settings number={number} inWords={edition.inWords} />
        </div>
      </Details.Content>
    </Details>
  );
}

function Settings({ number, inWords }: { readonly number: number; readonly inWords: Edition['inWords'] }) {
  const { t } = useTranslation();
  return (
    <Rows
      caption={t('charter.settingsCaption', { number })}
      rows={inWords}
      keyOf={({ setting }) => setting}
      columns={[
        { heading: t('charter.setting'), cell: ({ meaning }) => meaning },
        { heading: t('charter.value'), cell: ({ value }) => value },
        {
          heading: t('charter.readBy'),
          cell: ({ rules }) =>
            rules.map((id, place) => (
              <span key={id}>
                {place > 0 && ', '}
                <a className="ds-link" href={`#${id}`}>
                  {id}
                </a>
              </span>
            )),
        },
      ]}
    />
  );
}

/** What waits for its adoption: by the founding working group, for edition 1. */
function DraftShown({ draft: { id, number, inWords, permitted } }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const { me } = useHere();
  return (
    <Details defaultOpen>
      <Details.Summary>{t('charter.draft', { number })}</Details.Summary>
      <Details.Content>
        <div className="stack">
          {id !== null && me?.roles.includes('FOUNDING_GROUP') && (
            <Action
              permitted={permitted}
              action="approveRulesOfProcedure"
              document={APPROVE}
              variables={{ input: { editionId: id } }}
              label={t('charter.approve')}
              done={t('charter.approved')}
            />
          )}
          <Settings number={number} inWords={inWords} />
        </div>
      </Details.Content>
    </Details>
  );
}
