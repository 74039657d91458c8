"""What is made to be looked at and kept: pictures and generated references, one a file."""
