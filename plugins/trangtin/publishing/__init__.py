"""A built site put where readers get it: whole or not at all, one after the other, never smaller by accident."""
