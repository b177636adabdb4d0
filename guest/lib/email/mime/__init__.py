"""email.mime: messages by what they carry."""
