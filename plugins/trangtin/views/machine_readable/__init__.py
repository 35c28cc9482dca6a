"""What programs read of the portal: feeds, calendars, open data, what a page says of itself."""
