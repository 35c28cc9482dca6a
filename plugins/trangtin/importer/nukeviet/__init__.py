"""A site of NukeViet, as drafts for a portal: its modules `news` and `laws`, their files, their old addresses."""
