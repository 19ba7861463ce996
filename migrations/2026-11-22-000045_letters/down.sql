ALTER TABLE purchases ADD COLUMN lang text NOT NULL DEFAULT 'ru' CHECK (lang IN ('ru', 'kk', 'en'));
ALTER TABLE purchases ALTER COLUMN lang DROP DEFAULT;
