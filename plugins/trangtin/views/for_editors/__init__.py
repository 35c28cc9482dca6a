"""What only those see who edit."""
