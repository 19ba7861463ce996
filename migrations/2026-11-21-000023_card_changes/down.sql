DROP TABLE card_changes;
DROP FUNCTION keep_card_change();
