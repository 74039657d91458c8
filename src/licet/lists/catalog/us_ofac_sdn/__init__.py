"""The SDN list of OFAC."""
