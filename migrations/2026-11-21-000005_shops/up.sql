CREATE TABLE shops (
    id           bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    slug         text NOT NULL UNIQUE,
    name         text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('person', 'company')),
    tin          text NOT NULL CHECK (tin ~ '^[0-9]{12}$'),   -- IIN of a person, BIN of a company
    city_id      integer NOT NULL REFERENCES cities,
    about        text NOT NULL DEFAULT '',
    lang         text NOT NULL CHECK (lang IN ('ru', 'kk', 'en')),
    logo_id      uuid,
    state        text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'suspended', 'closed')),
    -- Shops with a record publish at once; others pass moderation first.
    trusted_at   timestamptz,
    created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX shops_city ON shops (city_id);
CREATE INDEX shops_logo ON shops (logo_id);
CREATE TRIGGER shop_states BEFORE UPDATE OF state ON shops FOR EACH ROW EXECUTE FUNCTION check_transition('shop');
INSERT INTO transitions VALUES
    ('shop', 'open', 'suspended'), ('shop', 'suspended', 'open'), ('shop', 'open', 'closed'), ('shop', 'suspended', 'closed');

CREATE TABLE shop_members (
    shop_id  bigint NOT NULL REFERENCES shops,
    user_id  bigint NOT NULL REFERENCES users,
    role     text NOT NULL CHECK (role IN ('owner', 'clerk')),
    PRIMARY KEY (shop_id, user_id)
);
-- One cabinet a person, for now: who sells for a shop sells for that shop.
CREATE UNIQUE INDEX shop_members_user ON shop_members (user_id);

-- A shop's terms of delivery: price and days of each way it offers.
CREATE TABLE delivery_terms (
    shop_id    bigint NOT NULL REFERENCES shops,
    way        text NOT NULL CHECK (way IN ('courier', 'pickup', 'post')),
    price      bigint NOT NULL CHECK (price >= 0 AND price % 100 = 0),
    currency   char(3) NOT NULL DEFAULT 'KZT' CHECK (currency = 'KZT'),
    free_from  bigint CHECK (free_from > 0 AND free_from % 100 = 0),
    days_min   integer NOT NULL CHECK (days_min >= 0),
    days_max   integer NOT NULL CHECK (days_max >= days_min AND days_max <= 60),
    place      text NOT NULL DEFAULT '',       -- where to pick up
    PRIMARY KEY (shop_id, way),
    CHECK (way <> 'pickup' OR place <> '')
);
