"""The non-SDN lists of OFAC."""
