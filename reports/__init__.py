"""Corrections -> something a person reads: one output format a file.

Renderers draw the edits that a correction knows; none compares texts, none judges.
"""
