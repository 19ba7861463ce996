DROP TABLE acts, reports, review_locks, listing_decisions;
