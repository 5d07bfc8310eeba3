import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Accounts1767225600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        language text NOT NULL,
        created_at timestamp(3) with time zone NOT NULL,
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
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON person, session TO hemicycle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE session, person`);
  }
}
