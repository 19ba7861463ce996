CREATE TABLE users (
    id             bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    name           text NOT NULL,
    email          text,                   -- null once the account is deleted
    phone          text,                   -- +7XXXXXXXXXX
    password_hash  text,
    lang           text NOT NULL DEFAULT 'ru' CHECK (lang IN ('ru', 'kk', 'en')),
    staff_role     text CHECK (staff_role IN ('moderator', 'manager', 'owner')),
    created_at     timestamptz NOT NULL DEFAULT now(),
    deleted_at     timestamptz,
    CHECK ((deleted_at IS NULL) = (email IS NOT NULL)),
    CHECK ((deleted_at IS NULL) = (password_hash IS NOT NULL)),
    CHECK (deleted_at IS NULL OR (phone IS NULL AND staff_role IS NULL))
);
-- One e-mail, one account, whatever its capitals.
CREATE UNIQUE INDEX users_email ON users (lower(email));

-- Mailed links: random, stored hashed, used once, short-lived.
CREATE TABLE mailed_links (
    token_hash  bytea PRIMARY KEY,
    purpose     text NOT NULL CHECK (purpose IN ('sign_up', 'recover', 'change_email')),
    user_id     bigint REFERENCES users ON DELETE CASCADE,
    payload     jsonb NOT NULL DEFAULT '{}',
    created_at  timestamptz NOT NULL DEFAULT now(),
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz
);
CREATE INDEX mailed_links_user ON mailed_links (user_id);
CREATE INDEX mailed_links_expiry ON mailed_links (expires_at);

CREATE TABLE sessions (
    id            bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    key_hash      bytea NOT NULL UNIQUE,
    user_id       bigint REFERENCES users ON DELETE CASCADE,
    state         jsonb NOT NULL,
    device        text NOT NULL DEFAULT '',
    address       text NOT NULL DEFAULT '',
    created_at    timestamptz NOT NULL DEFAULT now(),
    last_seen_at  timestamptz NOT NULL DEFAULT now(),
    expires_at    timestamptz NOT NULL
);
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE addresses (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    user_id     bigint NOT NULL REFERENCES users,
    city_id     integer NOT NULL REFERENCES cities,
    street      text NOT NULL,
    house       text NOT NULL,
    flat        text NOT NULL DEFAULT '',
    entrance    text NOT NULL DEFAULT '',
    comment     text NOT NULL DEFAULT '',
    is_default  boolean NOT NULL DEFAULT false,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX addresses_user ON addresses (user_id);
CREATE INDEX addresses_city ON addresses (city_id);
CREATE UNIQUE INDEX addresses_default ON addresses (user_id) WHERE is_default;
