-- News for the floors above, written in the transaction that makes it true; a job follows each row.
CREATE TABLE events (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    body        jsonb NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    handled_at  timestamptz
);
CREATE INDEX events_handled ON events (handled_at);

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
CREATE INDEX mails_recipient ON mails (lower(recipient));
CREATE INDEX mails_sent ON mails (sent_at);

-- One form token, one outcome.
CREATE TABLE form_tokens (
    token       uuid PRIMARY KEY,
    user_id     bigint NOT NULL REFERENCES users ON DELETE CASCADE,
    outcome     text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX form_tokens_user ON form_tokens (user_id);
CREATE INDEX form_tokens_age ON form_tokens (created_at);
