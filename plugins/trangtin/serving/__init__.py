"""Configuration of web servers for a portal: the same headers and rules, written for each server."""
