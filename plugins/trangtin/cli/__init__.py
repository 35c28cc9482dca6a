"""Commands; they call the other layers and hold no logic."""
