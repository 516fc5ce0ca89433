"""The grammar of temporal expressions: words → classes → patterns → values → days."""
