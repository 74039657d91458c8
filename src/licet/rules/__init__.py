"""The engine: facts and a moment in, findings with a trace out.

It knows no database, no network, no clock.
"""
