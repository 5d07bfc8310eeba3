import {
  Alert,
  Button,
  Checkbox,
  Field,
  Fieldset,
  Label,
  Paragraph,
  Select,
  Tag,
  Textfield,
} from '@digdir/designsystemet-react';
import { COLLEGES } from '@hemicycle/kernel';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useKept } from '../frame/loaded.js';
import { useTell } from '../frame/notice.js';
import { REFUSAL, useAct } from '../graphql/act.js';
import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.js';
import { itemKind } from '../meetings/agenda.js';
import { type Draft, type ListUnderWork, PlaceButtons, useListUnderWork } from '../parts/list-under-work.js';
import { useEvery } from '../parts/pages.js';
import { Hindered } from '../parts/rule-refusal.js';
import { joinedAgenda, sameItem } from './joined-agenda.js';

export const AGENDA_DRAFT = graphql(`
  fragment AgendaDraft on Agenda {
    version
    items {
      id
      kind
      office
      college
      subject
      objectId
      presentsResults
      reportOfId
      plannedMinutes
      title
      titleFr: title(language: FR)
      titleEn: title(language: EN)
    }
  }
`);

const DRAFT = graphql(
  `
    mutation DraftAgenda($input: DraftAgendaInput!) {
      result: draftAgenda(input: $input) {
        __typename
        ... on Meeting {
          id
          agenda {
            ...AgendaDraft
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL, AGENDA_DRAFT],
);
type Written = ResultOf<typeof AGENDA_DRAFT>;
type WrittenItem = Written['items'][number];

export type Item = VariablesOf<typeof DRAFT>['input']['items'][number];

const OBJECTS = graphql(`
  query ObjectsOfDecisions {
    charter {
      draft {
        id
        number
      }
    }
    committee {
      coChairs {
        ...MandateToEnd
      }
      members {
        ...MandateToEnd
      }
    }
  }
  fragment MandateToEnd on Mandate {
    id
    office
    college
    holder {
      person {
        name
      }
    }
  }
`);

const GROUPS = graphql(`
  query GroupsToDecideOn($state: WorkingGroupState!, $after: String) {
    workingGroups(state: $state, first: 50, after: $after) {
      nodes {
        id
        theme
        facilitatorProposals {
          id
          withGroup
          member {
            id
            person {
              name
            }
          }
        }
        facilitators {
          endedOn
          holder {
            id
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const LEFT = graphql(`
  query ItemsLeft($id: ID!) {
    meeting(id: $id) {
      id
      itemsLeft {
        kind
        office
        college
        subject
        objectId
        presentsResults
        reportOfId
        plannedMinutes
        title
        titleFr: title(language: FR)
        titleEn: title(language: EN)
        why
      }
    }
  }
`);

const KINDS = ['INFORMATION', 'DISCUSSION', 'DECISION', 'ELECTION'] as const;
/** The kinds of items that present results and collect comments. */
const PRESENTING: readonly Item['kind'][] = ['INFORMATION', 'DISCUSSION'];
const SEATS = (['CO_CHAIR', 'COMMITTEE_MEMBER'] as const).flatMap((office) =>
  COLLEGES.map((college) => ({ office, college })),
);
/** An item read is one to write, without what the client of the API added to it, which the API would not take back. */
const kept = ({
  id,
  kind,
  office,
  college,
  subject,
  objectId,
  presentsResults,
  reportOfId,
  plannedMinutes,
  titleFr,
  titleEn,
}: Item): Item => ({
  id,
  kind,
  office,
  college,
  subject,
  objectId,
  presentsResults,
  reportOfId,
  plannedMinutes,
  titleFr,
  titleEn,
});

/** The longest that an item is planned to take, in minutes. */
const LONGEST = 600;
/** Minutes as they are typed; null: nobody said. Undefined: no such number. */
const minutesTyped = (typed: string): number | null | undefined => {
  if (typed.trim() === '') return null;
  const minutes = Number(typed);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST ? minutes : undefined;
};
export const asItem = (item: Partial<Item>): Item => ({
  kind: 'INFORMATION',
  titleFr: '',
  titleEn: '',
  presentsResults: false,
  plannedMinutes: null,
  ...item,
});

/**
 * The agenda as the secretariat writes it: items are added, moved by buttons and removed, then saved together. What somebody
 * else saves meanwhile is shown beside it; nothing is lost.
 */
export function AgendaEditor({
  meetingId,
  agenda,
  ofAGroup,
}: {
  readonly meetingId: string;
  readonly agenda: Written | null;
  /** A working group elects nobody, and changes nothing of the forum. */
  readonly ofAGroup: boolean;
}) {
  const { t } = useTranslation();
  const tell = useTell();
  const { act, underWay, hindrance } = useAct(DRAFT);
  const begun = (written: Written | null): readonly Item[] => written?.items.map(kept) ?? [asItem({})];
  /** The version that the drafts began with; null: none was saved. */
  const [base, setBase] = useState(agenda);
  const list = useListUnderWork('desk.meeting', () => begun(agenda));
  const { drafts, changed, focusOn } = list;
  const items = drafts.map(({ item }) => item);
  const [incomplete, setIncomplete] = useState(false);

  const replaced = base?.version ?? 0;
  function begin(written: Written | null): void {
    setBase(written);
    list.begin(begun(written));
    setIncomplete(false);
  }
  // Whoever has written nothing yet starts from what others saved.
  useEffect(() => {
    if (!changed && (agenda?.version ?? 0) > replaced) begin(agenda);
  }, [agenda?.version]);

  /** Puts an item of the other version in the place of one's own. */
  function take(item: WrittenItem): void {
    list.write(items.map((own) => (own.id === item.id ? kept(item) : own)));
    list.say(t('desk.meeting.taken', item));
  }
  function join(other: Written): void {
    list.write(joinedAgenda(items, base?.items.map(kept) ?? [], other.items.map(kept)));
    setBase(other);
    focusOn('save');
  }
  function carryOver(left: readonly Item[]): void {
    // The editor’s one empty item, which nobody wrote, gives way.
    const written = items.filter(({ id, titleFr, titleEn }) => id || titleFr || titleEn);
    list.add(left.map(kept), 'kind', written);
    list.say(t('desk.meeting.carriedOver', { count: left.length }));
  }

  async function save(): Promise<void> {
    const empty = drafts.find(({ item }) => item.titleFr.trim() === '' || item.titleEn.trim() === '');
    setIncomplete(empty !== undefined);
    if (empty !== undefined) {
      focusOn(`${empty.item.titleFr.trim() === '' ? 'fr' : 'en'}-${empty.key}`);
      return;
    }
    const input = { meetingId, basedOnVersion: replaced, items };
    const given = await act({ input });
    if (given?.__typename !== 'Meeting' || given.agenda === null) return;
    begin(given.agenda);
    tell(t('desk.meeting.saved', { version: given.agenda.version }));
  }

  return (
    <div className="stack" ref={list.editor}>
      <Paragraph>{t(ofAGroup ? 'desk.meeting.draftLeadOfGroup' : 'desk.meeting.draftLead')}</Paragraph>
      {/* One’s own saving may be heard of before it is answered. */}
      {agenda !== null && changed && !underWay && agenda.version > replaced && (
        <SavedMeanwhile
          base={base}
          other={agenda}
          drafts={drafts}
          onTake={take}
          onJoin={() => join(agenda)}
        />
      )}
      <CarriedOver meetingId={meetingId} drafts={drafts} onCarryOver={carryOver} />
      <ol className="plain stack">
        {drafts.map((draft, place) => (
          <li key={draft.key}>
            <ItemEditor
              list={list}
              draft={draft}
              place={place}
              incomplete={incomplete}
              ofAGroup={ofAGroup}
              hearsReports={!ofAGroup}
            />
          </li>
        ))}
      </ol>
      <div role="status" className="ds-sr-only">
        {list.said}
      </div>
      {incomplete && (
        <Alert data-color="danger" role="alert">
          {t('desk.meeting.incomplete')}
        </Alert>
      )}
      {changed && <Paragraph className="quiet">{t('desk.meeting.unsaved')}</Paragraph>}
      <div className="row">
        <Button variant="secondary" onClick={() => list.add([asItem({})], 'kind')} data-control="add">
          {t('desk.meeting.add')}
        </Button>
        <Button loading={underWay} onClick={() => void save()} data-control="save">
          {t('desk.meeting.save')}
        </Button>
      </div>
      <Hindered by={hindrance} />
    </div>
  );
}

/** What the other version makes of an item, and whether the writer rewrote it too: her words stay, unless she takes the other ones. */
interface ItemChange {
  readonly item: WrittenItem;
  readonly kind: 'ADDED' | 'CHANGED' | 'REMOVED';
  readonly rewritten: boolean;
}

/** What somebody else saved while this was being written: which items it changes, and the two versions made one. */
function SavedMeanwhile({
  base,
  other,
  drafts,
  onTake,
  onJoin,
}: {
  readonly base: Written | null;
  readonly other: Written;
  readonly drafts: readonly Draft<Item>[];
  readonly onTake: (item: WrittenItem) => void;
  readonly onJoin: () => void;
}) {
  const { t } = useTranslation();
  const formerly = new Map(base?.items.map((item) => [item.id, item]));
  const now = new Set(other.items.map(({ id }) => id));
  const changes: readonly ItemChange[] = [
    ...other.items.flatMap((item): ItemChange[] => {
      const before = formerly.get(item.id);
      if (before === undefined) return [{ item, kind: 'ADDED', rewritten: false }];
      if (sameItem(kept(before), kept(item))) return [];
      const own = drafts.find(({ item: { id } }) => id === item.id)?.item;
      const rewritten = own !== undefined && !sameItem(own, kept(before)) && !sameItem(own, kept(item));
      return [{ item, kind: 'CHANGED', rewritten }];
    }),
    ...[...formerly.values()]
      .filter(({ id }) => !now.has(id))
      .map((item): ItemChange => ({ item, kind: 'REMOVED', rewritten: false })),
  ];
  return (
    <Alert data-color="warning" role="alert">
      <div className="stack">
        <Paragraph>{t('desk.meeting.savedMeanwhile', { version: other.version })}</Paragraph>
        {changes.length === 0 ? (
          <Paragraph>{t('desk.meeting.sameItems')}</Paragraph>
        ) : (
          <ul className="items">
            {changes.map(({ item, kind, rewritten }) => (
              <li key={item.id}>
                {item.title} <Tag data-color="info">{t(`meeting.change.${kind}`)}</Tag>{' '}
                {rewritten && (
                  <Button
                    variant="secondary"
                    data-size="sm"
                    aria-label={t('desk.meeting.takeOne', item)}
                    onClick={() => onTake(item)}
                  >
                    {t('desk.meeting.take')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        <div className="row">
          <Button onClick={onJoin}>{t('desk.meeting.join')}</Button>
        </div>
      </div>
    </Alert>
  );
}

/** What earlier sessions left, to be added by one action; nothing once the agenda carries all of it. */
function CarriedOver({
  meetingId,
  drafts,
  onCarryOver,
}: {
  readonly meetingId: string;
  readonly drafts: readonly Draft<Item>[];
  readonly onCarryOver: (items: readonly Item[]) => void;
}) {
  const { t } = useTranslation();
  const [answer] = useQuery({ query: LEFT, variables: { id: meetingId } });
  const { data } = useKept(answer);
  const missing = (data?.meeting?.itemsLeft ?? []).filter(
    (left) => !drafts.some(({ item }) => item.kind === left.kind && sameMatter(item, left)),
  );
  if (missing.length === 0) return null;
  return (
    <div className="item stack">
      <Paragraph>{t('desk.meeting.left')}</Paragraph>
      <ul className="items">
        {missing.map(({ title, why }) => (
          <li key={title}>
            {title}
            <Paragraph className="quiet" data-size="sm">
              {why}
            </Paragraph>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button variant="secondary" onClick={() => onCarryOver(missing.map(asLeft))}>
          {t('desk.meeting.carryOver', { count: missing.length })}
        </Button>
      </div>
    </div>
  );
}

type Left = NonNullable<ResultOf<typeof LEFT>['meeting']>['itemsLeft'][number];

/** An election is of its seat, a decision of its subject, whatever they are called; the rest is of its title. */
const sameMatter = (item: Item, left: Left): boolean =>
  left.kind === 'ELECTION'
    ? item.office === left.office && item.college === left.college
    : left.subject === null
      ? item.titleFr.trim() === left.titleFr
      : item.subject === left.subject && (item.objectId ?? null) === left.objectId;

const asLeft = ({ title: _title, why: _why, ...item }: Left): Item => item;

/** One item of an agenda: what it asks, its titles, its place. */
export function ItemEditor({
  list,
  draft: { key, item },
  place,
  incomplete,
  ofAGroup = false,
  hearsReports = false,
}: {
  readonly list: ListUnderWork<Item>;
  readonly draft: Draft<Item>;
  /** Its place on the list, from 0. */
  readonly place: number;
  readonly incomplete: boolean;
  readonly ofAGroup?: boolean;
  /** Whether an item may hear the report of a group: a plenary's, but not those of a request of members. */
  readonly hearsReports?: boolean;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState(item.plannedMinutes?.toString() ?? '');
  const onRewrite = (part: Partial<Item>): void => list.rewrite(key, part);
  const missing = (title: string) => (incomplete && title.trim() === '' ? t('form.missing') : undefined);
  return (
    <Fieldset className="item">
      <Fieldset.Legend>{t('desk.meeting.item', { position: place + 1 })}</Fieldset.Legend>
      <div className="grid">
        <Field>
          <Label>{t('desk.meeting.kind')}</Label>
          <Select
            id={`${id}-kind`}
            data-control={`kind-${key}`}
            value={item.kind}
            onChange={({ target }) => {
              const kind = KINDS.find((one) => one === target.value) ?? 'INFORMATION';
              onRewrite({
                kind,
                office: null,
                college: null,
                subject: null,
                objectId: null,
                presentsResults: item.presentsResults && PRESENTING.includes(kind),
                reportOfId: PRESENTING.includes(kind) ? (item.reportOfId ?? null) : null,
                ...(kind === 'ELECTION' && SEATS[0]),
              });
            }}
          >
            {KINDS.filter((kind) => kind !== 'ELECTION' || !ofAGroup).map((kind) => (
              <Select.Option key={kind} value={kind}>
                {t(itemKind(kind, ofAGroup))}
              </Select.Option>
            ))}
          </Select>
        </Field>
        {item.kind === 'DECISION' && !ofAGroup && <Subject item={item} onRewrite={onRewrite} />}
        {item.kind === 'ELECTION' && (
          <Field>
            <Label>{t('desk.meeting.seat')}</Label>
            <Select
              id={`${id}-seat`}
              value={`${item.office} ${item.college}`}
              onChange={({ target }) => {
                const seat = SEATS.find(({ office, college }) => `${office} ${college}` === target.value);
                if (seat !== undefined) onRewrite(seat);
              }}
            >
              {SEATS.map(({ office, college }) => (
                <Select.Option key={office + college} value={`${office} ${college}`}>
                  {t(`office.${office}`)}, {t(`college.${college}`)}
                </Select.Option>
              ))}
            </Select>
          </Field>
        )}
        {hearsReports && PRESENTING.includes(item.kind) && <Report item={item} onRewrite={onRewrite} />}
        <Textfield
          id={`${id}-fr`}
          data-control={`fr-${key}`}
          label={t('desk.meeting.titleFr')}
          lang="fr"
          value={item.titleFr}
          maxLength={500}
          error={missing(item.titleFr)}
          onChange={({ target }) => onRewrite({ titleFr: target.value })}
        />
        <Textfield
          id={`${id}-en`}
          data-control={`en-${key}`}
          label={t('desk.meeting.titleEn')}
          lang="en"
          value={item.titleEn}
          maxLength={500}
          error={missing(item.titleEn)}
          onChange={({ target }) => onRewrite({ titleEn: target.value })}
        />
        <Textfield
          id={`${id}-minutes`}
          type="number"
          min={1}
          max={LONGEST}
          label={t('desk.meeting.minutes')}
          value={typed}
          error={
            minutesTyped(typed) === undefined
              ? t('desk.meeting.minutesWrong', { longest: LONGEST })
              : undefined
          }
          onChange={({ target }) => {
            setTyped(target.value);
            const minutes = minutesTyped(target.value);
            if (minutes !== undefined) onRewrite({ plannedMinutes: minutes });
          }}
        />
      </div>
      {PRESENTING.includes(item.kind) && (
        <Checkbox
          id={`${id}-results`}
          label={t('desk.meeting.presentsResults')}
          description={t('desk.meeting.presentsResultsMeaning')}
          value="presents"
          checked={item.presentsResults === true}
          onChange={({ target }) => onRewrite({ presentsResults: target.checked })}
        />
      )}
      <PlaceButtons words="desk.meeting" of={list} place={place} />
    </Fieldset>
  );
}

const NOTHING = 'NOTHING';

/** Every group in that state, as far as they are there. */
function useGroups(state: 'PROPOSED' | 'SET_UP') {
  const [{ data }] = useEvery({
    document: GROUPS,
    variables: { state },
    of: ({ workingGroups }) => workingGroups,
  });
  return data ?? [];
}

/** The group whose report is heard. */
function Report({
  item: { reportOfId = null },
  onRewrite,
}: {
  readonly item: Item;
  readonly onRewrite: (part: Partial<Item>) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const groups = useGroups('SET_UP');
  if (groups.length === 0 && reportOfId === null) return null;
  return (
    <Field>
      <Label>{t('report.heard')}</Label>
      <Select
        id={`${id}-report`}
        value={reportOfId ?? NOTHING}
        onChange={({ target }) => onRewrite({ reportOfId: target.value === NOTHING ? null : target.value })}
      >
        <Select.Option value={NOTHING}>{t('report.heardNone')}</Select.Option>
        {groups.map((group) => (
          <Select.Option key={group.id} value={group.id}>
            {t('report.of', group)}
          </Select.Option>
        ))}
        {/* A group that was closed since stays what the agenda says until it is changed. */}
        {reportOfId !== null && !groups.some((group) => group.id === reportOfId) && (
          <Select.Option value={reportOfId}>{t('report.heard')}</Select.Option>
        )}
      </Select>
    </Field>
  );
}

const SUBJECTS: readonly NonNullable<Item['subject']>[] = [
  'RULES_RATIFICATION',
  'RULES_EDITION',
  'COMMITTEE_REMOVAL',
  'WORKING_GROUP_SETUP',
  'WORKING_GROUP_CLOSURE',
  'FACILITATOR_NAMING',
];

/** What a decision would change, where the charter makes something follow from it. */
function Subject({
  item: { subject, objectId },
  onRewrite,
}: {
  readonly item: Item;
  readonly onRewrite: (part: Partial<Item>) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [answer] = useQuery({ query: OBJECTS });
  const { data } = useKept(answer);
  const proposed = useGroups('PROPOSED');
  const atWork = useGroups('SET_UP');
  const draft = data?.charter.draft;
  const mandates = [...(data?.committee.coChairs ?? []), ...(data?.committee.members ?? [])];
  const options = [
    { value: NOTHING, label: t('desk.meeting.noSubject') },
    { value: 'RULES_RATIFICATION', label: t('decision.subject.RULES_RATIFICATION') },
    ...(draft?.id ? [{ value: `RULES_EDITION ${draft.id}`, label: t('desk.meeting.adopts', draft) }] : []),
    ...mandates.map(({ id: mandateId, office, college, holder }) => ({
      value: `COMMITTEE_REMOVAL ${mandateId}`,
      label: t('desk.meeting.removes', {
        name: holder.person.name,
        seat: `${t(`office.${office}`)}, ${t(`college.${college}`)}`,
      }),
    })),
    ...proposed.map(({ id: groupId, theme }) => ({
      value: `WORKING_GROUP_SETUP ${groupId}`,
      label: t('groups.setsUp', { theme }),
    })),
    ...atWork.flatMap(({ id: groupId, theme, facilitatorProposals, facilitators }) => [
      ...facilitatorProposals
        .filter(
          ({ withGroup, member }) =>
            !withGroup &&
            !facilitators.some(({ endedOn, holder }) => endedOn === null && holder.id === member.id),
        )
        .map(({ id: proposalId, member }) => ({
          value: `FACILITATOR_NAMING ${proposalId}`,
          label: t('groups.names', { name: member.person.name, theme }),
        })),
      { value: `WORKING_GROUP_CLOSURE ${groupId}`, label: t('groups.closes', { theme }) },
    ]),
  ];
  const chosen = subject ? [subject, objectId].filter((part) => part).join(' ') : NOTHING;
  // A draft that was replaced, or a mandate that ended, stays what the agenda says until it is changed.
  const known = options.some(({ value }) => value === chosen);
  return (
    <Field>
      <Label>{t('desk.meeting.subject')}</Label>
      <Select
        id={`${id}-subject`}
        value={chosen}
        onChange={({ target }) => {
          const [word, object] = target.value.split(' ');
          onRewrite({ subject: SUBJECTS.find((one) => one === word) ?? null, objectId: object ?? null });
        }}
      >
        {options.map(({ value, label }) => (
          <Select.Option key={value} value={value}>
            {label}
          </Select.Option>
        ))}
        {!known && subject && (
          <Select.Option value={chosen}>{t(`decision.subject.${subject}`)}</Select.Option>
        )}
      </Select>
    </Field>
  );
}
