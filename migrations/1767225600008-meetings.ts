import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Meetings1767225600008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE meeting (
        id uuid NOT NULL,
        body text NOT NULL,
        group_id uuid,
        number integer NOT NULL,
        starts_at timestamp(3) with time zone NOT NULL,
        place text,
        online_link text,
        state text NOT NULL,
        planned_by_id uuid NOT NULL,
        planned_at timestamp(3) with time zone NOT NULL,
        cancelled_at timestamp(3) with time zone,
        cancel_reason text,
        opened_at timestamp(3) with time zone,
        closed_at timestamp(3) with time zone,
        CONSTRAINT meeting_key PRIMARY KEY (id),
        CONSTRAINT meeting_of_working_group FOREIGN KEY (group_id) REFERENCES working_group (id),
        CONSTRAINT meeting_planned_by FOREIGN KEY (planned_by_id) REFERENCES person (id),
        CONSTRAINT meeting_body CHECK (body IN ('PLENARY', 'MANAGEMENT_COMMITTEE', 'WORKING_GROUP')),
        CONSTRAINT meeting_of_a_group CHECK ((body = 'WORKING_GROUP') = (group_id IS NOT NULL)),
        CONSTRAINT meeting_numbered_from_one CHECK (number >= 1),
        CONSTRAINT meeting_state
          CHECK (state IN ('PLANNED', 'CONVENED', 'WITHOUT_QUORUM', 'IN_SESSION', 'HELD', 'CANCELLED')),
        CONSTRAINT meeting_somewhere CHECK (place IS NOT NULL OR online_link IS NOT NULL),
        CONSTRAINT meeting_cancelled_with_reason
          CHECK (num_nonnulls(cancelled_at, cancel_reason) = CASE state WHEN 'CANCELLED' THEN 2 ELSE 0 END),
        CONSTRAINT meeting_opened CHECK ((state IN ('IN_SESSION', 'HELD')) = (opened_at IS NOT NULL)),
        CONSTRAINT meeting_closed CHECK ((state = 'HELD') = (closed_at IS NOT NULL)),
        CONSTRAINT meeting_hours_in_order CHECK (closed_at >= opened_at)
      )`);
    await runner.query(`CREATE INDEX meeting_by_start ON meeting (starts_at, id)`);
    await runner.query(
      `CREATE UNIQUE INDEX meeting_number_once ON meeting (body, number) WHERE group_id IS NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX meeting_number_once_a_group ON meeting (group_id, number) WHERE group_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX meeting_of_group_by_start ON meeting (group_id, starts_at, id) WHERE group_id IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE convocation_stop (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        reason text NOT NULL,
        stopped_by_id uuid NOT NULL,
        stopped_at timestamp(3) with time zone NOT NULL,
        ended_by_id uuid,
        ended_at timestamp(3) with time zone,
        CONSTRAINT convocation_stop_key PRIMARY KEY (id),
        CONSTRAINT convocation_stop_of FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT convocation_stop_by FOREIGN KEY (stopped_by_id) REFERENCES person (id),
        CONSTRAINT convocation_stop_ended_by FOREIGN KEY (ended_by_id) REFERENCES person (id),
        CONSTRAINT convocation_stop_ended_by_somebody CHECK ((ended_at IS NULL) = (ended_by_id IS NULL)),
        CONSTRAINT convocation_stop_in_order CHECK (ended_at >= stopped_at)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX convocation_stop_one_at_a_time ON convocation_stop (meeting_id) WHERE ended_at IS NULL`,
    );
    await runner.query(`GRANT SELECT, INSERT ON convocation_stop TO hemicycle_app`);
    await runner.query(`GRANT UPDATE (ended_by_id, ended_at) ON convocation_stop TO hemicycle_app`);
    await runner.query(`
      CREATE TABLE meeting_move (
        meeting_id uuid NOT NULL,
        number integer NOT NULL,
        former_starts_at timestamp(3) with time zone NOT NULL,
        former_place text,
        former_online_link text,
        starts_at timestamp(3) with time zone NOT NULL,
        reason text NOT NULL,
        notice_days integer,
        urgency_reason text,
        moved_by_id uuid NOT NULL,
        moved_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT meeting_move_key PRIMARY KEY (meeting_id, number),
        CONSTRAINT meeting_move_of FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT meeting_move_by FOREIGN KEY (moved_by_id) REFERENCES person (id),
        CONSTRAINT meeting_moves_from_one CHECK (number >= 1),
        CONSTRAINT meeting_moved_to_a_time_to_come CHECK (starts_at > moved_at),
        CONSTRAINT meeting_move_notice_not_negative CHECK (notice_days >= 0),
        CONSTRAINT meeting_move_urgent_once_convened CHECK (urgency_reason IS NULL OR notice_days IS NOT NULL)
      )`);
    await runner.query(`GRANT SELECT, INSERT ON meeting_move TO hemicycle_app`);
    await runner.query(`
      CREATE TABLE agenda (
        meeting_id uuid NOT NULL,
        version integer NOT NULL,
        drafted_by_id uuid NOT NULL,
        drafted_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT agenda_version_key PRIMARY KEY (meeting_id, version),
        CONSTRAINT agenda_of FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT agenda_drafted_by FOREIGN KEY (drafted_by_id) REFERENCES person (id),
        CONSTRAINT agenda_versions_from_one CHECK (version >= 1)
      )`);
    await runner.query(`
      CREATE TABLE agenda_item (
        meeting_id uuid NOT NULL,
        version integer NOT NULL,
        position integer NOT NULL,
        item_id uuid NOT NULL,
        kind text NOT NULL,
        title_fr text NOT NULL,
        title_en text NOT NULL,
        office text,
        college text,
        subject text,
        object_id uuid,
        presents_results boolean NOT NULL,
        report_of_id uuid,
        planned_minutes integer,
        CONSTRAINT agenda_item_key PRIMARY KEY (meeting_id, version, position),
        CONSTRAINT agenda_item_once_a_version UNIQUE (meeting_id, version, item_id),
        CONSTRAINT agenda_item_one_election_a_seat UNIQUE (meeting_id, version, office, college),
        CONSTRAINT agenda_item_one_decision_an_object UNIQUE (meeting_id, version, subject, object_id),
        CONSTRAINT agenda_item_one_report_a_group UNIQUE (meeting_id, version, report_of_id),
        CONSTRAINT agenda_item_of FOREIGN KEY (meeting_id, version) REFERENCES agenda (meeting_id, version),
        CONSTRAINT agenda_item_report_of FOREIGN KEY (report_of_id) REFERENCES working_group (id),
        CONSTRAINT agenda_item_reports_are_heard CHECK (report_of_id IS NULL OR kind IN ('INFORMATION', 'DISCUSSION')),
        CONSTRAINT agenda_item_results_are_presented CHECK (NOT presents_results OR kind IN ('INFORMATION', 'DISCUSSION')),
        CONSTRAINT agenda_item_planned_minutes CHECK (planned_minutes BETWEEN 1 AND 600),
        CONSTRAINT agenda_item_positions_from_one CHECK (position >= 1),
        CONSTRAINT agenda_item_kind CHECK (kind IN ('INFORMATION', 'DISCUSSION', 'DECISION', 'ELECTION')),
        CONSTRAINT agenda_item_office CHECK (office IN ('CO_CHAIR', 'COMMITTEE_MEMBER')),
        CONSTRAINT agenda_item_college CHECK (college IN ('GOVERNMENT', 'CIVIL_SOCIETY')),
        CONSTRAINT agenda_item_election_names_its_seat CHECK
          ((kind = 'ELECTION') = (office IS NOT NULL) AND (kind = 'ELECTION') = (college IS NOT NULL)),
        CONSTRAINT agenda_item_subject
          CHECK (subject IN ('RULES_RATIFICATION', 'RULES_EDITION', 'COMMITTEE_REMOVAL', 'WORKING_GROUP_SETUP', 'WORKING_GROUP_CLOSURE', 'FACILITATOR_NAMING')),
        CONSTRAINT agenda_item_subject_has_its_object
          CHECK ((object_id IS NOT NULL) = (subject IS NOT NULL AND subject <> 'RULES_RATIFICATION')),
        CONSTRAINT agenda_item_subject_of_a_decision CHECK (subject IS NULL OR kind = 'DECISION')
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX agenda_item_one_ratification ON agenda_item (meeting_id, version, subject) WHERE object_id IS NULL`,
    );
    await runner.query(`
      CREATE TABLE agenda_key (
        meeting_id uuid NOT NULL,
        version integer NOT NULL,
        key text NOT NULL,
        part text NOT NULL,
        move integer NOT NULL,
        for_day date NOT NULL,
        turned_by_id uuid NOT NULL,
        by_member boolean NOT NULL,
        turned_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT agenda_key_turned_once PRIMARY KEY (meeting_id, version, key, part, move, for_day, turned_by_id),
        CONSTRAINT agenda_key_of FOREIGN KEY (meeting_id, version) REFERENCES agenda (meeting_id, version),
        CONSTRAINT agenda_key_turned_by FOREIGN KEY (turned_by_id) REFERENCES person (id),
        CONSTRAINT agenda_key_name CHECK (key IN ('SECRETARIAT', 'COMMITTEE', 'URGENCY')),
        CONSTRAINT agenda_key_part CHECK (part IN ('WHOLE', 'GOVERNMENT', 'CIVIL_SOCIETY')),
        CONSTRAINT agenda_key_move CHECK (move = 0 OR (move > 0 AND key = 'URGENCY')),
        CONSTRAINT agenda_key_secretariat_whole CHECK (key <> 'SECRETARIAT' OR part = 'WHOLE'),
        CONSTRAINT agenda_key_members_turn_halves CHECK (NOT by_member OR part <> 'WHOLE')
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX agenda_key_one_holder ON agenda_key (meeting_id, version, key, part) WHERE NOT by_member AND move = 0`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX agenda_key_once_by_each ON agenda_key (meeting_id, version, key, part, turned_by_id) WHERE move = 0`,
    );
    await runner.query(`
      CREATE UNIQUE INDEX agenda_key_one_holder_of_move ON agenda_key (meeting_id, version, key, part, move, for_day)
        WHERE NOT by_member AND move > 0`);
    await runner.query(`
      CREATE TABLE convocation (
        meeting_id uuid NOT NULL,
        number integer NOT NULL,
        sent_at timestamp(3) with time zone NOT NULL,
        sent_by_id uuid,
        agenda_version integer NOT NULL,
        ground text NOT NULL,
        starts_at timestamp(3) with time zone NOT NULL,
        notice_days integer NOT NULL,
        urgency_reason text,
        quorum_required boolean NOT NULL,
        CONSTRAINT convocation_key PRIMARY KEY (meeting_id, number),
        CONSTRAINT convocation_of FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT convocation_sent_by FOREIGN KEY (sent_by_id) REFERENCES person (id),
        CONSTRAINT convocation_publishes FOREIGN KEY (meeting_id, agenda_version)
          REFERENCES agenda (meeting_id, version),
        CONSTRAINT convocation_numbered_from_one CHECK (number >= 1),
        CONSTRAINT convocation_ground CHECK (ground IN ('TWO_KEYS', 'SILENCE', 'REQUEST', 'FACILITATORS', 'CO_CHAIRS')),
        CONSTRAINT convocation_notice_not_negative CHECK (notice_days >= 0),
        CONSTRAINT convocation_first_requires_quorum CHECK
          (quorum_required = (number = 1 AND ground <> 'FACILITATORS'))
      )`);
    await runner.query(`
      CREATE TABLE summons (
        meeting_id uuid NOT NULL,
        number integer NOT NULL,
        person_id uuid NOT NULL,
        CONSTRAINT summons_key PRIMARY KEY (meeting_id, number, person_id),
        CONSTRAINT summons_by FOREIGN KEY (meeting_id, number) REFERENCES convocation (meeting_id, number),
        CONSTRAINT summons_of FOREIGN KEY (person_id) REFERENCES person (id)
      )`);
    await runner.query(`CREATE INDEX summons_of_person ON summons (person_id)`);
    await runner.query(`GRANT SELECT, INSERT ON summons TO hemicycle_app`);
    await runner.query(`
      CREATE TABLE release (
        meeting_id uuid NOT NULL,
        person_id uuid NOT NULL,
        number integer NOT NULL,
        released_at timestamp(3) with time zone NOT NULL,
        convened_again_at timestamp(3) with time zone,
        CONSTRAINT release_key PRIMARY KEY (meeting_id, person_id, number),
        CONSTRAINT release_from FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT release_of FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT release_number CHECK (number >= 1),
        CONSTRAINT release_hours_in_order CHECK (convened_again_at >= released_at)
      )`);
    await runner.query(`CREATE INDEX release_of_person ON release (person_id)`);
    await runner.query(
      `CREATE UNIQUE INDEX release_one_that_stands ON release (meeting_id, person_id) WHERE convened_again_at IS NULL`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE (convened_again_at) ON release TO hemicycle_app`);
    await runner.query(`
      CREATE TABLE agenda_publication (
        meeting_id uuid NOT NULL,
        version integer NOT NULL,
        published_at timestamp(3) with time zone NOT NULL,
        published_by_id uuid NOT NULL,
        notice_days integer NOT NULL,
        urgency_reason text,
        CONSTRAINT agenda_publication_key PRIMARY KEY (meeting_id, version),
        CONSTRAINT agenda_publication_of FOREIGN KEY (meeting_id, version) REFERENCES agenda (meeting_id, version),
        CONSTRAINT agenda_publication_by FOREIGN KEY (published_by_id) REFERENCES person (id),
        CONSTRAINT agenda_publication_notice_not_negative CHECK (notice_days >= 0)
      )`);
    await runner.query(`
      CREATE TABLE attendance (
        seq bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        meeting_id uuid NOT NULL,
        convocation integer NOT NULL,
        member_id uuid NOT NULL,
        mode text NOT NULL,
        alternate_id uuid,
        recorded_by_id uuid NOT NULL,
        recorded_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT attendance_key PRIMARY KEY (seq),
        CONSTRAINT attendance_at FOREIGN KEY (meeting_id, convocation) REFERENCES convocation (meeting_id, number),
        CONSTRAINT attendance_of FOREIGN KEY (member_id) REFERENCES member (id),
        CONSTRAINT attendance_alternate FOREIGN KEY (alternate_id) REFERENCES person (id),
        CONSTRAINT attendance_recorded_by FOREIGN KEY (recorded_by_id) REFERENCES person (id),
        CONSTRAINT attendance_mode CHECK (mode IN ('IN_ROOM', 'ONLINE', 'REPRESENTED', 'EXCUSED', 'ABSENT')),
        CONSTRAINT attendance_alternate_takes_part CHECK (alternate_id IS NULL OR mode IN ('IN_ROOM', 'ONLINE'))
      )`);
    await runner.query(
      `CREATE INDEX attendance_latest ON attendance (meeting_id, convocation, member_id, seq)`,
    );
    await runner.query(`
      CREATE TABLE presidency (
        meeting_id uuid NOT NULL,
        number integer NOT NULL,
        from_at timestamp(3) with time zone NOT NULL,
        item_id uuid,
        member_id uuid,
        secretary_id uuid,
        CONSTRAINT presidency_key PRIMARY KEY (meeting_id, number),
        CONSTRAINT presidency_of FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT presidency_member FOREIGN KEY (member_id) REFERENCES member (id),
        CONSTRAINT presidency_secretary FOREIGN KEY (secretary_id) REFERENCES person (id),
        CONSTRAINT presidency_of_one CHECK (num_nonnulls(member_id, secretary_id) = 1)
      )`);
    await runner.query(`
      CREATE TABLE quorum_check (
        meeting_id uuid NOT NULL,
        number integer NOT NULL,
        college text NOT NULL,
        checked_at timestamp(3) with time zone NOT NULL,
        present integer NOT NULL,
        members integer NOT NULL,
        needed integer NOT NULL,
        recused integer NOT NULL,
        CONSTRAINT quorum_check_key PRIMARY KEY (meeting_id, number, college),
        CONSTRAINT quorum_check_at FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT quorum_check_numbered_from_one CHECK (number >= 1),
        CONSTRAINT quorum_check_college CHECK (college IN ('GOVERNMENT', 'CIVIL_SOCIETY')),
        CONSTRAINT quorum_check_counts CHECK (present >= 0 AND present <= members AND needed >= 0 AND recused >= 0)
      )`);
    await runner.query(`
      CREATE TABLE proxy (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        giver_id uuid NOT NULL,
        holder_id uuid NOT NULL,
        recorded_by_id uuid NOT NULL,
        given_at timestamp(3) with time zone NOT NULL,
        ended_at timestamp(3) with time zone,
        ending text,
        CONSTRAINT proxy_key PRIMARY KEY (id),
        CONSTRAINT proxy_for FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT proxy_giver FOREIGN KEY (giver_id) REFERENCES member (id),
        CONSTRAINT proxy_holder FOREIGN KEY (holder_id) REFERENCES member (id),
        CONSTRAINT proxy_recorded_by FOREIGN KEY (recorded_by_id) REFERENCES person (id),
        CONSTRAINT proxy_to_another CHECK (giver_id <> holder_id),
        CONSTRAINT proxy_ending CHECK (ending IN ('WITHDRAWN', 'LAPSED')),
        CONSTRAINT proxy_ended_somehow CHECK ((ended_at IS NULL) = (ending IS NULL))
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX proxy_one_a_giver ON proxy (meeting_id, giver_id) WHERE ended_at IS NULL`,
    );
    await runner.query(`
      CREATE TABLE decision (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        agenda_version integer NOT NULL,
        item_id uuid NOT NULL,
        way text NOT NULL,
        state text NOT NULL,
        title_fr text NOT NULL,
        title_en text NOT NULL,
        wording_fr text NOT NULL,
        wording_en text,
        majority text,
        ordered_by_id uuid NOT NULL,
        ordered_at timestamp(3) with time zone NOT NULL,
        opened_by_id uuid,
        opened_at timestamp(3) with time zone,
        quorum_number integer,
        closed_by_id uuid,
        closed_at timestamp(3) with time zone,
        taken_on date,
        year integer,
        number integer,
        CONSTRAINT decision_key PRIMARY KEY (id),
        CONSTRAINT decision_once_an_item UNIQUE (meeting_id, item_id),
        CONSTRAINT decision_number_once UNIQUE (year, number),
        CONSTRAINT decision_on FOREIGN KEY (meeting_id, agenda_version, item_id)
          REFERENCES agenda_item (meeting_id, version, item_id),
        CONSTRAINT decision_ordered_by FOREIGN KEY (ordered_by_id) REFERENCES person (id),
        CONSTRAINT decision_opened_by FOREIGN KEY (opened_by_id) REFERENCES person (id),
        CONSTRAINT decision_closed_by FOREIGN KEY (closed_by_id) REFERENCES person (id),
        CONSTRAINT decision_state CHECK (state IN ('ORDERED', 'VOTING', 'ADOPTED', 'REJECTED', 'CARRIED_OVER')),
        CONSTRAINT decision_way CHECK (way IN ('CONSENSUS', 'VOTE')),
        CONSTRAINT decision_consensus_adopts CHECK (way = 'VOTE' OR state = 'ADOPTED'),
        CONSTRAINT decision_majority CHECK (majority IN ('DOUBLE', 'SIMPLE')),
        CONSTRAINT decision_opened CHECK (num_nonnulls(opened_at, opened_by_id, majority, quorum_number)
          = CASE WHEN way = 'VOTE' AND state IN ('VOTING', 'ADOPTED', 'REJECTED') THEN 4 ELSE 0 END),
        CONSTRAINT decision_taken CHECK (num_nonnulls(closed_at, closed_by_id, taken_on, year, number)
          = CASE WHEN state IN ('ADOPTED', 'REJECTED') THEN 5 ELSE 0 END),
        CONSTRAINT decision_numbered_from_one CHECK (number >= 1 AND year = extract(year FROM taken_on)),
        CONSTRAINT decision_hours_in_order
          CHECK (opened_at >= ordered_at AND closed_at >= opened_at AND closed_at >= ordered_at)
      )`);
    // Whoever searches may leave accents out, and each language has its own endings.
    await runner.query(`
      CREATE FUNCTION plain_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN translate(replace(replace(lower(words), 'œ', 'oe'), 'æ', 'ae'),
                       'àâäáãåçèéêëìíîïñòóôöõùúûüýÿ’', 'aaaaaaceeeeiiiinooooouuuuyy''')`);
    await runner.query(`
      CREATE FUNCTION decision_words(title_fr text, title_en text, wording_fr text, wording_en text) RETURNS tsvector
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN to_tsvector('french', plain_words(title_fr || ' ' || wording_fr))
          || to_tsvector('english', plain_words(title_en || ' ' || coalesce(wording_en, '')))`);
    await runner.query(
      `CREATE INDEX decision_by_words ON decision USING gin (decision_words(title_fr, title_en, wording_fr, wording_en))`,
    );
    await runner.query(`
      CREATE TABLE decision_objection (
        decision_id uuid NOT NULL,
        number integer NOT NULL,
        member_id uuid,
        words text NOT NULL,
        CONSTRAINT decision_objection_key PRIMARY KEY (decision_id, number),
        CONSTRAINT decision_objection_to FOREIGN KEY (decision_id) REFERENCES decision (id),
        CONSTRAINT decision_objection_by FOREIGN KEY (member_id) REFERENCES member (id),
        CONSTRAINT decision_objection_numbered_from_one CHECK (number >= 1)
      )`);
    await runner.query(`
      CREATE TABLE recusal (
        meeting_id uuid NOT NULL,
        item_id uuid NOT NULL,
        member_id uuid NOT NULL,
        number integer NOT NULL,
        declared_by_id uuid NOT NULL,
        declared_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT recusal_key PRIMARY KEY (meeting_id, item_id, member_id, number),
        CONSTRAINT recusal_numbered_from_one CHECK (number >= 1),
        CONSTRAINT recusal_at FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT recusal_of FOREIGN KEY (member_id) REFERENCES member (id),
        CONSTRAINT recusal_declared_by FOREIGN KEY (declared_by_id) REFERENCES person (id)
      )`);
    await runner.query(`
      CREATE TABLE recusal_denial (
        meeting_id uuid NOT NULL,
        item_id uuid NOT NULL,
        member_id uuid NOT NULL,
        number integer NOT NULL,
        denied_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT recusal_denial_key PRIMARY KEY (meeting_id, item_id, member_id, number),
        CONSTRAINT recusal_denial_of FOREIGN KEY (meeting_id, item_id, member_id, number)
          REFERENCES recusal (meeting_id, item_id, member_id, number)
      )`);
    await runner.query(`
      CREATE TABLE postponement (
        meeting_id uuid NOT NULL,
        item_id uuid NOT NULL,
        reason text,
        postponed_by_id uuid NOT NULL,
        postponed_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT postponement_key PRIMARY KEY (meeting_id, item_id),
        CONSTRAINT postponement_at FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT postponement_by FOREIGN KEY (postponed_by_id) REFERENCES person (id)
      )`);
    await runner.query(`
      CREATE TABLE plenary_request (
        id uuid NOT NULL,
        state text NOT NULL,
        reason text NOT NULL,
        made_by_id uuid NOT NULL,
        made_at timestamp(3) with time zone NOT NULL,
        required_on date,
        meeting_id uuid,
        CONSTRAINT plenary_request_key PRIMARY KEY (id),
        CONSTRAINT plenary_request_one_a_meeting UNIQUE (meeting_id),
        CONSTRAINT plenary_request_by FOREIGN KEY (made_by_id) REFERENCES member (id),
        CONSTRAINT plenary_request_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT plenary_request_state CHECK (state IN ('OPEN', 'REQUIRED', 'WITHDRAWN')),
        CONSTRAINT plenary_request_required CHECK ((state = 'REQUIRED') = (required_on IS NOT NULL)),
        CONSTRAINT plenary_request_planned_once_required CHECK (meeting_id IS NULL OR state = 'REQUIRED')
      )`);
    await runner.query(`CREATE INDEX plenary_request_by_day ON plenary_request (made_at, id)`);
    await runner.query(
      `CREATE UNIQUE INDEX plenary_request_one_open_a_member ON plenary_request (made_by_id) WHERE state = 'OPEN'`,
    );
    await runner.query(`
      CREATE TABLE plenary_request_item (
        request_id uuid NOT NULL,
        position integer NOT NULL,
        kind text NOT NULL,
        title_fr text NOT NULL,
        title_en text NOT NULL,
        office text,
        college text,
        subject text,
        object_id uuid,
        presents_results boolean NOT NULL,
        planned_minutes integer,
        CONSTRAINT plenary_request_item_key PRIMARY KEY (request_id, position),
        CONSTRAINT plenary_request_item_of FOREIGN KEY (request_id) REFERENCES plenary_request (id),
        CONSTRAINT plenary_request_item_results_are_presented CHECK (NOT presents_results OR kind IN ('INFORMATION', 'DISCUSSION')),
        CONSTRAINT plenary_request_item_planned_minutes CHECK (planned_minutes BETWEEN 1 AND 600),
        CONSTRAINT plenary_request_item_positions_from_one CHECK (position >= 1)
      )`);
    await runner.query(`
      CREATE TABLE plenary_request_support (
        request_id uuid NOT NULL,
        member_id uuid NOT NULL,
        supported_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT plenary_request_support_key PRIMARY KEY (request_id, member_id),
        CONSTRAINT plenary_request_support_of FOREIGN KEY (request_id) REFERENCES plenary_request (id),
        CONSTRAINT plenary_request_support_by FOREIGN KEY (member_id) REFERENCES member (id)
      )`);
    await runner.query(
      `GRANT SELECT, INSERT ON plenary_request, plenary_request_item, plenary_request_support TO hemicycle_app`,
    );
    await runner.query(`GRANT UPDATE (state, required_on, meeting_id) ON plenary_request TO hemicycle_app`);
    await runner.query(`
      CREATE TABLE follow_up (
        id uuid NOT NULL,
        decision_id uuid NOT NULL,
        task_fr text NOT NULL,
        task_en text,
        member_id uuid,
        organisation_id uuid,
        role_fr text,
        role_en text,
        due_on date NOT NULL,
        recorded_by_id uuid NOT NULL,
        recorded_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT follow_up_key PRIMARY KEY (id),
        CONSTRAINT follow_up_to FOREIGN KEY (decision_id) REFERENCES decision (id),
        CONSTRAINT follow_up_member FOREIGN KEY (member_id) REFERENCES member (id),
        CONSTRAINT follow_up_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
        CONSTRAINT follow_up_recorded_by FOREIGN KEY (recorded_by_id) REFERENCES person (id),
        CONSTRAINT follow_up_one_responsible CHECK (num_nonnulls(member_id, organisation_id, role_fr) = 1),
        CONSTRAINT follow_up_role_in_french CHECK (role_en IS NULL OR role_fr IS NOT NULL)
      )`);
    await runner.query(`CREATE INDEX follow_up_of_decision ON follow_up (decision_id)`);
    await runner.query(`CREATE INDEX follow_up_by_day ON follow_up (due_on, id)`);
    await runner.query(`
      CREATE TABLE follow_up_completion (
        follow_up_id uuid NOT NULL,
        done_on date NOT NULL,
        note text NOT NULL,
        recorded_by_id uuid NOT NULL,
        recorded_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT follow_up_completion_key PRIMARY KEY (follow_up_id),
        CONSTRAINT follow_up_completion_of FOREIGN KEY (follow_up_id) REFERENCES follow_up (id),
        CONSTRAINT follow_up_completion_recorded_by FOREIGN KEY (recorded_by_id) REFERENCES person (id)
      )`);
    await runner.query(`
      CREATE TABLE follow_up_change (
        follow_up_id uuid NOT NULL,
        number integer NOT NULL,
        due_on date,
        reason text NOT NULL,
        recorded_by_id uuid NOT NULL,
        recorded_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT follow_up_change_key PRIMARY KEY (follow_up_id, number),
        CONSTRAINT follow_up_change_of FOREIGN KEY (follow_up_id) REFERENCES follow_up (id),
        CONSTRAINT follow_up_change_recorded_by FOREIGN KEY (recorded_by_id) REFERENCES person (id)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX follow_up_withdrawn_once ON follow_up_change (follow_up_id) WHERE due_on IS NULL`,
    );
    await runner.query(`
      CREATE TABLE decision_seat (
        decision_id uuid NOT NULL,
        member_id uuid NOT NULL,
        college text NOT NULL,
        person_id uuid NOT NULL,
        capacity text NOT NULL,
        CONSTRAINT decision_seat_key PRIMARY KEY (decision_id, member_id),
        CONSTRAINT decision_seat_in FOREIGN KEY (decision_id) REFERENCES decision (id),
        CONSTRAINT decision_seat_of FOREIGN KEY (member_id) REFERENCES member (id),
        CONSTRAINT decision_seat_holder FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT decision_seat_college CHECK (college IN ('GOVERNMENT', 'CIVIL_SOCIETY')),
        CONSTRAINT decision_seat_capacity CHECK (capacity IN ('MEMBER', 'ALTERNATE', 'PROXY'))
      )`);
    await runner.query(`
      CREATE TABLE decision_vote (
        decision_id uuid NOT NULL,
        member_id uuid NOT NULL,
        number integer NOT NULL,
        choice text NOT NULL,
        cast_by_id uuid NOT NULL,
        cast_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT decision_vote_key PRIMARY KEY (decision_id, member_id, number),
        CONSTRAINT decision_vote_of FOREIGN KEY (decision_id, member_id)
          REFERENCES decision_seat (decision_id, member_id),
        CONSTRAINT decision_vote_cast_by FOREIGN KEY (cast_by_id) REFERENCES person (id),
        CONSTRAINT decision_vote_numbered_from_one CHECK (number >= 1),
        CONSTRAINT decision_vote_choice CHECK (choice IN ('FOR', 'AGAINST', 'ABSTAIN'))
      )`);
    await runner.query(
      `GRANT UPDATE (starts_at, place, online_link, state, cancelled_at, cancel_reason, opened_at, closed_at) ON meeting TO hemicycle_app`,
    );
    await runner.query(
      `GRANT SELECT, INSERT ON meeting, agenda, agenda_item, agenda_key, convocation, agenda_publication, attendance, presidency, quorum_check, decision, decision_seat,
        decision_vote, decision_objection, recusal, recusal_denial, postponement, follow_up, follow_up_completion, follow_up_change, proxy TO hemicycle_app`,
    );
    await runner.query(`GRANT UPDATE (ended_at, ending) ON proxy TO hemicycle_app`);
    await runner.query(`
      GRANT UPDATE (state, majority, opened_by_id, opened_at, quorum_number, closed_by_id, closed_at, taken_on, year, number)
        ON decision TO hemicycle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE plenary_request_support, plenary_request_item, plenary_request, follow_up_change, follow_up_completion, follow_up, postponement, recusal_denial, recusal, decision_objection, decision_vote, decision_seat, decision, proxy, quorum_check, presidency, attendance, agenda_publication, release, summons, convocation, agenda_key, agenda_item, agenda, meeting_move, convocation_stop, meeting`,
    );
    await runner.query(`DROP FUNCTION decision_words(text, text, text, text)`);
    await runner.query(`DROP FUNCTION plain_words(text)`);
  }
}
