import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reminders1767225600015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder (
        kind text NOT NULL,
        about text NOT NULL,
        threshold integer NOT NULL,
        person_id uuid NOT NULL,
        sent_on date NOT NULL,
        CONSTRAINT reminder_once PRIMARY KEY (kind, about, threshold, person_id),
        CONSTRAINT reminder_kind CHECK (kind IN ('TERM', 'AGENDA', 'MINUTES', 'MEETING', 'FOLLOW_UP'))
      )`);
    await runner.query(`GRANT SELECT, INSERT ON reminder TO hemicycle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE reminder`);
  }
}
