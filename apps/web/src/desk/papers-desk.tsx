import { Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { withFile } from '../graphql/files.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { PAPER, PaperShown } from '../meetings/papers.js';
import { answerFor, type Permitted, WhenPermitted } from '../parts/action.js';
import { ActForm, FileInput, Pick, TextInput } from '../parts/form.js';
import { Rare } from '../parts/rare.js';

export const PAPERS_DESK = graphql(
  `
    fragment PapersDesk on Meeting {
      papers {
        ...PaperShown
        permitted {
          action
          allowed
        }
      }
    }
  `,
  [PAPER],
);

const ATTACH = graphql(
  `
    mutation AttachPaper($input: AttachPaperInput!) {
      result: attachPaper(input: $input) {
        __typename
        ... on Paper {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const REPLACE = graphql(
  `
    mutation ReplacePaper($input: ReplacePaperInput!) {
      result: replacePaper(input: $input) {
        __typename
        ... on Paper {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const WITHDRAW = graphql(
  `
    mutation WithdrawPaper($input: WithdrawPaperInput!) {
      result: withdrawPaper(input: $input) {
        __typename
        ... on Paper {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

interface Item {
  readonly id: string;
  readonly title: string;
}

/** What whoever keeps the agenda does with its papers: attach, replace, withdraw. */
export function PapersDesk({
  meeting,
  items,
  onDone,
}: {
  readonly meeting: ResultOf<typeof PAPERS_DESK> & {
    readonly id: string;
    readonly permitted: readonly Permitted[];
  };
  /** Of the agenda that stands published, then those of the draft alone. */
  readonly items: readonly Item[];
  /** Once something changed. */
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const { id: meetingId, permitted, papers } = meeting;
  if (papers.length === 0 && (items.length === 0 || answerFor(permitted, 'attachPaper') === null))
    return null;
  return (
    <Section title={t('paper.title')}>
      <Paragraph>{t('paper.deskLead')}</Paragraph>
      {papers.length > 0 && (
        <ul className="items">
          {papers.map((paper) => (
            <li key={paper.id}>
              <Paragraph className="quiet" data-size="sm">
                {items.find(({ id }) => id === paper.itemId)?.title ?? t('paper.itemRemoved')}
              </Paragraph>
              <PaperShown paper={paper} />
              <Changing paper={paper} onDone={onDone} />
            </li>
          ))}
        </ul>
      )}
      {items.length > 0 && (
        <WhenPermitted permitted={permitted} action="attachPaper" label={t('paper.attachOne')}>
          <Rare label={t('paper.attachOne')}>
            <Attaching meetingId={meetingId} items={items} onDone={onDone} />
          </Rare>
        </WhenPermitted>
      )}
    </Section>
  );
}

function Attaching({
  meetingId,
  items,
  onDone,
}: {
  readonly meetingId: string;
  readonly items: readonly Item[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  return (
    <ActForm
      document={ATTACH}
      variables={(typed) =>
        withFile(
          {
            input: {
              meetingId,
              itemId: typed('itemId'),
              titleFr: typed('titleFr'),
              titleEn: typed('titleEn'),
              fileName: file?.name ?? '',
              membersOnlyReason: typed('membersOnlyReason') || null,
            },
          },
          file,
        )
      }
      submit={t('paper.attach')}
      done={t('paper.attached')}
      onDone={onDone}
    >
      <Pick
        name="itemId"
        label={t('paper.item')}
        options={items.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextInput name="titleFr" label={t('paper.titleFr')} required maxLength={200} />
      <TextInput name="titleEn" label={t('paper.titleEn')} required maxLength={200} />
      <PaperFile label={t('paper.chooseFile')} onChoose={setFile} />
      <TextInput
        name="membersOnlyReason"
        label={t('paper.reserve')}
        description={t('paper.reserveHint')}
        maxLength={300}
      />
    </ActForm>
  );
}

/** The extensions of the formats that the API takes. */
const ACCEPTED = '.pdf,.odt,.docx,.ods,.xlsx,.csv,.png,.jpg,.jpeg,.md,.markdown,.txt';
/** In bytes, as the API has it. */
const LARGEST = 10 * 1024 * 1024;

function PaperFile({
  label,
  onChoose,
}: {
  readonly label: string;
  readonly onChoose: (file: File | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <FileInput
      name="file"
      label={label}
      description={t('paper.fileHint')}
      accept={ACCEPTED}
      largest={LARGEST}
      tooLarge={t('paper.tooLarge')}
      onChoose={onChoose}
    />
  );
}

function Changing({
  paper: { id: paperId, title, versions, permitted },
  onDone,
}: {
  readonly paper: ResultOf<typeof PAPERS_DESK>['papers'][number];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const may = (action: string): boolean => permitted.some((one) => one.action === action && one.allowed);
  return (
    <>
      {may('replacePaper') && (
        <Rare label={t('paper.replace', { title })}>
          <ActForm
            document={REPLACE}
            variables={() =>
              withFile(
                {
                  input: { paperId, basedOnVersion: versions[0]?.number ?? 0, fileName: file?.name ?? '' },
                },
                file,
              )
            }
            submit={t('paper.replaceSubmit')}
            done={t('paper.replaceDone')}
            onDone={onDone}
          >
            <PaperFile label={t('paper.newFile')} onChoose={setFile} />
          </ActForm>
        </Rare>
      )}
      {may('withdrawPaper') && (
        <Rare label={t('paper.withdraw', { title })}>
          <ActForm
            document={WITHDRAW}
            variables={(typed) => ({ input: { paperId, reason: typed('reason') } })}
            submit={t('paper.withdrawSubmit')}
            done={t('paper.withdrawDone')}
            onDone={onDone}
          >
            <TextInput
              name="reason"
              label={t('paper.withdrawReason')}
              description={t('paper.withdrawHint')}
              required
              maxLength={300}
            />
          </ActForm>
        </Rare>
      )}
    </>
  );
}
