"""What a signature proves: who signed which bytes, when, on whose word, and what came after."""
