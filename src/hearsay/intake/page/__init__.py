"""HTML pages of any template to a draft: layout, the body among it, and what the page states of itself."""
