import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Minutes1767225600011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attendee (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        name text NOT NULL,
        organisation text,
        capacity text NOT NULL,
        recorded_by_id uuid NOT NULL,
        recorded_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT attendee_key PRIMARY KEY (id),
        CONSTRAINT attendee_at FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT attendee_recorded_by FOREIGN KEY (recorded_by_id) REFERENCES person (id),
        CONSTRAINT attendee_capacity CHECK (capacity IN ('EXPERT', 'OBSERVER', 'SECRETARIAT', 'GUEST'))
      )`);
    await runner.query(`CREATE INDEX attendee_at_meeting ON attendee (meeting_id, recorded_at, id)`);
    // What is recorded wrongly is erased, and so is the rest once the minutes say it.
    await runner.query(`GRANT SELECT, INSERT, DELETE ON attendee TO hemicycle_app`);
    await runner.query(`
      CREATE TABLE minutes (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        language text NOT NULL,
        drafted_by_id uuid NOT NULL,
        drafted_at timestamp(3) with time zone NOT NULL,
        circulated_by_id uuid,
        circulated_at timestamp(3) with time zone,
        comments_until timestamp(3) with time zone,
        ruling_until timestamp(3) with time zone,
        publishes_at timestamp(3) with time zone,
        ruled_by_id uuid,
        ruled_at timestamp(3) with time zone,
        publication_told_at timestamp(3) with time zone,
        CONSTRAINT minutes_key PRIMARY KEY (id),
        CONSTRAINT minutes_one_a_meeting UNIQUE (meeting_id),
        CONSTRAINT minutes_of FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT minutes_drafted_by FOREIGN KEY (drafted_by_id) REFERENCES person (id),
        CONSTRAINT minutes_circulated_by FOREIGN KEY (circulated_by_id) REFERENCES person (id),
        CONSTRAINT minutes_ruled_by FOREIGN KEY (ruled_by_id) REFERENCES person (id),
        CONSTRAINT minutes_language CHECK (language IN ('fr', 'en')),
        CONSTRAINT minutes_circulated CHECK
          (num_nonnulls(circulated_at, circulated_by_id, comments_until, ruling_until, publishes_at) IN (0, 5)),
        CONSTRAINT minutes_delays_in_order CHECK (comments_until > circulated_at AND ruling_until >= comments_until),
        CONSTRAINT minutes_ruled CHECK (num_nonnulls(ruled_at, ruled_by_id) IN (0, 2)),
        CONSTRAINT minutes_ruled_in_time CHECK (ruled_at >= comments_until AND ruled_at < ruling_until),
        CONSTRAINT minutes_published_at_an_end
          CHECK (publishes_at IN (comments_until, ruling_until) OR publishes_at = ruled_at),
        CONSTRAINT minutes_told_once_published CHECK
          (publication_told_at IS NULL OR (publishes_at IS NOT NULL AND publication_told_at >= publishes_at))
      )`);
    await runner.query(`CREATE INDEX minutes_by_publication ON minutes (publishes_at, id)`);
    await runner.query(`
      CREATE TABLE minutes_version (
        minutes_id uuid NOT NULL,
        number integer NOT NULL,
        facts jsonb NOT NULL,
        texts jsonb NOT NULL,
        written_by_id uuid NOT NULL,
        written_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT minutes_version_key PRIMARY KEY (minutes_id, number),
        CONSTRAINT minutes_version_of FOREIGN KEY (minutes_id) REFERENCES minutes (id),
        CONSTRAINT minutes_version_by FOREIGN KEY (written_by_id) REFERENCES person (id),
        CONSTRAINT minutes_versions_from_one CHECK (number >= 1)
      )`);
    await runner.query(`
      CREATE TABLE minutes_edition (
        minutes_id uuid NOT NULL,
        number integer NOT NULL,
        version integer NOT NULL,
        markdown text NOT NULL,
        sha256 text NOT NULL,
        reason text,
        made_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT minutes_edition_key PRIMARY KEY (minutes_id, number),
        CONSTRAINT minutes_edition_by_its_hash UNIQUE (minutes_id, number, sha256),
        CONSTRAINT minutes_edition_of FOREIGN KEY (minutes_id, version)
          REFERENCES minutes_version (minutes_id, number),
        CONSTRAINT minutes_editions_from_one CHECK (number >= 1),
        CONSTRAINT minutes_edition_corrected_with_reason CHECK ((number > 1) = (reason IS NOT NULL)),
        CONSTRAINT minutes_edition_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$')
      )`);
    await runner.query(`
      CREATE TABLE minutes_signature (
        minutes_id uuid NOT NULL,
        edition integer NOT NULL,
        capacity text NOT NULL,
        sha256 text NOT NULL,
        signed_by_id uuid NOT NULL,
        signed_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT minutes_signature_key PRIMARY KEY (minutes_id, edition, capacity),
        CONSTRAINT minutes_signature_of FOREIGN KEY (minutes_id, edition, sha256)
          REFERENCES minutes_edition (minutes_id, number, sha256),
        CONSTRAINT minutes_signature_by FOREIGN KEY (signed_by_id) REFERENCES person (id),
        CONSTRAINT minutes_signature_capacity CHECK (capacity IN ('PRESIDENT', 'RAPPORTEUR'))
      )`);
    await runner.query(`GRANT SELECT, INSERT ON minutes_signature TO hemicycle_app`);
    await runner.query(`
      CREATE TABLE minutes_comment (
        id uuid NOT NULL,
        minutes_id uuid NOT NULL,
        member_id uuid NOT NULL,
        section text NOT NULL,
        text text NOT NULL,
        made_at timestamp(3) with time zone NOT NULL,
        taken_in boolean,
        ruling text,
        CONSTRAINT minutes_comment_key PRIMARY KEY (id),
        CONSTRAINT minutes_comment_on FOREIGN KEY (minutes_id) REFERENCES minutes (id),
        CONSTRAINT minutes_comment_by FOREIGN KEY (member_id) REFERENCES member (id),
        CONSTRAINT minutes_comment_decided_with_reason CHECK ((taken_in IS NULL) = (ruling IS NULL))
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX minutes_comment_one_a_section ON minutes_comment (minutes_id, member_id, section)`,
    );
    await runner.query(
      `GRANT SELECT, INSERT ON minutes, minutes_version, minutes_edition, minutes_comment TO hemicycle_app`,
    );
    await runner.query(`
      GRANT UPDATE (circulated_by_id, circulated_at, comments_until, ruling_until, publishes_at, ruled_by_id, ruled_at,
                      publication_told_at)
        ON minutes TO hemicycle_app`);
    await runner.query(
      `GRANT UPDATE (version, markdown, sha256, made_at) ON minutes_edition TO hemicycle_app`,
    );
    await runner.query(`GRANT UPDATE (text, made_at, taken_in, ruling) ON minutes_comment TO hemicycle_app`);
    // A version never changes, but for the names of those without a seat, which are erased.
    await runner.query(`GRANT UPDATE (facts) ON minutes_version TO hemicycle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE minutes_comment, minutes_signature, minutes_edition, minutes_version, minutes, attendee',
    );
  }
}
