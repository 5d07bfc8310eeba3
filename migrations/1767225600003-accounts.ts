import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Accounts1767225600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid NOT NULL,
        name text NOT NULL,
        email text,
        language text NOT NULL,
        created_at timestamp(3) with time zone NOT NULL,
        email_changed_at timestamp(3) with time zone,
        CONSTRAINT person_key PRIMARY KEY (id),
        CONSTRAINT person_email_once UNIQUE (email),
        CONSTRAINT person_email_lowercase CHECK (email = lower(email)),
        CONSTRAINT person_language CHECK (language IN ('fr', 'en'))
      )`);
    await runner.query(`
      CREATE TABLE session (
        id uuid NOT NULL,
        token_hash text NOT NULL,
        person_id uuid NOT NULL,
        created_at timestamp(3) with time zone NOT NULL,
        expires_at timestamp(3) with time zone NOT NULL,
        revoked_at timestamp(3) with time zone,
        CONSTRAINT session_key PRIMARY KEY (id),
        CONSTRAINT session_token_once UNIQUE (token_hash),
        CONSTRAINT session_person FOREIGN KEY (person_id) REFERENCES person (id)
      )`);
    await runner.query(`CREATE INDEX session_of_person ON session (person_id)`);
    await runner.query(`
      CREATE TABLE sign_in_link (
        id uuid NOT NULL,
        token_hash text NOT NULL,
        person_id uuid NOT NULL,
        created_at timestamp(3) with time zone NOT NULL,
        expires_at timestamp(3) with time zone NOT NULL,
        used_at timestamp(3) with time zone,
        CONSTRAINT sign_in_link_key PRIMARY KEY (id),
        CONSTRAINT sign_in_link_token_once UNIQUE (token_hash),
        CONSTRAINT sign_in_link_person FOREIGN KEY (person_id) REFERENCES person (id)
      )`);
    await runner.query(`
      CREATE TABLE sign_in_quota (
        asker_hash text NOT NULL,
        from_at timestamp(3) with time zone NOT NULL,
        asked integer NOT NULL,
        CONSTRAINT sign_in_quota_key PRIMARY KEY (asker_hash, from_at),
        CONSTRAINT sign_in_quota_asked CHECK (asked >= 1)
      )`);
    await runner.query(`GRANT SELECT, INSERT ON person TO hemicycle_app`);
    await runner.query(`GRANT UPDATE (language, email, email_changed_at) ON person TO hemicycle_app`);
    // What is over is forgotten: who asked, who came in and when concern nobody afterwards.
    await runner.query(
      `GRANT SELECT, INSERT, DELETE ON session, sign_in_link, sign_in_quota TO hemicycle_app`,
    );
    await runner.query(`GRANT UPDATE (revoked_at) ON session TO hemicycle_app`);
    await runner.query(`GRANT UPDATE (used_at) ON sign_in_link TO hemicycle_app`);
    await runner.query(`GRANT UPDATE (asked) ON sign_in_quota TO hemicycle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE sign_in_quota, sign_in_link, session, person`);
  }
}
