"""Whether a build would make the same site again: compares its inputs, and the site as the last build left it."""
