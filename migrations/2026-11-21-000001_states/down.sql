DROP FUNCTION refuse_change();
DROP FUNCTION acting_reason();
DROP FUNCTION acting_user();
DROP FUNCTION check_transition();
DROP TABLE transitions;
