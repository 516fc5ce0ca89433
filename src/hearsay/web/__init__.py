"""The pages that a person opens: the record in the browser, without a word of script where none is needed."""
