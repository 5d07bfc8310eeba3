import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Mail1767225600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outgoing_mail (
        id uuid NOT NULL,
        kind text NOT NULL,
        person_id uuid,
        address text,
        address_hash text,
        language text,
        parameters jsonb NOT NULL,
        enqueued_at timestamp(3) with time zone NOT NULL,
        sent_at timestamp(3) with time zone,
        attempts integer NOT NULL,
        next_attempt_at timestamp(3) with time zone,
        awaits_digest boolean NOT NULL DEFAULT false,
        digest_id uuid,
        last_error text,
        CONSTRAINT outgoing_mail_key PRIMARY KEY (id),
        CONSTRAINT outgoing_mail_one_recipient
          CHECK (num_nonnulls(person_id, address, address_hash) = 1 OR next_attempt_at IS NULL),
        CONSTRAINT outgoing_mail_waits_or_was_sent CHECK (sent_at IS NULL OR next_attempt_at IS NULL),
        CONSTRAINT outgoing_mail_language CHECK (language IN ('fr', 'en')),
        CONSTRAINT outgoing_mail_attempts CHECK (attempts >= 0)
      )`);
    await runner.query(
      `CREATE INDEX outgoing_mail_awaiting_digest ON outgoing_mail (person_id) WHERE awaits_digest`,
    );
    await runner.query(
      `CREATE INDEX outgoing_mail_gathered ON outgoing_mail (digest_id) WHERE digest_id IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE mail_preference (
        person_id uuid NOT NULL,
        topic text NOT NULL,
        delivery text NOT NULL,
        CONSTRAINT mail_preference_key PRIMARY KEY (person_id, topic),
        CONSTRAINT mail_preference_topic CHECK (topic IN ('REMINDERS', 'RESULTS', 'MINUTES')),
        CONSTRAINT mail_preference_delivery CHECK (delivery IN ('AT_ONCE', 'DAILY', 'NEVER'))
      )`);
    await runner.query(`GRANT SELECT, INSERT, DELETE ON mail_preference TO hemicycle_app`);
    await runner.query(`GRANT UPDATE (delivery) ON mail_preference TO hemicycle_app`);
    // A letter to nobody is removed: anybody can ask for one, and none must be left to count.
    await runner.query(`GRANT SELECT, INSERT, DELETE ON outgoing_mail TO hemicycle_app`);
    await runner.query(`
      GRANT UPDATE (address, address_hash, sent_at, attempts, next_attempt_at, last_error, awaits_digest, digest_id)
      ON outgoing_mail TO hemicycle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE mail_preference`);
    await runner.query(`DROP TABLE outgoing_mail`);
  }
}
