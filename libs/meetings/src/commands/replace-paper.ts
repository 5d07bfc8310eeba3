import { createHash } from 'node:crypto';
import { Ledger } from '@hemicycle/audit';
import { judge, type KnownPaperFacts, replacePaper, type Violation } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import { BadUserInput, NotFound, RuleRefusal, type SentFile, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { ReplacePaperInput } from '../graphql/papers.inputs.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { formatOf } from '../paper-format.js';
import { Papers, stillAtVersion } from '../papers.js';
import { type ListedPaper, PapersRepository } from '../papers.repository.js';
import { PAPER_THING } from '../things.js';

const MOST_VERSIONS = 20;

/** Replaces a paper by a newer version; those before it are kept, and read as it is (charter NOTICE). */
@Injectable()
export class ReplacePaper {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly repository: PapersRepository,
    private readonly papers: Papers,
  ) {}

  verdict(facts: KnownPaperFacts): Violation[] {
    return judge(replacePaper, facts);
  }

  /**
   * @param receive has the file read: not before the charter lets whoever acts replace the paper.
   * @throws BadUserInput for a file that is no paper, or that is the present version again.
   * @throws Conflict when somebody else replaced it since.
   */
  async execute(
    act: Act,
    input: ReplacePaperInput,
    receive: () => Promise<SentFile>,
  ): Promise<ListedPaper | RuleRefusal> {
    const { reader } = this.database;
    const known = await this.repository.byId(reader, input.paperId);
    if (known === null) throw new NotFound(PAPER_THING, input.paperId);
    const meeting = await this.meetings.known(reader, known.meetingId);
    const facts = await this.papers.facts(reader, act, meeting);
    const violations = this.verdict({ ...facts, paper: known.state });
    return violations.length > 0 ? new RuleRefusal(violations) : this.replace(input, await receive());
  }

  private replace(
    { paperId, basedOnVersion, fileName }: ReplacePaperInput,
    { act, content: file }: SentFile,
  ): Promise<ListedPaper | RuleRefusal> {
    const fingerprint = createHash('sha256').update(file).digest('hex');
    return this.ledger.record(
      act,
      'replacePaper',
      async (tx) => {
        const { personId } = act.actor;
        if (personId === null) throw new Unauthenticated();
        const { meeting, paper } = await this.papers.lock(tx, paperId);
        const facts = await this.papers.facts(tx, act, meeting);
        const violations = this.verdict({ ...facts, paper: paper.state });
        if (violations.length > 0) return new RuleRefusal(violations);
        stillAtVersion(paper, basedOnVersion);
        const [present] = paper.versions;
        if (present.number >= MOST_VERSIONS) throw new BadUserInput('paperId', TOO_MANY);
        const format = await formatOf(fileName, file);
        if (present.fingerprint === fingerprint) throw new BadUserInput('file', THE_SAME);
        const version = {
          paperId,
          number: present.number + 1,
          fileName,
          format,
          size: file.length,
          fingerprint,
          addedById: personId,
          addedAt: act.at,
        };
        await this.repository.addVersion(tx, version, file);
        await this.papers.tell(tx, act, meeting, { id: paperId, news: 'REPLACED' });
        return this.papers.known(tx, paperId);
      },
      () => fingerprint,
    );
  }
}

const TOO_MANY = {
  fr: `Un document a ${MOST_VERSIONS} versions au plus : joignez-en un autre.`,
  en: `A paper has ${MOST_VERSIONS} versions at most: attach another.`,
};
const THE_SAME = {
  fr: 'Ce fichier est celui de la version actuelle, à l’octet près.',
  en: 'This file is that of the present version, byte for byte.',
};
