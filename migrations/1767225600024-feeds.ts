import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Feeds1767225600024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE personal_calendar (
        id uuid NOT NULL,
        token_hash text NOT NULL,
        person_id uuid NOT NULL,
        made_at timestamp(3) with time zone NOT NULL,
        revoked_at timestamp(3) with time zone,
        CONSTRAINT personal_calendar_key PRIMARY KEY (id),
        CONSTRAINT personal_calendar_token_once UNIQUE (token_hash),
        CONSTRAINT personal_calendar_of FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT personal_calendar_hours_in_order CHECK (revoked_at >= made_at)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX personal_calendar_one_a_person ON personal_calendar (person_id) WHERE revoked_at IS NULL`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE (revoked_at) ON personal_calendar TO hemicycle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE personal_calendar`);
  }
}
