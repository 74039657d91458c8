"""What a person should look at because a story told of it; without effect on any answer."""
