import { Paragraph } from '@digdir/designsystemet-react';
import { COLLEGES, type College } from '@hemicycle/kernel';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useLocation } from 'wouter';
import type { Me } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql } from '../graphql/graphql.js';
import { type Somebody, useEverybody } from '../members/everybody.js';
import { ActForm, Pick, TextInput, type Typed } from '../parts/form.js';
import { RuleLink } from '../parts/rule-refusal.js';

const PROPOSERS = ['SECRETARIAT', 'CO_CHAIR', 'COMMITTEE_MEMBER'] as const;

/** Groups and their facilitators are proposed by the secretariat and the management committee. */
export const mayPropose = (me: Me | null): boolean =>
  me !== null && PROPOSERS.some((role) => me.roles.includes(role));

const SEATS = graphql(`
  query FacilitatorsPerCollege {
    charter {
      rulesOfProcedure {
        settings {
          facilitatorsPerCollege
        }
      }
    }
  }
`);

const PROPOSE = graphql(
  `
    mutation ProposeWorkingGroup($input: ProposeWorkingGroupInput!) {
      result: proposeWorkingGroup(input: $input) {
        __typename
        ... on WorkingGroup {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

const NAME = graphql(
  `
    mutation ProposeFacilitator($input: ProposeFacilitatorInput!) {
      result: proposeFacilitator(input: $input) {
        __typename
        ... on WorkingGroup {
          id
          facilitatorProposals {
            id
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

const optionsOf = (members: readonly Somebody[], college: College) =>
  members
    .filter((member) => member.college === college)
    .map(({ id, person, organisation }) => ({
      value: id,
      label: `${person.name} (${organisation.name})`,
    }));

/** Numbers as they are typed: « 3, 12 ». */
const numbersIn = (typed: string): number[] =>
  typed
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(Number);

/** A group as the plenary would set it up. */
export function ProposingAGroup() {
  const [everybody, again] = useEverybody();
  return (
    <Loaded answer={everybody} again={again}>
      {(members) => <Proposing members={members} />}
    </Loaded>
  );
}

function Proposing({ members }: { readonly members: readonly Somebody[] }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [answer, again] = useQuery({ query: SEATS });
  return (
    <Loaded answer={answer} again={again}>
      {({ charter }) => {
        const seats = COLLEGES.flatMap((college) =>
          Array.from({ length: charter.rulesOfProcedure.settings.facilitatorsPerCollege }, (_, place) => ({
            college,
            name: `${college}-${place}`,
          })),
        );
        const input = (typed: Typed) => ({
          themeFr: typed('themeFr'),
          themeEn: typed('themeEn'),
          commitments: numbersIn(typed('commitments')),
          facilitatorIds: seats.map(({ name }) => typed(name)),
        });
        return (
          <ActForm
            document={PROPOSE}
            variables={(typed) => ({ input: input(typed) })}
            submit={t('groups.proposeIt')}
            done={t('groups.proposedNow')}
            onDone={(group) => {
              if (group.__typename === 'WorkingGroup') go(`/groups/${group.id}`);
            }}
          >
            <Paragraph>
              {t('groups.proposeText')} <RuleLink id="WORKING-GROUP-SETUP" />
            </Paragraph>
            <TextInput name="themeFr" label={t('groups.themeFr')} required maxLength={200} />
            <TextInput name="themeEn" label={t('groups.themeEn')} required maxLength={200} />
            <TextInput
              name="commitments"
              label={t('groups.commitments')}
              description={t('groups.commitmentsHint')}
              pattern="[0-9]{1,3}([ ,;]+[0-9]{1,3})*"
              required
            />
            {seats.map(({ college, name }) => (
              <Pick
                key={name}
                name={name}
                label={t('groups.facilitatorOf', { college: t(`college.${college}`) })}
                options={optionsOf(members, college)}
              />
            ))}
          </ActForm>
        );
      }}
    </Loaded>
  );
}

/** A facilitator whom the next plenary would name to a group at work. */
export function ProposingAFacilitator({
  groupId,
  inOffice,
}: {
  readonly groupId: string;
  readonly inOffice: readonly { readonly id: string; readonly college: College; readonly name: string }[];
}) {
  const { t } = useTranslation();
  const [everybody, again] = useEverybody();
  const nobody = 'NOBODY';
  return (
    <Loaded answer={everybody} again={again}>
      {(members) => (
        <ActForm
          document={NAME}
          variables={(typed) => ({
            input: {
              groupId,
              memberId: typed('memberId'),
              replacesId: typed('replacesId') === nobody ? null : typed('replacesId'),
            },
          })}
          submit={t('groups.nameIt')}
          done={t('groups.named')}
        >
          <Paragraph>
            {t('groups.nameText')} <RuleLink id="WORKING-GROUP-SETUP" />
          </Paragraph>
          <Pick
            name="memberId"
            label={t('groups.newFacilitator')}
            options={COLLEGES.flatMap((college) => optionsOf(members, college))}
          />
          <Pick
            name="replacesId"
            label={t('groups.inPlaceOf')}
            defaultValue={nobody}
            options={[
              { value: nobody, label: t('groups.vacantSeat') },
              ...inOffice.map(({ id, name, college }) => ({
                value: id,
                label: `${name}, ${t(`college.${college}`)}`,
              })),
            ]}
          />
        </ActForm>
      )}
    </Loaded>
  );
}
