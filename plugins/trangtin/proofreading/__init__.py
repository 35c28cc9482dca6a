"""What is odd in a text or must not be published; pure functions of the text, which know no portal and no file."""
