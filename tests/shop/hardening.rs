//! Bad input from the routes table, races, crashes, a crawl by everybody.
