"""What a paper says of itself, key by key, each with what is doubtful about it."""
