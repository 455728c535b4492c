"""Learns the weights of `trucewatch.claims` from coded reports."""
