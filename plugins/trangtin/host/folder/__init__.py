"""The site's folder: which one a build may write to, and how a new site takes the place of the last."""
