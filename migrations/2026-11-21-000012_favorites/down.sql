ALTER TABLE mails DROP COLUMN unsubscribe;
DROP TABLE saved_searches, recent_views;
ALTER TABLE users DROP COLUMN keeps_recent;
DROP TRIGGER moved ON shops;
DROP TRIGGER moved ON listings;
DROP FUNCTION note_shop_move, note_move;
DROP TABLE favorite_moves, favorites, favorite_lists;
DROP FUNCTION best_price;
