"""What is known: frozen records, and the codec that turns them into the public JSON and back."""
