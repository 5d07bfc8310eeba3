import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Groups1767225600007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE working_group (
        id uuid NOT NULL,
        theme_fr text NOT NULL,
        theme_en text NOT NULL,
        commitments integer[] NOT NULL,
        state text NOT NULL,
        proposed_by_id uuid NOT NULL,
        proposed_on date NOT NULL,
        set_up_on date,
        closed_on date,
        CONSTRAINT working_group_key PRIMARY KEY (id),
        CONSTRAINT working_group_proposed_by FOREIGN KEY (proposed_by_id) REFERENCES person (id),
        CONSTRAINT working_group_state CHECK (state IN ('PROPOSED', 'SET_UP', 'CLOSED')),
        CONSTRAINT working_group_set_up CHECK ((state = 'PROPOSED') = (set_up_on IS NULL)),
        CONSTRAINT working_group_closed CHECK ((state = 'CLOSED') = (closed_on IS NOT NULL)),
        CONSTRAINT working_group_days_in_order CHECK (set_up_on >= proposed_on AND closed_on >= set_up_on),
        CONSTRAINT working_group_commitments CHECK (cardinality(commitments) >= 1 AND 1 <= ALL (commitments))
      )`);
    await runner.query(`CREATE INDEX working_group_by_proposal ON working_group (proposed_on, id)`);
    await runner.query(`GRANT SELECT, INSERT ON working_group TO hemicycle_app`);
    // What was proposed is what is decided: only the group's life moves on.
    await runner.query(`GRANT UPDATE (state, set_up_on, closed_on) ON working_group TO hemicycle_app`);
    await runner.query(`
      CREATE TABLE facilitator_proposal (
        id uuid NOT NULL,
        group_id uuid NOT NULL,
        member_id uuid NOT NULL,
        with_group boolean NOT NULL,
        replaces_id uuid,
        proposed_by_id uuid NOT NULL,
        proposed_on date NOT NULL,
        CONSTRAINT facilitator_proposal_key PRIMARY KEY (id),
        CONSTRAINT facilitator_proposal_for FOREIGN KEY (group_id) REFERENCES working_group (id),
        CONSTRAINT facilitator_proposal_member FOREIGN KEY (member_id) REFERENCES member (id),
        CONSTRAINT facilitator_proposal_replaces FOREIGN KEY (replaces_id) REFERENCES facilitator_mandate (id),
        CONSTRAINT facilitator_proposal_by FOREIGN KEY (proposed_by_id) REFERENCES person (id),
        CONSTRAINT facilitator_proposal_with_group_replaces_nobody CHECK (NOT with_group OR replaces_id IS NULL)
      )`);
    await runner.query(`CREATE INDEX facilitator_proposal_by_group ON facilitator_proposal (group_id)`);
    await runner.query(
      `CREATE UNIQUE INDEX facilitator_proposal_once_with_group ON facilitator_proposal (group_id, member_id) WHERE with_group`,
    );
    await runner.query(`GRANT SELECT, INSERT ON facilitator_proposal TO hemicycle_app`);
    await runner.query(`
      CREATE TABLE group_member (
        id uuid NOT NULL,
        group_id uuid NOT NULL,
        member_id uuid NOT NULL,
        from_on date NOT NULL,
        until_on date,
        CONSTRAINT group_member_key PRIMARY KEY (id),
        CONSTRAINT group_member_of FOREIGN KEY (group_id) REFERENCES working_group (id),
        CONSTRAINT group_member_person FOREIGN KEY (member_id) REFERENCES member (id),
        CONSTRAINT group_member_days_in_order CHECK (until_on >= from_on),
        CONSTRAINT group_member_once EXCLUDE USING gist
          (group_id WITH =, member_id WITH =, daterange(from_on, until_on, '[]') WITH &&)
      )`);
    await runner.query(`CREATE INDEX group_member_by_member ON group_member (member_id)`);
    await runner.query(`GRANT SELECT, INSERT ON group_member TO hemicycle_app`);
    await runner.query(`GRANT UPDATE (until_on) ON group_member TO hemicycle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE group_member`);
    await runner.query(`DROP TABLE facilitator_proposal`);
    await runner.query(`DROP TABLE working_group`);
  }
}
