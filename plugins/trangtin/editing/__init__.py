"""A form in the browser for those who want one: Sveltia CMS, set up by the declarations that read what it writes."""
