DROP TABLE form_tokens, mails, events;
