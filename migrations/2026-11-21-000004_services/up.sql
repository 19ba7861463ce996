-- News for the floors above, written in the transaction that makes it true; a job follows each row.
CREATE TABLE events (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    body        jsonb NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    handled_at  timestamptz
);
CREATE INDEX events_waiting ON events (id) WHERE handled_at IS NULL;

-- The outbox: a mail is a row first, then a job sends it. Bodies hold links with secrets and are emptied once sent.
CREATE TABLE mails (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    recipient   text NOT NULL,
    lang        text NOT NULL,
    subject     text NOT NULL,
    text_body   text NOT NULL,
    html_body   text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    sent_at     timestamptz
);
CREATE INDEX mails_waiting ON mails (id) WHERE sent_at IS NULL;

-- One form token, one outcome.
CREATE TABLE form_tokens (
    token       uuid PRIMARY KEY,
    user_id     bigint NOT NULL REFERENCES users ON DELETE CASCADE,
    outcome     text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX form_tokens_user ON form_tokens (user_id);
CREATE INDEX form_tokens_age ON form_tokens (created_at);
