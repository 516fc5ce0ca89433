"""The conventions of news copy, one module for each; pure functions over strings."""
