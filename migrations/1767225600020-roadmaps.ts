import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Roadmaps1767225600020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE roadmap_version (
        group_id uuid NOT NULL,
        number integer NOT NULL,
        written_by_id uuid NOT NULL,
        written_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT roadmap_version_key PRIMARY KEY (group_id, number),
        CONSTRAINT roadmap_version_of FOREIGN KEY (group_id) REFERENCES working_group (id),
        CONSTRAINT roadmap_version_written_by FOREIGN KEY (written_by_id) REFERENCES person (id),
        CONSTRAINT roadmap_versions_from_one CHECK (number >= 1)
      )`);
    await runner.query(`
      CREATE TABLE roadmap_step (
        group_id uuid NOT NULL,
        version integer NOT NULL,
        position integer NOT NULL,
        step_id uuid NOT NULL,
        title_fr text NOT NULL,
        title_en text,
        description_fr text,
        description_en text,
        commitments integer[] NOT NULL,
        from_on date,
        due_on date NOT NULL,
        due_in_words text,
        responsible text NOT NULL,
        state text NOT NULL,
        settled_on date,
        reason text,
        CONSTRAINT roadmap_step_key PRIMARY KEY (group_id, version, position),
        CONSTRAINT roadmap_step_of FOREIGN KEY (group_id, version) REFERENCES roadmap_version (group_id, number),
        CONSTRAINT roadmap_step_once_a_version UNIQUE (group_id, version, step_id),
        CONSTRAINT roadmap_step_positions_from_one CHECK (position >= 1),
        CONSTRAINT roadmap_step_commitments CHECK (cardinality(commitments) >= 1 AND 1 <= ALL (commitments)),
        CONSTRAINT roadmap_step_days_in_order CHECK (due_on >= from_on),
        CONSTRAINT roadmap_step_description_in_french CHECK (description_en IS NULL OR description_fr IS NOT NULL),
        CONSTRAINT roadmap_step_state CHECK (state IN ('TO_DO', 'UNDER_WAY', 'DONE', 'GIVEN_UP')),
        CONSTRAINT roadmap_step_settled CHECK ((state IN ('DONE', 'GIVEN_UP')) = (settled_on IS NOT NULL)),
        CONSTRAINT roadmap_step_given_up_with_reason CHECK ((state = 'GIVEN_UP') = (reason IS NOT NULL))
      )`);
    // What was written stays: a change is a new version.
    await runner.query(`GRANT SELECT, INSERT ON roadmap_version, roadmap_step TO hemicycle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE roadmap_step`);
    await runner.query(`DROP TABLE roadmap_version`);
  }
}
