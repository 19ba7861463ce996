DROP TABLE asked_words;
DROP TABLE synonyms;
DROP FUNCTION note_synonyms();
ALTER TABLE search_log DROP COLUMN synonyms;
