"""What `mkdocs.yml` says of the portal: the plugin's options, and the commands' own variables."""
