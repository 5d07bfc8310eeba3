import { ATTENDEE_CAPACITIES, DECISION, VOTE_CHOICES } from '@hemicycle/charter';
import {
  COLLEGES,
  type Day,
  dayInWords,
  dayOf,
  FORUM,
  frenchSpaces,
  instantInWords,
  type Language,
  sizeInWords,
  type Text,
} from '@hemicycle/kernel';
import { ATTENDANCE_MODES, FORMAT_WORDS } from '@hemicycle/meetings';
import { asMarkdown, paragraphsAsMarkdown } from './markdown.js';
import {
  type DecisionFact,
  type ElectionFact,
  type ItemFact,
  type MeetingFacts,
  type PaperFact,
  presidentOf,
  type QuorumFact,
  type RoundFact,
  type SeatFact,
  type VoteFact,
} from './meeting-facts.js';
import { MINUTES_WORDS, type MinutesWords } from './words.js';

/** The sections that every record has beside the items of its agenda, each named by its item. */
export const OPENING = 'opening';
export const CLOSING = 'closing';

/** What the rapporteur wrote in one section, in Markdown. */
export interface SectionText {
  /** `opening`, `closing`, or the id of an item of the agenda. */
  readonly key: string;
  readonly text: string;
}

/** A section of a record, its facts as the tables have them. */
export interface Section {
  readonly key: string;
  /** Its title as words, with its number. */
  readonly title: string;
  /** Markdown; empty: the tables say nothing of it. */
  readonly facts: string;
}

/** What a member said of the minutes, and what the president made of it. */
export interface MinutesCommentWords {
  readonly name: string;
  readonly organisation: Text;
  readonly on: Day;
  /** The section that it is about; null: the whole. */
  readonly section: string | null;
  readonly text: string;
  /** Null: no decision was taken in time. */
  readonly ruling: { readonly takenIn: boolean; readonly reason: string } | null;
}

/** Everything that one edition of the minutes says. */
export interface MinutesContent {
  readonly language: Language;
  readonly facts: MeetingFacts;
  readonly texts: readonly SectionText[];
  /** In the order in which they were made. */
  readonly comments: readonly MinutesCommentWords[];
  /** 1, and more for a correction. */
  readonly edition: number;
  /** Why it corrects the one before; null: the first. */
  readonly reason: string | null;
}

const lines = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('\n');
const blocks = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('\n\n');
const nested = (list: string): string => list.replace(/^/gmu, '  ');

/** The title of a section: behind the sign of a heading, its number begins no list. */
const numbered = (title: string): string => asMarkdown(title).replace(/^(\d+)\\\./u, '$1.');

/** Composes the words of one record in its language. */
class Composer {
  private readonly words: MinutesWords;

  constructor(
    private readonly language: Language,
    private readonly facts: MeetingFacts,
  ) {
    this.words = MINUTES_WORDS[language];
  }

  /** Somebody’s words as Markdown of this language. */
  private said(words: Text | string): string {
    const own = typeof words === 'string' ? words : words[this.language];
    return asMarkdown(this.language === 'fr' ? frenchSpaces(own) : own);
  }

  private list(label: string, ...values: readonly (string | null)[]): string | null {
    const given = values.filter((value) => value !== null && value !== '');
    return given.length === 0 ? null : `- ${label}${this.words.colon}${given.join(this.words.comma)}`;
  }

  private on(day: Day): string {
    return dayInWords(day)[this.language];
  }

  private at(instant: string): string {
    return instantInWords(new Date(instant), this.facts.timeZone)[this.language];
  }

  title(): string {
    const { body, number, group, on } = this.facts;
    if (body === 'MANAGEMENT_COMMITTEE') return this.words.titleOfCommittee(number, this.on(on));
    return group === null
      ? this.words.title(number, this.on(on))
      : this.words.titleOfGroup(number, group.theme[this.language], this.on(on));
  }

  head(title: string, edition: number, reason: string | null): string {
    const { openedAt, closedAt, place, online } = this.facts;
    const { words, language } = this;
    const { name, host, partnership } = FORUM;
    return blocks([
      `# ${asMarkdown(title)}`,
      `${name[language]}. ${host[language]}. ${partnership[language]}.`,
      edition === 1 || reason === null
        ? null
        : `**${words.version(edition)}.** ${words.reason}${words.colon}${this.said(reason)}`,
      lines([
        this.list(words.opened, this.at(openedAt)),
        this.list(words.closed, this.at(closedAt)),
        this.list(
          words.place,
          place === null ? words.online : this.said(place),
          place !== null && online ? words.alsoOnline : null,
        ),
        this.presidency(),
      ]),
    ]);
  }

  /** Who presided; where several did, each from when on, and with which item she began. */
  private presidency(): string | null {
    const { words, facts } = this;
    const { presidents, items } = facts;
    const named = presidents.map(({ name, ofSecretariat }) => [
      this.said(name),
      ofSecretariat ? words.ofSecretariat : null,
    ]);
    const [only] = named;
    if (only !== undefined && named.length === 1) return this.list(words.president, ...only);
    const listed = presidents.map(({ from, itemId }, index) => {
      const item = itemId === null ? null : items.findIndex((one) => one.itemId === itemId) + 1;
      const since = index === 0 ? [words.fromOpening] : [words.since(this.at(from)), words.over(item)];
      return [...(named[index] ?? []), ...since].filter((part) => part !== null);
    });
    return `- ${words.president}${words.colon.trimEnd()}\n${nested(lines(listed.map((parts) => `- ${parts.join(words.comma)}`)))}`;
  }

  sections(): Section[] {
    const { items } = this.facts;
    return [
      { key: OPENING, title: this.words.opening, facts: this.opening() },
      ...items.map((item, index) => ({
        key: item.itemId,
        title: `${index + 1}. ${this.language === 'fr' ? frenchSpaces(item.title.fr) : item.title.en}`,
        facts: this.item(item),
      })),
      { key: CLOSING, title: this.words.closing, facts: '' },
    ];
  }

  private opening(): string {
    return blocks([
      ...COLLEGES.map((college) => this.attendance(college)),
      this.others(),
      `### ${this.words.quorum}`,
      this.noQuorum(),
      lines(this.facts.quorum.map((test) => this.quorum(test))),
    ]);
  }

  /** What a plenary decides, a working group or the committee recommends. */
  private decisionOf(reference: string | null): string {
    return this.facts.body === 'PLENARY'
      ? this.words.decision(reference)
      : this.words.recommendation(reference);
  }

  private noQuorum(): string | null {
    const { quorumRequired, group } = this.facts;
    if (quorumRequired) return null;
    return group === null ? this.words.noQuorumRequired : this.words.noQuorumInAGroup;
  }

  private attendance(college: SeatFact['college']): string {
    const seats = this.facts.seats.filter((seat) => seat.college === college);
    const ofMode = (mode: SeatFact['mode']): string | null => {
      const there = seats.filter((seat) => seat.mode === mode);
      if (there.length === 0) return null;
      return `- ${this.words.modes[mode]}${this.words.colon.trimEnd()}\n${nested(lines(there.map((seat) => this.seat(seat))))}`;
    };
    return blocks([
      `### ${this.words.colleges[college]}`,
      seats.length === 0 ? this.words.noSeat : lines(ATTENDANCE_MODES.map(ofMode)),
    ]);
  }

  /** Who attended without a seat, by capacity. */
  private others(): string | null {
    const { words, facts } = this;
    const { attendees = [] } = facts;
    if (attendees.length === 0) return null;
    const inCapacity = ATTENDEE_CAPACITIES.map((capacity) => {
      const those = attendees.filter((one) => one.capacity === capacity);
      if (those.length === 0) return null;
      const named = those.map(({ name, organisation }) =>
        organisation === null ? `- ${this.said(name)}` : `- ${this.said(name)} (${this.said(organisation)})`,
      );
      return `- ${words.attendees[capacity]}${words.colon.trimEnd()}\n${nested(lines(named))}`;
    });
    return blocks([`### ${words.others}`, words.othersCountForNothing, lines(inCapacity)]);
  }

  private seat({
    name,
    organisation,
    offices = [],
    leftEarly = false,
    alternate,
    proxyHolder,
  }: SeatFact): string {
    const { words } = this;
    const how = [
      ...offices.map((office) => words.office(office)),
      alternate === null ? null : words.alternate(this.said(alternate)),
      leftEarly ? words.leftEarly : null,
      proxyHolder === null ? null : words.proxy(this.said(proxyHolder)),
    ].filter((part) => part !== null);
    return `- ${this.said(name)} (${this.said(organisation)})${how.map((part) => `${words.comma}${part}`).join('')}`;
  }

  private quorum({ at, colleges }: QuorumFact): string {
    const { words } = this;
    const found = colleges.map((college) => {
      const verdict = college.present >= college.needed ? words.quorumMet : words.quorumMissed;
      return `  - ${words.colleges[college.college]}${words.colon}${words.quorumOf(college)}${words.semicolon}${verdict}`;
    });
    return `- ${words.quorumAt(this.at(at))}${words.colon.trimEnd()}\n${found.join('\n')}`;
  }

  private item({
    title,
    presentsResults,
    reportOf = null,
    papers = [],
    recused,
    postponed,
    decisions,
    elections,
  }: ItemFact): string {
    return blocks([
      // What was left to the next session presented nothing.
      presentsResults && postponed === null ? this.words.resultsPresented : null,
      reportOf === null || postponed !== null ? null : this.report(reportOf),
      this.papers(papers),
      this.list(this.words.recused, ...recused.map((name) => this.said(name))),
      postponed === null ? null : this.postponed(postponed),
      ...decisions.map((decision) => this.decision(decision, title)),
      ...elections.map((election) => this.election(election)),
    ]);
  }

  private report({ theme, address }: NonNullable<ItemFact['reportOf']>): string {
    return `[${asMarkdown(this.words.reportOf(theme[this.language]))}](${address}).`;
  }

  private papers(papers: readonly PaperFact[]): string | null {
    const { words, language } = this;
    if (papers.length === 0) return null;
    const listed = papers.map(({ title, address, format, size, fingerprint }) => {
      const file = `${FORMAT_WORDS[format][language]}, ${sizeInWords(size)[language]}`;
      return `  - [${this.said(title)}](${address}) (${file})${words.comma}${words.fingerprint(fingerprint)}`;
    });
    return `- ${words.papers}${words.colon.trimEnd()}\n${listed.join('\n')}`;
  }

  private postponed({ reason }: { readonly reason: string | null }): string {
    return this.cutShort(this.words.postponed, reason);
  }

  /** What did not come to its end, and why where it is said. */
  private cutShort(what: string, reason: Text | string | null): string {
    const { why, colon } = this.words;
    return `**${what}.**${reason === null ? '' : ` ${why}${colon}${this.said(reason)}`}`;
  }

  private decision(
    { reference, way, wording, state, effect, objections, arithmetic, votes }: DecisionFact,
    item: Text,
  ): string {
    const { words, language } = this;
    const sense = [
      DECISION.states[state].name[language],
      ...(way === 'CONSENSUS' ? [words.byConsensus] : []),
    ].join(words.comma);
    const against = objections.map(
      (objection) =>
        `  - ${objection.name === null ? words.someMember : this.said(objection.name)}${words.colon}${this.said(objection.words)}`,
    );
    const counts = (choice: VoteFact['choice']): string | null => {
      const those = votes.filter((vote) => vote.choice === choice);
      const label = choice === null ? words.silent : words.choices[choice];
      if (those.length === 0) return null;
      const byCollege = COLLEGES.flatMap((college) => {
        const names = those.filter((vote) => vote.college === college);
        if (names.length === 0) return [];
        return [
          `  - ${words.colleges[college]}${words.colon}${names.map((vote) => this.voter(vote)).join(words.semicolon)}`,
        ];
      });
      return `- ${label}${words.colon.trimEnd()}\n${byCollege.join('\n')}`;
    };
    return blocks([
      `**${this.decisionOf(reference)}${words.colon}${sense}.**`,
      wording[language] === item[language] ? null : this.said(wording),
      arithmetic.map((sentence) => this.said(sentence)).join(' '),
      lines([...VOTE_CHOICES.map(counts), counts(null)]),
      against.length === 0 ? null : `- ${words.objections}${words.colon.trimEnd()}\n${against.join('\n')}`,
      effect === null ? null : this.said(effect),
    ]);
  }

  private voter({ name, holder, capacity }: VoteFact): string {
    const own = this.said(name);
    if (holder === null || capacity === 'MEMBER') return own;
    return `${own} (${this.words.capacities[capacity](this.said(holder))})`;
  }

  private election({ candidates, rounds, proclaimed, conclusion, state }: ElectionFact): string {
    const { words } = this;
    const names =
      candidates.length === 0
        ? words.noCandidate
        : candidates.map((name) => this.said(name)).join(words.comma);
    const on = proclaimed[0]?.on;
    const ended = words.ended[state];
    return blocks([
      `${words.candidates}${words.colon}${names}.`,
      ...rounds.map((round) => this.round(round)),
      on === undefined
        ? (words.noResult[state] ?? null)
        : `**${words.proclaimed(proclaimed.map(({ name }) => this.said(name)).join(words.comma), this.on(on))}**`,
      ended === undefined ? null : this.cutShort(ended, conclusion),
    ]);
  }

  private round({ number, ballots, underFloor, arithmetic, votes }: RoundFact): string {
    const { words } = this;
    const byName = votes?.map(({ name, holder, choices }) => {
      const held = holder === null ? '' : ` (${words.heldBy(this.said(holder))})`;
      const said =
        choices === null
          ? words.didNotVote
          : choices.length === 0
            ? words.blank
            : choices.map((choice) => this.said(choice)).join(words.comma);
      return `  - ${this.said(name)}${held}${words.colon}${said}`;
    });
    return blocks([
      [
        // The arithmetic of a count says itself what round it is, and of how many ballots.
        arithmetic.length > 0 ? null : `${words.round(number)}${words.colon}${words.ballots(ballots)}.`,
        underFloor ? words.underFloor : null,
        ...arithmetic.map((sentence) => this.said(sentence)),
      ]
        .filter((part) => part !== null)
        .join(' '),
      byName === undefined ? null : `- ${words.votesByName}${words.colon.trimEnd()}\n${byName.join('\n')}`,
    ]);
  }

  comments(comments: readonly MinutesCommentWords[], sections: readonly Section[]): string | null {
    if (comments.length === 0) return null;
    const { words } = this;
    const decided = comments.every(({ ruling }) => ruling !== null);
    return blocks([
      `## ${words.comments}`,
      decided ? words.commentsDecided(this.said(presidentOf(this.facts))) : words.commentsAnnexed,
      ...comments.map(({ name, organisation, on, section, text, ruling }) => {
        const about = sections.find(({ key }) => key === section);
        const who = `${this.said(name)} (${this.said(organisation)})`;
        const heading = [
          words.commentOf(who, this.on(on)),
          about === undefined ? null : words.commentOn(numbered(about.title)),
        ].filter((part) => part !== null);
        return blocks([
          `### ${heading.join(words.comma)}`,
          paragraphsAsMarkdown(this.language === 'fr' ? frenchSpaces(text) : text)
            .replace(/^/gmu, '> ')
            .replaceAll('> \n', '>\n'),
          ruling === null
            ? null
            : `**${ruling.takenIn ? words.takenIn : words.notTakenIn}.** ${this.said(ruling.reason)}`,
        ]);
      }),
    ]);
  }

  section({ title, facts }: Section, text: string): string {
    return blocks([`## ${numbered(title)}`, facts, this.language === 'fr' ? frenchSpaces(text) : text]);
  }
}

/** The sections of the record of a meeting, in order, with what the tables say in each. */
export const sectionsOf = (facts: MeetingFacts, language: Language): Section[] =>
  new Composer(language, facts).sections();

const textOf = (texts: readonly SectionText[], key: string): string =>
  texts.find((one) => one.key === key)?.text ?? '';

/**
 * The minutes as one file of Markdown: what their page shows, what the other files are made from, and what their hash is
 * reckoned on. The same content gives the same bytes.
 */
export function minutesMarkdown({
  language,
  facts,
  texts,
  comments,
  edition,
  reason,
}: MinutesContent): string {
  const composer = new Composer(language, facts);
  const sections = composer.sections();
  return `${blocks([
    composer.head(composer.title(), edition, reason),
    ...sections
      .filter(({ key, facts: known }) => known !== '' || key !== CLOSING || textOf(texts, key) !== '')
      .map((section) => composer.section(section, textOf(texts, section.key))),
    composer.comments(comments, sections),
  ])}\n`;
}

/** The title of the minutes, as words. */
export const minutesTitle = (facts: MeetingFacts, language: Language): string =>
  new Composer(language, facts).title();

/** The day on which an instant falls where the meeting was held. */
export const dayThere = (facts: Pick<MeetingFacts, 'timeZone'>, at: Date): Day => dayOf(at, facts.timeZone);
