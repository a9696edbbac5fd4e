"""From reading text to suggested entity mentions, each with a reason and a confidence."""
