"""Strict readers for the shapes that publishers use."""
