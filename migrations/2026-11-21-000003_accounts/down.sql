DROP TABLE addresses, sessions, mailed_links, users;
