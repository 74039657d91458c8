"""US nonproliferation sanctions of the Department of State."""
