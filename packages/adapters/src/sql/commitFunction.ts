/** Held by whoever commits, until the transaction ends. */
export const commitLock = "pg_advisory_xact_lock(1398163017, hashtext(current_schema()))"

/**
 * PostgreSQL's own hand in a commit: what `commit.ts` does in many statements, done in one, so that no lock waits for the network.
 * It takes `{appends, idempotency}` rows and answers each, in their order.
 *
 * Unique keys and row locks decide who wins, at READ COMMITTED. The advisory lock only puts commits in a row, so that a larger
 * position in the journal always becomes visible later; whoever reads from a position on would otherwise miss what was still on its way.
 */
export const commitFunction = `
CREATE FUNCTION single_window_commit(commits jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  one jsonb;
  append jsonb;
  wanted text;
  holder text;
  kept record;
  refused jsonb;
  outcomes jsonb := '[]';
BEGIN
  PERFORM ${commitLock};
  FOR one IN SELECT value FROM jsonb_array_elements(commits) LOOP
    BEGIN
      refused := NULL;
      IF one ? 'idempotency' THEN
        INSERT INTO answers SELECT * FROM jsonb_populate_record(NULL::answers, one->'idempotency')
          ON CONFLICT (key) DO NOTHING;
        IF NOT FOUND THEN
          SELECT request, answer INTO kept FROM answers WHERE key = one->'idempotency'->>'key';
          refused := jsonb_build_object('_tag', 'AlreadyDone', 'request', kept.request, 'answer', kept.answer);
          RAISE EXCEPTION USING ERRCODE = 'SW001';
        END IF;
      END IF;
      FOR append IN SELECT value FROM jsonb_array_elements(one->'appends') LOOP
        IF (append->>'expected')::bigint = 0 THEN
          INSERT INTO heads SELECT * FROM jsonb_populate_record(NULL::heads, append->'head')
            ON CONFLICT (stream) DO NOTHING;
        ELSE
          UPDATE heads SET version = new.version, hash = new.hash, data_key = new.data_key, state = new.state,
              username = new.username, username_key = new.username_key, scope = new.scope, document = new.document,
              role = new.role, origin = new.origin, source = new.source, level = new.level,
              certification = new.certification, deleted = new.deleted, created_at = new.created_at,
              updated_at = new.updated_at
            FROM jsonb_populate_record(NULL::heads, append->'head') AS new
            WHERE heads.stream = new.stream AND heads.version = (append->>'expected')::bigint;
        END IF;
        IF NOT FOUND THEN
          refused := jsonb_build_object('_tag', 'Conflict', 'stream', append->'head'->'stream');
          RAISE EXCEPTION USING ERRCODE = 'SW001';
        END IF;
      END LOOP;
      FOR append IN SELECT value FROM jsonb_array_elements(one->'appends') LOOP
        DELETE FROM claims WHERE owner = append->'head'->>'stream'
          AND claim IN (SELECT jsonb_array_elements_text(append->'release'));
      END LOOP;
      FOR append IN SELECT value FROM jsonb_array_elements(one->'appends') LOOP
        FOR wanted IN SELECT jsonb_array_elements_text(append->'claim') LOOP
          LOOP
            INSERT INTO claims (claim, owner) VALUES (wanted, append->'head'->>'stream') ON CONFLICT (claim) DO NOTHING;
            EXIT WHEN FOUND;
            SELECT owner INTO holder FROM claims WHERE claim = wanted;
            -- It was given up between the two statements: asked for once more.
            CONTINUE WHEN NOT FOUND;
            EXIT WHEN holder = append->'head'->>'stream';
            refused := jsonb_build_object('_tag', 'ClaimHeld', 'claim', wanted, 'owner', holder);
            RAISE EXCEPTION USING ERRCODE = 'SW001';
          END LOOP;
        END LOOP;
      END LOOP;
      FOR append IN SELECT value FROM jsonb_array_elements(one->'appends') LOOP
        INSERT INTO events (stream, version, tag, at, actor, body, previous, hash)
          SELECT stream, version, tag, at, actor, body, previous, hash
          FROM jsonb_populate_recordset(NULL::events, append->'events');
      END LOOP;
      outcomes := outcomes || jsonb_build_object('_tag', 'Committed');
    EXCEPTION WHEN SQLSTATE 'SW001' THEN
      outcomes := outcomes || refused;
    END;
  END LOOP;
  RETURN outcomes;
END $$`
