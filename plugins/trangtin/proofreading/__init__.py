"""What one text says oddly, or must not say in public; pure functions of the text, which know no portal and no file."""
