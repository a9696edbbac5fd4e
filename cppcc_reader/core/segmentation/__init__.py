"""From a page's text to articles made of segments with roles, each with a reason and a confidence."""
