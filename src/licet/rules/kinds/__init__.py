"""One measure kind a file; kinds never import one another. The registry is `licet.rules.registry`."""
