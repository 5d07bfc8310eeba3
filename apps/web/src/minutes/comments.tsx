import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { ActForm, Choice, Pick, TextInput } from '../parts/form.js';

export const COMMENTS = graphql(`
  fragment CommentsOfMinutes on Minutes {
    id
    comments {
      id
      section
      text
      member {
        person {
          name
        }
      }
    }
    version {
      number
      sections {
        key
        title
        text
      }
    }
  }
`);

const COMMENT = graphql(
  `
    mutation CommentMinutes($input: CommentMinutesInput!) {
      result: commentMinutes(input: $input) {
        __typename
        ... on Minutes {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const DECIDE = graphql(
  `
    mutation DecideOnComments($input: DecideOnCommentsInput!) {
      result: decideOnComments(input: $input) {
        __typename
        ... on Minutes {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

type Commented = ResultOf<typeof COMMENTS>;
const WHOLE = 'whole';

function useWho({ version: { sections } }: Commented) {
  const { t } = useTranslation();
  return ({ member, section }: Commented['comments'][number]): string =>
    t('minutes.by', {
      name: member.person.name,
      section: sections.find(({ key }) => key === section)?.title ?? t('minutes.whole'),
    });
}

/** What members said, while it is not decided upon: afterwards it stands in the text. */
export function Comments({ minutes }: { readonly minutes: Commented }) {
  const { t } = useTranslation();
  const who = useWho(minutes);
  if (minutes.comments.length === 0) return null;
  return (
    <Section title={t('minutes.comments')}>
      <ul className="items">
        {minutes.comments.map((comment) => (
          <li key={comment.id}>
            <Paragraph>{who(comment)}</Paragraph>
            <Paragraph className="as-typed">{comment.text}</Paragraph>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A member’s comment on one section, or on the whole. */
export function CommentForm({ minutes }: { readonly minutes: Commented }) {
  const { t } = useTranslation();
  return (
    <Section title={t('minutes.comment')}>
      <ActForm
        document={COMMENT}
        variables={(typed) => ({
          input: {
            minutesId: minutes.id,
            section: typed('section') === WHOLE ? null : typed('section'),
            text: typed('text'),
          },
        })}
        submit={t('minutes.send')}
        done={t('minutes.commented')}
      >
        <Pick
          name="section"
          label={t('minutes.about')}
          defaultValue={WHOLE}
          options={[
            { value: WHOLE, label: t('minutes.whole') },
            ...minutes.version.sections.map(({ key, title }) => ({ value: key, label: title })),
          ]}
        />
        <TextInput
          name="text"
          label={t('minutes.commentText')}
          description={t('minutes.commentHint')}
          lines={5}
          required
          maxLength={5000}
        />
      </ActForm>
    </Section>
  );
}

/** The president’s decision on every comment at once, with the text that follows from it. */
export function RulingForm({ minutes }: { readonly minutes: Commented }) {
  const { t } = useTranslation();
  const who = useWho(minutes);
  const { id, comments, version } = minutes;
  return (
    <Section title={t('minutes.decide')}>
      <Paragraph>{t('minutes.decideText')}</Paragraph>
      <ActForm
        document={DECIDE}
        variables={(typed) => {
          const decisions = comments.map((comment) => ({
            commentId: comment.id,
            takenIn: typed(`taken-${comment.id}`) === 'yes',
            reason: typed(`reason-${comment.id}`),
          }));
          const takesIn = decisions.some(({ takenIn }) => takenIn);
          return {
            input: {
              minutesId: id,
              decisions,
              sections: takesIn
                ? version.sections.map(({ key }, index) => ({ key, text: typed(`sections.${index}.text`) }))
                : null,
            },
          };
        }}
        submit={t('minutes.approve')}
        done={t('minutes.decided')}
      >
        {comments.map((comment) => (
          <div className="stack" key={comment.id}>
            <Choice
              name={`taken-${comment.id}`}
              legend={who(comment)}
              description={comment.text}
              options={[
                { value: 'yes', label: t('minutes.takenIn') },
                { value: 'no', label: t('minutes.notTakenIn') },
              ]}
            />
            <TextInput
              name={`reason-${comment.id}`}
              label={`${t('minutes.reason')} (${comment.member.person.name})`}
              required
              maxLength={1000}
            />
          </div>
        ))}
        {version.sections.map(({ key, title, text }, index) => (
          <TextInput
            key={key}
            name={`sections.${index}.text`}
            label={t('minutes.editor.text', { title })}
            lines={4}
            defaultValue={text}
            maxLength={20000}
          />
        ))}
      </ActForm>
    </Section>
  );
}
