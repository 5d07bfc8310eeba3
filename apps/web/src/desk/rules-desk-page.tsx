import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Page, Section } from '../frame/page.js';
import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.js';
import { REFUSAL } from '../graphql/act.js';
import { ActForm, Pick, TextInput, type Typed } from '../parts/form.js';
import { RuleLink } from '../parts/rule-refusal.js';
import { To } from '../parts/to.js';
import { SecretariatOnly } from './secretariat-only.js';

const RULES = graphql(`
  query RulesDesk {
    charter {
      draft {
        number
      }
      rulesOfProcedure {
        number
        inWords {
          setting
          meaning
          rules
        }
        settings {
          actingMonths
          alternatesAllowed
          blankVotesCountAsCast
          byElectionFullTermMonths
          callOpenDays
          coChairMethod
          collegeVotes
          committeeMethod
          committeeNoticeDays
          committeeSeatsPerCollege {
            government
            civilSociety
          }
          decisionMajority
          extraordinaryRequestShare {
            numerator
            denominator
          }
          extraordinaryWithinDays
          facilitatorsPerCollege
          groupConvocation
          groupNoticeDays
          laterRoundWithinDays
          minutesCirculatedWithinDays
          minutesCommentDays
          minutesRulingDays
          nominationsCloseDaysBefore
          parityFollowed
          plenaryNoticeDays
          pollMaxDays
          presidingOrder
          proxiesPerHolder
          quorumShare {
            numerator
            denominator
          }
          recordedElectionsAllowed
          recusalRequired
          registerUnit
          secondConvocationNoticeDays
          secrecyFloor
          termLimitPerOrganisation
          termLimitPerPerson
          tieRule
          whatWeHeardRequired
        }
      }
    }
  }
`);
type Edition = ResultOf<typeof RULES>['charter']['rulesOfProcedure'];
type Settings = Edition['settings'];
type Setting = keyof Settings;

const DRAFT = graphql(
  `
    mutation DraftRulesOfProcedure($input: DraftRulesOfProcedureInput!) {
      result: draftRulesOfProcedure(input: $input) {
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
type SettingsInput = VariablesOf<typeof DRAFT>['input']['settings'];

/** What may be chosen where words are; for the rest, the value in force tells what it is. */
const CHOICES = {
  coChairMethod: [
    'MAJORITY_TWO_ROUNDS',
    'BLOCK_VOTE',
    'APPROVAL',
    'INSTANT_RUNOFF',
    'MAJORITY_JUDGMENT',
    'SCHULZE',
    'SINGLE_TRANSFERABLE_VOTE',
  ],
  committeeMethod: [
    'BLOCK_VOTE',
    'MAJORITY_TWO_ROUNDS',
    'APPROVAL',
    'INSTANT_RUNOFF',
    'MAJORITY_JUDGMENT',
    'SCHULZE',
    'SINGLE_TRANSFERABLE_VOTE',
  ],
  collegeVotes: ['OWN_COLLEGE', 'PLENARY'],
  decisionMajority: ['DOUBLE', 'SIMPLE'],
  groupConvocation: ['AUTOMATIC', 'SENT_BY_SECRETARIAT'],
  registerUnit: ['MEMBER', 'ORGANISATION'],
  tieRule: ['NONE', 'AGE', 'SENIORITY', 'UNDER_REPRESENTED_GENDER'],
} as const;
type Chosen = keyof typeof CHOICES;
const isChosen = (setting: Setting): setting is Chosen => setting in CHOICES;

/** Where the secretariat drafts the next edition, starting from the one in force. */
export function RulesDeskPage() {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: RULES });
  return (
    <SecretariatOnly>
      <Page title={t('desk.rules.title')} lead={<Paragraph>{t('desk.rules.lead')}</Paragraph>}>
        <Loaded answer={answer} again={again}>
          {({ charter: { draft, rulesOfProcedure } }) => (
            <>
              <Section title={t('desk.rules.now')}>
                <Paragraph>
                  {t('desk.rules.inForce', { number: rulesOfProcedure.number })}{' '}
                  {draft !== null && t('desk.rules.waits', { number: draft.number })}
                </Paragraph>
                <To href="/charter#rules-of-procedure">{t('desk.rules.read')}</To>
              </Section>
              <Section title={t('desk.rules.draft')}>
                <Drafting key={rulesOfProcedure.number} edition={rulesOfProcedure} />
              </Section>
            </>
          )}
        </Loaded>
      </Page>
    </SecretariatOnly>
  );
}

function Drafting({ edition }: { readonly edition: Edition }) {
  const { t } = useTranslation();
  const { settings, inWords } = edition;
  return (
    <ActForm
      document={DRAFT}
      variables={(typed) => ({ input: { settings: settingsIn(typed, edition) } })}
      submit={t('desk.rules.save')}
      done={t('desk.rules.saved')}
    >
      {inWords.map(({ setting, meaning, rules }) => {
        const name = setting as Setting;
        if (Array.isArray(settings[name])) return null;
        return (
          <div key={setting} className="stack">
            <Choosing setting={name} meaning={meaning} value={settings[name]} />
            <Paragraph data-size="sm" className="quiet">
              {rules.map((id, place) => (
                <span key={id}>
                  {place > 0 && ', '}
                  <RuleLink id={id} />
                </span>
              ))}
            </Paragraph>
          </div>
        );
      })}
    </ActForm>
  );
}

/** What may be left empty: no limit, or no day but the session’s own. */
const MAY_BE_EMPTY: readonly Setting[] = [
  'nominationsCloseDaysBefore',
  'termLimitPerOrganisation',
  'termLimitPerPerson',
];
const NONE = 'NONE';

/** The field of one setting, under the name by which the API says what is wrong with it. */
function Choosing({
  setting,
  meaning,
  value,
}: {
  readonly setting: Setting;
  readonly meaning: string;
  readonly value: Settings[Setting];
}) {
  const { t } = useTranslation();
  const name = `settings.${setting}`;
  if (isChosen(setting)) {
    return (
      <Pick
        name={name}
        label={meaning}
        defaultValue={typeof value === 'string' ? value : NONE}
        options={CHOICES[setting].map((choice) => ({
          value: choice,
          label: t(`desk.rules.choice.${choice}`),
        }))}
      />
    );
  }
  if (typeof value === 'boolean') {
    return (
      <Pick
        name={name}
        label={meaning}
        defaultValue={String(value)}
        options={[
          { value: 'true', label: t('desk.rules.yes') },
          { value: 'false', label: t('desk.rules.no') },
        ]}
      />
    );
  }
  if (typeof value === 'object' && value !== null && 'numerator' in value) {
    return (
      <>
        <Whole
          name={`${name}.numerator`}
          label={t('desk.rules.numerator', { meaning })}
          value={value.numerator}
        />
        <Whole
          name={`${name}.denominator`}
          label={t('desk.rules.denominator', { meaning })}
          value={value.denominator}
        />
      </>
    );
  }
  if (typeof value === 'object' && value !== null && 'government' in value) {
    return (
      <>
        <Whole
          name={`${name}.government`}
          label={`${meaning}, ${t('college.GOVERNMENT')}`}
          value={value.government}
        />
        <Whole
          name={`${name}.civilSociety`}
          label={`${meaning}, ${t('college.CIVIL_SOCIETY')}`}
          value={value.civilSociety}
        />
      </>
    );
  }
  const mayBeEmpty = MAY_BE_EMPTY.includes(setting);
  return (
    <Whole
      name={name}
      label={mayBeEmpty ? t('desk.rules.orEmpty', { meaning }) : meaning}
      value={typeof value === 'number' ? value : null}
      required={!mayBeEmpty}
    />
  );
}

function Whole({
  name,
  label,
  value,
  required = true,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: number | null;
  readonly required?: boolean;
}) {
  return (
    <TextInput
      name={name}
      label={label}
      type="number"
      required={required}
      defaultValue={value === null ? '' : String(value)}
    />
  );
}

/** Every setting as the form holds it; the order in which people preside stays as it is. */
function settingsIn(typed: Typed, { settings, inWords }: Edition): SettingsInput {
  const whole = (name: string): number | null => (typed(name) === '' ? null : Number(typed(name)));
  const chosen = ([setting, value]: readonly [Setting, Settings[Setting]]): unknown => {
    const name = `settings.${setting}`;
    if (isChosen(setting)) return typed(name) === NONE ? null : typed(name);
    if (typeof value === 'boolean') return typed(name) === 'true';
    if (Array.isArray(value)) return value;
    if (typeof value === 'object' && value !== null && 'numerator' in value) {
      return { numerator: whole(`${name}.numerator`), denominator: whole(`${name}.denominator`) };
    }
    if (typeof value === 'object' && value !== null && 'government' in value) {
      return { government: whole(`${name}.government`), civilSociety: whole(`${name}.civilSociety`) };
    }
    return whole(name);
  };
  return Object.fromEntries(
    inWords.map(({ setting }) => {
      const name = setting as Setting;
      return [name, chosen([name, settings[name]])];
    }),
  );
}
