"""Theme `trangtin`: templates, CSS and icons that draw view models, nothing more."""
